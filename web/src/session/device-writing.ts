import { personOfTab } from "./person.ts";

/*
 * What somebody writes and the exchange does not have yet, on this device: over a closed tab, a crashed browser and a new
 * sign-in. It is its writer's alone: signing out removes it, and so does the next person's sign-in.
 */

const PREFIX = "cencomm.writing.";
/** Longer than any leave; nobody would go on with it. */
const KEPT_MS = 30 * 24 * 3_600_000;

type Person = NonNullable<ReturnType<typeof personOfTab.get>>;

export interface Writing {
  /** Which editor it belongs to. */
  readonly name: string;
  /** Two tabs may write the same, each in a place of its own. */
  readonly slot: string;
  /** When it was last written; milliseconds since the epoch. */
  readonly at: number;
  readonly value: unknown;
}

type Place = Pick<Writing, "name" | "slot">;

const ownerOf = ({ administration, email }: Person): string => `${PREFIX}${administration} ${email} `;
const keyOf = (person: Person, { name, slot }: Place): string => `${ownerOf(person)}${name} ${slot}`;

const readAt = (storage: Storage, key: string): Pick<Writing, "at" | "value"> | undefined => {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? "");
    return typeof found === "object" && found !== null && "at" in found && typeof found.at === "number"
      ? { at: found.at, value: "value" in found ? found.value : undefined }
      : undefined;
  } catch {
    return undefined;
  }
};

/** One person's writings in a browser's storage. */
export const writingsIn = (storage: Storage, person: Person | undefined, now: () => number = Date.now) => {
  const keys = (): readonly string[] => Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  return {
    /** Whether there was room for it. */
    keep: (place: Place, value: unknown): boolean => {
      if (person === undefined) return false;
      try {
        storage.setItem(keyOf(person, place), JSON.stringify({ at: now(), value }));
        return true;
      } catch {
        return false;
      }
    },
    drop: (place: Place): void => {
      if (person !== undefined) storage.removeItem(keyOf(person, place));
    },
    /** All of them, the latest first. */
    list: (): readonly Writing[] =>
      person === undefined
        ? []
        : keys()
            .filter((key) => key.startsWith(ownerOf(person)))
            .flatMap((key) => {
              const [name = "", slot = ""] = key.slice(ownerOf(person).length).split(" ");
              const found = readAt(storage, key);
              return found === undefined ? [] : [{ name, slot, ...found }];
            })
            .sort((a, b) => b.at - a.at),
    /** Removes what somebody else wrote, and what nobody went on with; without a person, everything. */
    forgetOthers: (): void => {
      for (const key of keys()) {
        const isOwn = person !== undefined && key.startsWith(ownerOf(person));
        const at = isOwn ? (readAt(storage, key)?.at ?? 0) : 0;
        if (at < now() - KEPT_MS) storage.removeItem(key);
      }
    },
  };
};

/** Those of who is signed in, or was last, in this tab. */
export const writings = () => writingsIn(localStorage, personOfTab.get());
