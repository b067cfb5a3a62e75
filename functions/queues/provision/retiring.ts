import { administrationKey } from "../../../shared/adapters/records/administrations.ts";
import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import { membershipChange, membershipsOf } from "../../../shared/adapters/records/groups.ts";
import {
  endpointKey,
  subscriptionKey,
  subscriptionsOf,
} from "../../../shared/adapters/records/subscriptions.ts";
import {
  countedAccount,
  everySystemAccount,
  systemAccountItem,
  systemClientKey,
} from "../../../shared/adapters/records/system-accounts.ts";
import { listUsers, userAddressItem, userItem } from "../../../shared/adapters/records/users.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { isOpen, removed } from "../../../shared/domain/group.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import type { OutboxWork } from "../../../shared/domain/outbox.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { ended } from "../../../shared/domain/system-account.ts";
import type { User } from "../../../shared/domain/user.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** Each takes two of a transaction's 100 actions. */
const AT_ONCE = 40;

const chunksOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
    all.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );

/** Whose it is, and what it was when the work began. */
type Whose = Pick<Administration, "code" | "state">;

/**
 * Ends what an administration that left has still in use; what it did and wrote stays. Done already, there is nothing to do. Each change
 * holds as long as the administration is what it was when the work began: one that comes back at that moment has people who are not to be ended.
 */
export const retiring = ({ store, clock, newId }: Dependencies) => {
  const change = (
    { code, state }: Whose,
    action: string,
    about: {
      readonly detail: Readonly<Record<string, number>>;
      readonly steps: readonly Step[];
      readonly outbox?: readonly OutboxWork[];
    },
  ): Promise<void> =>
    commit(
      store,
      { now: clock(), newId, administration: code, actor: "system" },
      {
        action,
        subject: code,
        ...about,
        steps: [...about.steps, { check: administrationKey(code), when: { equals: { state } } }],
      },
    );

  /** The first of them were ended with the leave itself. */
  const leaveGroups = async (whose: Whose): Promise<void> => {
    for (;;) {
      const some = (await membershipsOf(store, whose.code)).filter(isOpen).slice(0, AT_ONCE);
      if (some.length === 0) return;
      const at = clock().toISOString();
      await change(whose, "administrations.leave-groups", {
        detail: { groups: some.length },
        steps: some.flatMap((each) => membershipChange(each, removed(each, at))),
      });
    }
  };

  /** SNS is told of each address that is gone: nothing reaches it any more. */
  const retireAddresses = async (whose: Whose): Promise<void> => {
    const { code } = whose;
    const { subscriptions, endpoints } = await subscriptionsOf(store, code);
    for (const some of chunksOf(subscriptions))
      await change(whose, "administrations.end-subscriptions", {
        detail: { subscriptions: some.length },
        steps: some.map(({ id }) => ({ delete: subscriptionKey(code, id) })),
      });
    for (const some of chunksOf(endpoints))
      await change(whose, "administrations.end-addresses", {
        detail: { addresses: some.length },
        steps: some.map(({ id }) => ({ delete: endpointKey(code, id) })),
        outbox: some.map(({ id, topic, address, subscriptionArn }) => ({
          kind: "remove-endpoint",
          administration: code,
          endpoint: id,
          topic,
          address,
          ...(subscriptionArn === undefined ? {} : { subscriptionArn }),
        })),
      });
  };

  const retireSystemAccounts = async (whose: Whose): Promise<void> => {
    const { code } = whose;
    for (const account of await everySystemAccount(store, code)) {
      if (account.deletedAt !== undefined) continue;
      const { clients, revision } = account;
      await change(whose, "administrations.end-system-account", {
        detail: { secrets: clients.length },
        steps: [
          {
            put: systemAccountItem({ ...ended(account, clock()), clients: [] }),
            when: { equals: { revision } },
          },
          ...clients.map(({ id }) => ({ delete: systemClientKey(code, id) })),
          await countedAccount(store, code, -1),
        ],
      });
    }
  };

  /** An address that somebody else has by now stays theirs. */
  const retired = async (users: readonly User[]): Promise<readonly Step[]> => {
    const at = clock().toISOString();
    const held = await store.getMany(users.map(userAddressItem));
    return users.flatMap((user, n): readonly Step[] => {
      const { revision } = user;
      const { pk, sk } = userAddressItem(user);
      return [
        {
          put: userItem({ ...user, state: "disabled", deletedAt: at, revision: revision + 1, changedAt: at }),
          when: { equals: { revision } },
        },
        ...(held[n]?.["user"] === user.id ? [{ delete: { pk, sk } }] : []),
      ];
    });
  };

  const retirePeople = async (whose: Whose, but: Id | undefined): Promise<void> => {
    await retireSystemAccounts(whose);
    let after: string | undefined;
    do {
      const page = await listUsers(store, whose.code, AT_ONCE, after);
      const users = page.items.filter(({ id, deletedAt }) => id !== but && deletedAt === undefined);
      if (users.length > 0)
        await change(whose, "administrations.retire-people", {
          detail: { people: users.length },
          steps: await retired(users),
        });
      after = page.more ? `USR#${page.items.at(-1)?.id}` : undefined;
    } while (after !== undefined);
  };

  return { leaveGroups, retireAddresses, retirePeople };
};
