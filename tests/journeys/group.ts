import { membershipItems, membersOf } from "../../shared/adapters/records/groups.ts";
import { members } from "../../shared/reference/members.ts";
import { store } from "./system.ts";

/** As many as an alert of the United States can name, beside its own administration. */
export const others = members
  .map(({ code }) => code)
  .filter((code) => code !== "US")
  .slice(0, 186);

/** Has all of them in the group while it works. Most have no user pool here: the membership makes a recipient. */
export const withAllInTheGroup = async <T>(work: () => Promise<T>): Promise<T> => {
  const present = new Set((await membersOf(store, "ipr")).map(({ administration }) => administration));
  const lent = others
    .filter((code) => !present.has(code))
    .flatMap((administration) =>
      membershipItems({
        group: "ipr",
        administration,
        history: "all",
        intervals: [{ from: "2026-01-01T00:00:00.000Z" }],
      }),
    );
  await store.writeMany(lent.map((put) => ({ put })));
  try {
    return await work();
  } finally {
    await store.writeMany(lent.map((item) => ({ delete: item })));
  }
};

/** What stands under one key of each of them. */
export const ofEach = async (keyOf: (code: string) => { readonly pk: string; readonly sk: string }) =>
  (
    await Promise.all([others.slice(0, 93), others.slice(93)].map((some) => store.getMany(some.map(keyOf))))
  ).flat();
