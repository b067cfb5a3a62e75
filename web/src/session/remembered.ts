const REMEMBERED = "cencomm.administration";

/** The administration that this device signed in with last; that it uses the exchange is public. */
export const rememberedAdministration = {
  get: (): string | undefined => localStorage.getItem(REMEMBERED) ?? undefined,
  set: (code: string): void => localStorage.setItem(REMEMBERED, code),
};
