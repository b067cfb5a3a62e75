import type { Browser } from "playwright-core";
import { type Console, openConsole, picture } from "../support/console.ts";
import { type Person, run, state } from "../support/system.ts";

/** A member that takes no part yet; the first on a new system. */
const candidates = ["KE", "UG", "TZ", "RW", "ZM", "GH", "SN", "MA", "TN", "MW", "NA", "BW", "MZ", "AO"];

const takesPart = async (code: string): Promise<boolean> =>
  (await fetch(`${state.apiUrl}/sign-in/${code}`)).ok;

const newcomer = async (): Promise<string> => {
  for (const code of candidates) if (!(await takesPart(code))) return code;
  throw new Error("Every candidate takes part already: begin a fresh system.");
};

/** What one part of the journey leaves for the next: who is who, and the windows that they have open. */
export interface Journey {
  readonly code: string;
  readonly name: string;
  /** The newcomer's people by their role, with the addresses that nobody else of another run has. */
  readonly addressOf: (role: string) => string;
  readonly windowOf: (person: string) => Promise<Console>;
  /** How every window looks now. */
  readonly pictureAll: (name: string) => Promise<void>;
  readonly people: Map<string, Person>;
  readonly alert: { title: string; path: string; reference: string };
}

export const beginJourney = async (browser: Browser): Promise<Journey> => {
  const code = await newcomer();
  const windows = new Map<string, Console>();
  return {
    code,
    name: new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code,
    addressOf: (role) => `${role}-${run}@${code.toLowerCase()}.customs.example`,
    windowOf: async (person) => {
      const open = windows.get(person) ?? (await openConsole(browser));
      windows.set(person, open);
      return open;
    },
    pictureAll: async (name) => {
      for (const [person, window] of windows) await picture(window, `${name}-${person}`);
    },
    people: new Map(),
    alert: { title: `Falsified oxytocin 10 IU, 4,000 ampoules (${run})`, path: "", reference: "" },
  };
};
