const REMEMBERED = "cencomm.administration";
/** Several administrations may share a device, an office of theirs say; what was not used for long makes way. */
const KEPT = 5;

/** The administrations that this device signed in with, the last one first; that they use the exchange is public. */
export const rememberedAdministrations = {
  get: (): readonly string[] =>
    (localStorage.getItem(REMEMBERED) ?? "").split(" ").filter((code) => code !== ""),
  add: (code: string): void => {
    const others = rememberedAdministrations.get().filter((other) => other !== code);
    localStorage.setItem(REMEMBERED, [code, ...others].slice(0, KEPT).join(" "));
  },
  forget: (): void => localStorage.removeItem(REMEMBERED),
};
