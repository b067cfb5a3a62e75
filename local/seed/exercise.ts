import { groups } from "../../shared/contract/groups.ts";
import type { Exchange, SignedInPerson } from "./exchange.ts";

/** Few of those that take part, so that the others show how nothing of it is told to them. */
export const EXERCISE = { id: "exercise", owner: "FR", members: ["DE", "IT"] } as const;

const DAY_MS = 86_400_000;

/** Begun a week ago, over in three months. */
const dates = (now: Date) => {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const at = (days: number) => new Date(midnight + days * DAY_MS).toISOString();
  return { from: at(-7), until: at(90) };
};

/** One operation beside the group of all: the secretariat creates it, its owner admits the members. */
export const holdExercise = async (
  { api }: Exchange,
  operator: SignedInPerson,
  owner: SignedInPerson,
): Promise<void> => {
  const { id } = EXERCISE;
  await api.call(groups.create, {
    token: operator.token,
    body: {
      kind: "operation",
      id,
      name: "Operation (exercise)",
      description: "Shows what an operation looks like. Nothing in it is real.",
      owner: EXERCISE.owner,
      history: "from-admission",
      ...dates(new Date()),
    },
  });
  for (const code of EXERCISE.members)
    await api.call(groups.admit, { token: owner.token, params: { id, code } });
};
