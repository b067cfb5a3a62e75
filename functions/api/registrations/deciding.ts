import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { appliedContactPoints } from "../../../shared/adapters/records/contact-points.ts";
import { founding } from "../../../shared/adapters/records/founding.ts";
import {
  getRegistration,
  listRegistrations,
  registrationItem,
} from "../../../shared/adapters/records/registrations.ts";
import type { registrations } from "../../../shared/contract/registrations.ts";
import { isTaken } from "../../../shared/domain/administration.ts";
import { crockford } from "../../../shared/domain/alert-reference.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Registration } from "../../../shared/domain/registration.ts";
import { differences } from "../../../shared/domain/registration-differences.ts";
import { memberByCode } from "../../../shared/reference/members.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import { type Answer, assertCurrent, type Command, type Read } from "../../runtime/request.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly randomBytes: (length: number) => Uint8Array;
}

type Contract = typeof registrations;

/** Open applications looked at for differences: the newest of each state. */
const LOOKED_AT = 100;

/** Each takes two of a transaction's 100 actions: itself, and the mail that says so. */
const CLOSED_AT_ONCE = 40;

/** What the secretariat does with applications. */
export const deciding = ({ store, randomBytes }: Dependencies) => {
  const load = async (id: string): Promise<Registration> => {
    const registration = await getRegistration(store, id);
    if (registration === undefined) throw unknown();
    return registration;
  };
  const openOnes = async (): Promise<readonly Registration[]> =>
    (await listRegistrations(store, "confirmed", LOOKED_AT)).items;

  const view = async (registration: Registration, others: readonly Registration[]) => {
    const { id, reference, administration, contactPoints, termsVersion, state, createdAt, changedAt } =
      registration;
    return {
      id,
      reference,
      administration,
      administrationName: memberByCode(administration)?.name ?? administration,
      contactPoints,
      termsVersion,
      state,
      createdAt,
      changedAt,
      ...(registration.verification === undefined ? {} : { verification: registration.verification }),
      ...(registration.reason === undefined ? {} : { reason: registration.reason }),
      differences:
        state === "confirmed"
          ? differences(registration, others, await getAdministration(store, administration))
          : [],
    };
  };
  const answer = async (registration: Registration): Promise<Answer> => ({
    body: await view(registration, await openOnes()),
    etag: String(registration.revision),
  });

  const list: Read<Contract["list"]> = async ({ query, caller }) => {
    const binding = [caller.id, "registrations", query.state];
    const page = await listRegistrations(store, query.state, query.limit, positionOf(query.cursor, binding));
    const others = await openOnes();
    const items = await Promise.all(page.items.map((registration) => view(registration, others)));
    return pageAnswer(items, page.more ? page.items.at(-1)?.id : undefined, binding);
  };

  const get: Read<Contract["get"]> = async ({ params }) => answer(await load(params.id));

  const toDecide = async (request: { params: { id: string }; ifMatch: string | undefined }) => {
    const registration = await load(request.params.id);
    assertCurrent(request, String(registration.revision));
    if (registration.state !== "confirmed")
      throw new Problem(
        "conflict",
        registration.state === "unconfirmed"
          ? "The applicant has not confirmed the e-mail address yet."
          : `This application is ${registration.state} already.`,
      );
    return registration;
  };

  const approve: Command<Contract["approve"]> = {
    perform: async (request) => {
      const { circumstances, body, caller } = request;
      const registration = await toDecide(request);
      const code = registration.administration;
      const existing = await getAdministration(store, code);
      if (isTaken(existing))
        throw new Problem(
          "conflict",
          `${code} is approved already. Reject this application; its contact points add people.`,
        );
      const member = memberByCode(code);
      if (member === undefined) throw unknown();
      const at = circumstances.now.toISOString();
      const founded = founding({
        existing,
        administration: { code, kind: "member", name: member.name, region: member.region },
        registrationId: registration.id,
        recognitionPhrase: crockford(randomBytes(8), 8),
        contactPoints: appliedContactPoints(code, registration.contactPoints, at),
        at,
        newId: circumstances.newId,
      });
      const decided = { decidedBy: caller.id, changedAt: at };
      const approved: Registration = {
        ...registration,
        ...decided,
        state: "approved",
        verification: body.verification,
        revision: registration.revision + 1,
      };
      const closed = (await openOnes())
        .filter((other) => other.administration === code && other.id !== registration.id)
        .slice(0, CLOSED_AT_ONCE);
      await commit(store, circumstances, {
        action: "registrations.approve",
        subject: registration.id,
        detail: { administration: code, verification: body.verification.method },
        steps: [
          { put: registrationItem(approved), when: { equals: { revision: registration.revision } } },
          ...founded.steps,
          ...closed.map((other) => ({
            put: registrationItem({ ...other, ...decided, state: "closed", revision: other.revision + 1 }),
            when: { equals: { revision: other.revision } },
          })),
        ],
        outbox: [
          founded.work,
          ...[registration, ...closed].map(({ id }) => ({
            kind: "registration-decided" as const,
            registration: id,
          })),
        ],
      });
      return { subject: registration.id };
    },
    render: async (id) => answer(await load(id)),
  };

  const reject: Command<Contract["reject"]> = {
    perform: async (request) => {
      const { circumstances, body, caller } = request;
      const registration = await toDecide(request);
      await commit(store, circumstances, {
        action: "registrations.reject",
        subject: registration.id,
        detail: { administration: registration.administration },
        steps: [
          {
            put: registrationItem({
              ...registration,
              state: "rejected",
              reason: body.reason,
              decidedBy: caller.id,
              revision: registration.revision + 1,
              changedAt: circumstances.now.toISOString(),
            }),
            when: { equals: { revision: registration.revision } },
          },
        ],
        outbox: [{ kind: "registration-decided", registration: registration.id }],
      });
      return { subject: registration.id };
    },
    render: async (id) => answer(await load(id)),
  };

  return { list, get, approve, reject };
};
