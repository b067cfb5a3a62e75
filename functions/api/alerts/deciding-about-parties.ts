import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { commit, inTrailOf, type Step } from "../../../shared/adapters/records/change.ts";
import { parsedIfAny } from "../../../shared/adapters/records/parsed.ts";
import {
  earlierItem,
  erasedEarlier,
  erasedParties,
  getParties,
  partiesItem,
} from "../../../shared/adapters/records/parties.ts";
import { getHold } from "../../../shared/adapters/records/party-holds.ts";
import { partyRequestItem } from "../../../shared/adapters/records/party-requests.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { AlertHead } from "../../../shared/domain/alert.ts";
import { nextLook, type Parties, partiesRight } from "../../../shared/domain/parties.ts";
import type { PartyRequest, PartyRequestDecision } from "../../../shared/domain/party-request.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assertCurrent, type Read } from "../../runtime/request.ts";
import { foundRequest, partyRequestAnswer } from "./asking-about-parties.ts";
import { heldRefusal } from "./holding-parties.ts";

type Contract = typeof alerts;
type Granted = Extract<PartyRequestDecision, { readonly decision: "granted" }>;

const NAMES_NOBODY =
  "This alert names nobody any more. Refuse the request, and say that there is no such name.";

/** What its author makes of a request. What is granted is done in the same transaction, and no earlier version keeps it. */
export const decidingAboutParties = ({ store }: { readonly store: RecordStore }) => {
  /** The names as they are from now on, and how many versions went. A hold keeps earlier ones, and forbids to erase. */
  const carriedOut = async (
    { alert, kind }: PartyRequest,
    { parties, version }: Granted,
    by: string,
    now: Date,
  ): Promise<{ readonly steps: readonly Step[]; readonly versions: number }> => {
    const before = await getParties(store, alert);
    if (before === undefined) throw new Problem("conflict", NAMES_NOBODY);
    if (before.version !== version)
      throw new Problem("stale", "The names were changed meanwhile. Read them again, then decide.");
    const hold = await getHold(store, alert, now);
    if (kind === "erasure" && hold !== undefined) throw heldRefusal(hold);
    if (parties.length === 0) {
      if (kind === "correction")
        throw invalid(
          "/parties",
          "A correction names somebody. What is to be gone is asked for as an erasure.",
        );
      return erasedParties(store, before, now);
    }
    const next: Parties = {
      ...before,
      parties,
      version: before.version + 1,
      changedBy: by,
      changedAt: now.toISOString(),
    };
    const put: Step = { put: partiesItem(next, nextLook(now)), when: { equals: { version } } };
    if (hold !== undefined) return { steps: [put, { put: earlierItem(before) }], versions: 0 };
    const earlier = await erasedEarlier(store, alert, now);
    return { steps: [put, ...earlier.steps], versions: earlier.versions + 1 };
  };

  const decidePartyRequest: Read<Contract["decidePartyRequest"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const { now } = circumstances;
    const asked = await foundRequest(store, caller, params.id);
    if (asked.author !== caller.administration)
      throw new Problem("forbidden", "The administration that issued the alert decides about it.");
    // Recalled or not: whoever is named in it is named on until its names are erased.
    const head = parsedIfAny(AlertHead, await store.get(headKey(asked.alert)));
    if (head === undefined) throw unknown();
    if (partiesRight(caller, { ...head, isReleased: true }, []) !== "write")
      throw new Problem(
        "forbidden",
        "After the release, its author's contact points and releasers change who is named.",
      );
    assertCurrent(request, partyRequestAnswer(asked).etag);
    const decided = () => new Problem("conflict", "This was decided already. Read it again.");
    if (asked.state !== "waiting") throw decided();
    const done =
      body.decision === "granted"
        ? await carriedOut(asked, body, caller.id, now)
        : { steps: [], versions: 0 };
    const at = now.toISOString();
    const { about: _, ...rest } = asked;
    const next: PartyRequest = {
      ...rest,
      state: body.decision,
      decision: { by: caller.id, at, ...(body.decision === "refused" ? { reason: body.reason } : {}) },
    };
    const verb = body.decision === "granted" ? "grant" : "refuse";
    const detail = { request: asked.id, kind: asked.kind, reference: asked.reference };
    await commit(store, circumstances, {
      action: `alerts.${verb}-party-request`,
      subject: asked.alert,
      detail: {
        ...detail,
        administration: asked.administration,
        ...(body.decision === "granted" ? { parties: body.parties.length, versions: done.versions } : {}),
      },
      steps: [
        { put: partyRequestItem(next), when: { equals: { state: "waiting" } }, otherwise: decided },
        ...done.steps,
        ...inTrailOf(asked.administration, circumstances, {
          actor: "system",
          action:
            body.decision === "granted" ? "alerts.granted-party-request" : "alerts.refused-party-request",
          subject: asked.alert,
          detail: { ...detail, by: asked.author },
        }),
      ],
    });
    return partyRequestAnswer(next);
  };

  return { decidePartyRequest };
};
