import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { draftKey } from "../../../shared/adapters/records/alerts.ts";
import { commit, inTrailOf, type Step } from "../../../shared/adapters/records/change.ts";
import { getMemberships } from "../../../shared/adapters/records/groups.ts";
import {
  beyondKept,
  earlierItem,
  erasedParties,
  getParties,
  partiesItem,
} from "../../../shared/adapters/records/parties.ts";
import { getHold } from "../../../shared/adapters/records/party-holds.ts";
import type { PartiesView } from "../../../shared/contract/alert-parties.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { recipients } from "../../../shared/domain/audience.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import { type Naming, nextLook, type Parties, partiesRight } from "../../../shared/domain/parties.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { assertCurrent, isHeld, type Read } from "../../runtime/request.ts";
import { type Reached, reach } from "./access.ts";
import { heldRefusal } from "./holding-parties.ts";

type Contract = typeof alerts;

const namingOf = (found: Reached): Naming =>
  "draft" in found ? { ...found.draft, isReleased: false } : { ...found.head, isReleased: true };

/** A change holds only while the alert is what it was decided on: a draft not yet out, a release not yet over. */
const unchangedAlert = (found: Reached): Step =>
  "draft" in found
    ? { check: draftKey(found.draft.administration, found.draft.id), when: { present: true } }
    : { check: headKey(found.head.id), when: { equals: { state: found.head.state } } };

const WHOSE =
  "Whom an alert names is read by contact points and releasers of its author's administration, and by the officer who wrote it.";

/** Persons and companies that an alert names: apart from it, and to few. To all others it looks as if it named none. */
export const keepingParties = ({ store }: { readonly store: RecordStore }) => {
  const found = async (caller: Caller, id: string, now: Date) => {
    const [reached, parties] = await Promise.all([reach(store, caller, id, now), getParties(store, id)]);
    if ("head" in reached && !reached.isAddressed) throw unknown();
    const right = partiesRight(caller, namingOf(reached), parties?.readers ?? []);
    // To the author's own people the alert is no secret, and this says nothing of whether it names anybody.
    if (right === undefined && reached.side === "author") throw new Problem("forbidden", WHOSE);
    if (right === undefined) throw unknown();
    return { reached, parties, right };
  };

  const toWrite = async (caller: Caller, id: string, now: Date) => {
    const { right, ...rest } = await found(caller, id, now);
    if (right === "read")
      throw new Problem(
        "forbidden",
        "After the release, its author's contact points and releasers change who is named.",
      );
    return rest;
  };

  const answerOf = async (parties: Parties, reader: AdministrationCode, now: Date) => {
    const { version, changedAt, readers } = parties;
    const isAuthor = parties.administration === reader;
    const hold = isAuthor ? await getHold(store, parties.alert, now) : undefined;
    const body: PartiesView = {
      version,
      changedAt,
      parties: parties.parties,
      ...(isAuthor ? { readers } : {}),
      ...(hold === undefined ? {} : { heldUntil: hold.until }),
    };
    return { body, etag: `parties-${version}` };
  };

  const assertReaders = async (reached: Reached, readers: readonly AdministrationCode[], now: Date) => {
    const about = "draft" in reached ? { ...reached.draft, ...reached.draft.content } : reached.head;
    const { administration: author, group, audience } = about;
    const releasedAt = "head" in reached ? reached.head.releasedAt : now.toISOString();
    const members = await getMemberships(store, group, readers);
    const addressed = recipients({ author, group, audience, releasedAt }, members);
    const outside = readers.filter((code) => code === author || !addressed.includes(code));
    if (outside.length > 0)
      throw invalid(
        "/readers",
        `Only others whom the alert is addressed to can read its parties: leave out ${outside.join(", ")}.`,
      );
  };

  const parties: Read<Contract["parties"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const shown = (await found(caller, params.id, circumstances.now)).parties;
    // To who may enter them alone: a reader is named with them.
    if (shown === undefined) return { body: { version: 0, parties: [], readers: [] }, etag: "parties-0" };
    const answer = await answerOf(shown, caller.administration, circumstances.now);
    if (isHeld(request, answer)) return answer;
    const detail = { version: shown.version, parties: shown.parties.length };
    await commit(store, circumstances, {
      action: "alerts.read-parties",
      subject: params.id,
      detail,
      steps: inTrailOf(shown.administration, circumstances, {
        actor: "system",
        action: "alerts.parties-read",
        subject: params.id,
        detail: { ...detail, by: caller.administration },
      }),
    });
    return answer;
  };

  const replaceParties: Read<Contract["replaceParties"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const { reached, parties: before } = await toWrite(caller, params.id, circumstances.now);
    if (before !== undefined) {
      if (request.ifMatch === undefined)
        throw new Problem(
          "precondition-required",
          "This alert names parties already. Read them and send If-Match with their version.",
        );
      assertCurrent(request, `parties-${before.version}`);
    }
    await assertReaders(reached, body.readers, circumstances.now);
    const next: Parties = {
      ...body,
      alert: params.id,
      administration: caller.administration,
      version: (before?.version ?? 0) + 1,
      changedBy: caller.id,
      changedAt: circumstances.now.toISOString(),
    };
    await commit(store, circumstances, {
      action: "alerts.replace-parties",
      subject: params.id,
      detail: { version: next.version, parties: next.parties.length, readers: next.readers.join(" ") },
      steps: [
        {
          put: partiesItem(next, nextLook(circumstances.now)),
          when: before === undefined ? { absent: true } : { equals: { version: before.version } },
        },
        ...(before === undefined ? [] : [{ put: earlierItem(before) }]),
        ...(before === undefined ? [] : await beyondKept(store, params.id, circumstances.now)),
        unchangedAlert(reached),
      ],
    });
    return answerOf(next, caller.administration, circumstances.now);
  };

  const removeParties: Read<Contract["removeParties"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const { parties: before } = await toWrite(caller, params.id, circumstances.now);
    if (before === undefined) throw new Problem("conflict", "This alert names nobody.");
    assertCurrent(request, `parties-${before.version}`);
    const hold = await getHold(store, params.id, circumstances.now);
    if (hold !== undefined) throw heldRefusal(hold);
    const { steps, versions } = await erasedParties(store, before, circumstances.now);
    await commit(store, circumstances, {
      action: "alerts.remove-parties",
      subject: params.id,
      detail: { parties: before.parties.length, versions },
      steps,
    });
    return {};
  };

  return { parties, replaceParties, removeParties };
};
