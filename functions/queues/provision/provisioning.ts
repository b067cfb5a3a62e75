import {
  administrationItem,
  getAdministration,
  issuerItem,
} from "../../../shared/adapters/records/administrations.ts";
import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import { getMembership, membershipChange } from "../../../shared/adapters/records/groups.ts";
import { withLease } from "../../../shared/adapters/records/lease.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { admitted, IPR_GROUP, isOpen } from "../../../shared/domain/group.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import type { NoticeLanguage } from "../../../shared/domain/language.ts";
import { administrationName } from "../../../shared/domain/notices/administration-name.ts";
import { catalogues } from "../../../shared/domain/notices/catalogues.ts";
import type { InvitationTexts, Pools, Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { LEASE_SECONDS, peopling } from "./peopling.ts";
import { releasing } from "./releasing.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly pools: Pools;
  readonly topics: Topics;
  readonly consoleUrl: string;
  /** What invitations are sent as, by its ARN in SES. */
  readonly mailIdentity: string;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** One template serves a whole pool, so the invitation is written in both languages. */
const invitation = (
  administration: Administration,
  consoleUrl: string,
  sesIdentity: string,
): InvitationTexts => {
  const link = `${consoleUrl}/sign-in?administration=${administration.code}`;
  const inLanguage = (language: NoticeLanguage) =>
    catalogues[language].invitation(administrationName(administration, language), link);
  const [en, fr] = [inLanguage("en"), inLanguage("fr")];
  const html = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>\n");
  return {
    subject: `${en.subject} / ${fr.subject.split(" : ").at(-1)}`,
    body: `${html(en.text)}<br>\n<hr>\n${html(fr.text)}`,
    sesIdentity,
    consoleHost: new URL(consoleUrl).hostname,
  };
};

/**
 * Makes what an approved administration needs: user pool, issuer, topic, membership, first user. One that left and comes
 * back has what it had before taken away first: a new pool under the same name, and none of its former people. Each step looks for
 * what is there before it makes anything and is written down before the next one, so that the whole can be begun again
 * wherever it was killed. The lease keeps two functions from making two pools: CreateUserPool is not idempotent.
 */
export const provisioning = (dependencies: Dependencies) => {
  const { store, pools, topics, consoleUrl, mailIdentity, clock, newId } = dependencies;
  const { invite } = peopling(dependencies);
  const release = releasing(dependencies);

  const load = async (code: AdministrationCode): Promise<Administration> => {
    const found = await getAdministration(store, code);
    if (found === undefined) throw new Error(`There is no administration ${code}`);
    return found;
  };

  const become = async (
    current: Administration,
    action: string,
    change: Partial<Administration>,
    steps: readonly Step[] = [],
  ): Promise<Administration> => {
    const now = clock();
    const next = { ...current, ...change, revision: current.revision + 1, changedAt: now.toISOString() };
    await commit(
      store,
      { now, newId, administration: current.code, actor: "system" },
      {
        action: `administrations.${action}`,
        subject: current.code,
        steps: [
          { put: administrationItem(next), when: { equals: { revision: current.revision } } },
          ...steps,
        ],
      },
    );
    return next;
  };

  const withoutFormer = async (current: Administration): Promise<Administration> => {
    const { formerly, ...rest } = current;
    if (formerly === undefined) return current;
    await release(current, formerly, current.firstUserId);
    return become(rest, "let-go", {});
  };

  const withPool = async (current: Administration): Promise<Administration> => {
    if (current.pool !== undefined) return current;
    const pool = await pools.ensurePool(current.code, invitation(current, consoleUrl, mailIdentity));
    return become(current, "pool-made", { pool }, [{ put: issuerItem(pool.issuer, current.code) }]);
  };

  const withTopic = async (current: Administration): Promise<Administration> =>
    current.topics.length > 0
      ? current
      : become(current, "topic-made", { topics: [await topics.ensureTopic(current.code, 1)] });

  /** A partner observes what it is invited to: the secretariat admits it group by group (decision 037). */
  const withMembership = async (current: Administration): Promise<Administration> => {
    if (current.kind === "partner") return current;
    const { code: administration, region } = current;
    const known = await getMembership(store, IPR_GROUP, administration);
    if (known !== undefined && isOpen(known)) return current;
    const before = known ?? { group: IPR_GROUP, administration, history: "all" as const, intervals: [] };
    const next = admitted(before, clock().toISOString(), region);
    return become(current, "admitted", {}, membershipChange(known, next));
  };

  const withFirstUser = async (current: Administration): Promise<Administration> => {
    await invite(current.code, current.firstUserId);
    return current;
  };

  /** In this order; the words say, where one stops, what could not be done. */
  const steps = [
    { said: "What it had before it left could not be let go of", perform: withoutFormer },
    { said: "The user pool could not be made", perform: withPool },
    { said: "The topic for notices could not be made", perform: withTopic },
    { said: "The admission to the group could not be recorded", perform: withMembership },
    { said: "The first user could not be invited", perform: withFirstUser },
  ] as const;

  const provision = async (code: AdministrationCode): Promise<void> => {
    let current = await load(code);
    if (!["approved", "provisioning", "provisioning-failed"].includes(current.state)) return;
    const { failure: _, ...unfailed } = current;
    current = await become(unfailed, "provisioning", { state: "provisioning" });
    for (const { said, perform } of steps)
      try {
        current = await perform(current);
      } catch (error) {
        const failure = `${said}: ${error instanceof Error ? `${error.name}, ${error.message}` : String(error)}`;
        await become(await load(code), "provisioning-failed", { state: "provisioning-failed", failure });
        throw error;
      }
    await become(current, "provisioned", { state: "active" });
  };

  return (code: AdministrationCode): Promise<void> =>
    withLease(store, `provision#${code}`, { now: clock(), seconds: LEASE_SECONDS, holder: newId() }, () =>
      provision(code),
    );
};
