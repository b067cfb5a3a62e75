import { createHash } from "node:crypto";
import { administrationKey, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { countedStep, type Rate } from "../../../shared/adapters/records/rate.ts";
import { getRegistration, registrationItem } from "../../../shared/adapters/records/registrations.ts";
import type { registrations } from "../../../shared/contract/registrations.ts";
import { isTaken } from "../../../shared/domain/administration.ts";
import { crockford } from "../../../shared/domain/alert-reference.ts";
import {
  type CodeKey,
  codePurpose,
  newCode,
  sendAgain,
  spendTry,
  wrongCode,
} from "../../../shared/domain/one-time-code.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Registration } from "../../../shared/domain/registration.ts";
import { memberByCode } from "../../../shared/reference/members.ts";
import { terms } from "../../../shared/reference/terms.ts";
import type { Answer, Command, Read } from "../../runtime/request.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly codes: CodeKey;
  readonly randomBytes: (length: number) => Uint8Array;
}

type Contract = typeof registrations;

/** Anybody may apply, and a code sends a mail: nobody's mailbox is to be filled by it. */
const mailed: Rate = {
  limit: 20,
  refusal: "Too many codes were asked for this e-mail address within the hour. Try again in the next one.",
};

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** What the code alone proves entitles to no more: the reason is for who holds the secret. */
const progress = ({ reference, administration, state, changedAt }: Registration) => ({
  reference,
  administration,
  state,
  changedAt,
});

const status = (registration: Registration): Answer => ({
  body: {
    ...progress(registration),
    ...(registration.reason === undefined ? {} : { reason: registration.reason }),
  },
});

const takesPart = (code: string): Problem =>
  new Problem(
    "conflict",
    `${code} takes part in the exchange already, so this application is closed. Ask its contact points for an account.`,
  );

/** What an applicant does, who is not signed in. */
export const applying = ({ store, codes, randomBytes }: Dependencies) => {
  const load = async (id: string): Promise<Registration> => {
    const registration = await getRegistration(store, id);
    if (registration === undefined) throw unknown();
    return registration;
  };
  /** The applicant's own view; a wrong secret is answered as an unknown application. */
  const loadOwn = async (id: string, secret: string): Promise<Registration> => {
    const registration = await load(id);
    if (registration.secretHash !== hashOf(secret)) throw unknown();
    return registration;
  };

  const counted = (registration: Pick<Registration, "contactPoints">, now: Date) =>
    countedStep(store, `application ${registration.contactPoints[0]?.email}`, now, mailed);

  const apply: Command<Contract["apply"]> = {
    perform: async ({ body, circumstances }) => {
      const member = memberByCode(body.administration);
      if (member === undefined)
        throw invalid(
          "/administration",
          `${body.administration} is no member of the World Customs Organization.`,
        );
      if (body.termsVersion !== terms.version)
        throw invalid("/termsVersion", `Read and accept the current terms, version ${terms.version}.`);
      const at = circumstances.now.toISOString();
      const secret = Buffer.from(randomBytes(16)).toString("base64url");
      const registration: Registration = {
        ...body,
        id: circumstances.newId(),
        reference: crockford(randomBytes(8), 8),
        state: "unconfirmed",
        secretHash: hashOf(secret),
        code: newCode(circumstances.newId(), circumstances.now),
        revision: 1,
        createdAt: at,
        changedAt: at,
      };
      await commit(store, circumstances, {
        action: "registrations.apply",
        subject: registration.id,
        detail: { administration: registration.administration },
        steps: [
          { put: registrationItem(registration), when: { absent: true } },
          await counted(body, circumstances.now),
        ],
        outbox: [{ kind: "registration-code", registration: registration.id }],
      });
      return { subject: registration.id, once: { secret } };
    },
    render: async (id) => {
      const { reference, state } = await load(id);
      return { body: { id, reference, state }, location: `/v1/registrations/${id}/status` };
    },
  };

  const confirm: Command<Contract["confirm"]> = {
    // The same for an application in any state: who cannot show the code learns neither its state nor the decision.
    perform: async ({ params, body, circumstances }) => {
      const registration = await load(params.id);
      const { revision, administration } = registration;
      const code = spendTry(registration.code, circumstances.now);
      const right = (await codes.digits(codePurpose.registration(params.id), code.nonce)) === body.code;
      const counts = right && registration.state === "unconfirmed";
      const existing = counts ? await getAdministration(store, administration) : undefined;
      const revisionOfExisting = existing?.revision;
      const closes = isTaken(existing);
      const next: Registration = {
        ...registration,
        code,
        revision: revision + 1,
        ...(counts
          ? { state: closes ? "closed" : "confirmed", changedAt: circumstances.now.toISOString() }
          : {}),
      };
      const { idempotency: _, ...unrepeatable } = circumstances;
      await commit(store, right && !closes ? circumstances : unrepeatable, {
        action: closes ? "registrations.close" : right ? "registrations.confirm" : "registrations.wrong-code",
        subject: params.id,
        steps: [
          { put: registrationItem(next), when: { equals: { revision } } },
          ...(counts && !closes
            ? [
                {
                  check: administrationKey(administration),
                  when:
                    revisionOfExisting === undefined
                      ? { absent: true as const }
                      : { equals: { revision: revisionOfExisting } },
                  otherwise: () => takesPart(administration),
                },
              ]
            : []),
        ],
      });
      if (!right) throw wrongCode(code);
      if (closes) throw takesPart(administration);
      return { subject: params.id };
    },
    render: async (id) => ({ body: progress(await load(id)) }),
  };

  const resend: Command<Contract["resend"]> = {
    perform: async ({ params, body, circumstances }) => {
      const registration = await loadOwn(params.id, body.secret);
      const { code, revision } = registration;
      if (registration.state !== "unconfirmed") return { subject: params.id };
      const next: Registration = {
        ...registration,
        code: sendAgain(code, circumstances.newId(), circumstances.now, "Apply again."),
        revision: revision + 1,
        changedAt: circumstances.now.toISOString(),
      };
      await commit(store, circumstances, {
        action: "registrations.resend",
        subject: params.id,
        steps: [
          { put: registrationItem(next), when: { equals: { revision } } },
          await counted(registration, circumstances.now),
        ],
        outbox: [{ kind: "registration-code", registration: params.id }],
      });
      return { subject: params.id };
    },
    render: async (id) => status(await load(id)),
  };

  const statusOf: Read<Contract["status"]> = async ({ params, query }) =>
    status(await loadOwn(params.id, query.secret));

  return { apply, confirm, resend, status: statusOf };
};
