import type { AdministrationKind } from "./administration.ts";

/** Every count is of one minute, from its first second on. */
export const WINDOW_SECONDS = 60;

/**
 * How many requests a minute holds: far more than people and well-made systems make, so that only what runs wild meets
 * them. The only place where they stand; decision 041 says how they were chosen.
 */
export const rateLimits = {
  /** Whoever is signed in. A page of the console makes some ten requests, one that is left open four a minute. */
  person: 600,
  /** By one secret of a system account. */
  systemAccount: 1200,
  /** All of an administration's people and systems together. */
  administration: {
    member: 6000,
    "regional-office": 6000,
    secretariat: 12_000,
    partner: 3000,
  } satisfies Record<AdministrationKind, number>,
  /** Whoever is not signed in, by address: an administration's whole network may be behind one. */
  address: 300,
  /** What somebody at one address tries on one thing: the code or secret of an application, one administration's sign-in. */
  thing: 60,
  /** All that one proxy hands on, so that an address which somebody made up gains little. */
  proxy: 3000,
} as const;

/** The minute that runs at a time, and how many seconds are left of it. */
export const windowAt = (now: Date): { readonly number: number; readonly secondsLeft: number } => {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    number: Math.floor(seconds / WINDOW_SECONDS),
    secondsLeft: WINDOW_SECONDS - (seconds % WINDOW_SECONDS),
  };
};

/** One spelling of what a request names, whatever its case, its Unicode form and its percent-encoding. */
export const oneSpelling = (given: string): string => {
  try {
    return decodeURIComponent(given).normalize("NFKC").toLowerCase();
  } catch {
    // A percent sign that encodes nothing.
    return given.normalize("NFKC").toLowerCase();
  }
};

/**
 * A caller's address as it is counted: of IPv6 the network, since a subscriber has 2^64 addresses in it (RFC 6177), and
 * an IPv4 address however it is written (RFC 4291, 2.5.5.2).
 */
export const networkOf = (address: string): string => {
  const plain = address.trim().toLowerCase().replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined || !plain.includes(":")) return mapped ?? plain;
  const [head = "", tail] = plain.split("::");
  const groupsOf = (text: string): readonly string[] => (text === "" ? [] : text.split(":"));
  const [before, after] = [groupsOf(head), groupsOf(tail ?? "")];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
};
