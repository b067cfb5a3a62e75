const PERSON = "cencomm.person";

/** Whose session this tab has, or had last and did not sign out of: whose forms it keeps. */
export const personOfTab = {
  get: (): { readonly administration: string; readonly email: string } | undefined => {
    const [administration = "", email = ""] = (sessionStorage.getItem(PERSON) ?? "").split(" ");
    return email === "" ? undefined : { administration, email };
  },
  set: ({ administration, email }: { readonly administration: string; readonly email: string }): void =>
    sessionStorage.setItem(PERSON, `${administration} ${email}`),
  forget: (): void => sessionStorage.removeItem(PERSON),
};
