import { administrationItem, getAdministration } from "../shared/adapters/records/administrations.ts";
import { commit } from "../shared/adapters/records/change.ts";
import { groupItem } from "../shared/adapters/records/groups.ts";
import { userAddressItem, userItem } from "../shared/adapters/records/users.ts";
import { crockford } from "../shared/domain/alert-reference.ts";
import { iprGroup } from "../shared/domain/group.ts";
import { type Id, SECRETARIAT } from "../shared/domain/identifiers.ts";
import type { RecordStore } from "../shared/domain/record-store.ts";
import type { User } from "../shared/domain/user.ts";

export interface Founding {
  readonly email: string;
  readonly name: string;
  readonly now: Date;
  readonly newId: () => Id;
  readonly randomBytes: (length: number) => Uint8Array;
}

const NAME = "World Customs Organization";

/**
 * Writes the secretariat, its first user and the group that exists from the start; the deployed functions make its pool
 * and invite the user, as for every administration. Where there is a secretariat already, that is tried again which has
 * not been made of it yet; answers with its state before.
 */
export const foundSecretariat = async (
  store: RecordStore,
  { email, name, now, newId, randomBytes }: Founding,
): Promise<"founded" | "tried-again" | "active"> => {
  const existing = await getAdministration(store, SECRETARIAT);
  if (existing !== undefined && existing.state !== "approved" && !existing.state.startsWith("provisioning"))
    return "active";
  const at = now.toISOString();
  const born = { revision: 1, createdAt: at, changedAt: at } as const;
  const user: User = {
    ...born,
    id: newId(),
    administration: SECRETARIAT,
    name,
    email,
    roles: ["operator", "contact-point"],
    state: "invited",
  };
  await commit(
    store,
    { now, newId, administration: SECRETARIAT, actor: "system" },
    {
      action: existing === undefined ? "administrations.found" : "administrations.retry-provisioning",
      subject: SECRETARIAT,
      steps:
        existing !== undefined
          ? []
          : [
              {
                put: administrationItem({
                  ...born,
                  code: SECRETARIAT,
                  kind: "secretariat",
                  name: NAME,
                  state: "approved",
                  recognitionPhrase: crockford(randomBytes(8), 8),
                  firstUserId: user.id,
                  topics: [],
                }),
                when: { absent: true },
              },
              { put: userItem(user), when: { absent: true } },
              { put: userAddressItem(user), when: { absent: true } },
              { put: groupItem(iprGroup(at)), when: { absent: true } },
            ],
      outbox: [{ kind: "provision-administration", administration: SECRETARIAT }],
    },
  );
  return existing === undefined ? "founded" : "tried-again";
};
