import { createHash } from "node:crypto";
import { commit } from "../../../shared/adapters/records/change.ts";
import { countedStep, type Rate } from "../../../shared/adapters/records/rate.ts";
import { getRegistration, registrationItem } from "../../../shared/adapters/records/registrations.ts";
import type { registrations } from "../../../shared/contract/registrations.ts";
import { crockford } from "../../../shared/domain/alert-reference.ts";
import {
  type CodeKey,
  codePurpose,
  newCode,
  sendAgain,
  spendTry,
  wrongCode,
} from "../../../shared/domain/one-time-code.ts";
import { invalid, unknown } from "../../../shared/domain/problem.ts";
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

/** Anybody may apply, and an application sends a mail: nobody's mailbox is to be filled by it. */
const mailed: Rate = {
  limit: 20,
  refusal: "Too many applications named this e-mail address within the hour. Try again in an hour.",
};

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

const status = ({ reference, administration, state, reason, changedAt }: Registration): Answer => ({
  body: { reference, administration, state, ...(reason === undefined ? {} : { reason }), changedAt },
});

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
          await countedStep(store, `application ${body.contactPoints[0]?.email}`, circumstances.now, mailed),
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
    perform: async ({ params, body, circumstances }) => {
      const registration = await load(params.id);
      if (registration.state !== "unconfirmed") return { subject: params.id };
      const { revision } = registration;
      const code = spendTry(registration.code, circumstances.now);
      const right = (await codes.digits(codePurpose.registration(params.id), code.nonce)) === body.code;
      const next: Registration = {
        ...registration,
        state: right ? "confirmed" : "unconfirmed",
        code,
        revision: revision + 1,
        changedAt: circumstances.now.toISOString(),
      };
      const { idempotency: _, ...unrepeatable } = circumstances;
      await commit(store, right ? circumstances : unrepeatable, {
        action: right ? "registrations.confirm" : "registrations.wrong-code",
        subject: params.id,
        steps: [{ put: registrationItem(next), when: { equals: { revision } } }],
      });
      if (!right) throw wrongCode(code);
      return { subject: params.id };
    },
    render: async (id) => status(await load(id)),
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
        steps: [{ put: registrationItem(next), when: { equals: { revision } } }],
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
