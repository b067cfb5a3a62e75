import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { founding } from "../../../shared/adapters/records/founding.ts";
import type { administrations } from "../../../shared/contract/administrations.ts";
import { isTaken, kindOf } from "../../../shared/domain/administration.ts";
import { crockford } from "../../../shared/domain/alert-reference.ts";
import { replaced } from "../../../shared/domain/contact-point.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Command } from "../../runtime/request.ts";
import { administrationAnswer, loadAdministration } from "./view.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** The secretariat lets in a regional office or a partner, which nobody applies for. */
export const creating = ({ store, randomBytes }: Dependencies) => {
  const create: Command<(typeof administrations)["create"]> = {
    perform: async ({ body, circumstances }) => {
      const { code, name, region } = body;
      const kind = kindOf(code);
      if (kind === undefined) throw invalid("/code", "Members apply themselves.");
      if (region !== undefined && kind !== "regional-office")
        throw invalid("/region", "Only a regional office has a region.");
      const existing = await getAdministration(store, code);
      if (isTaken(existing))
        throw new Problem("conflict", `${code} is the code of ${existing.name} already. Choose another one.`);
      const at = circumstances.now.toISOString();
      const { steps, work } = founding({
        existing,
        administration: { code, kind, name, ...(region === undefined ? {} : { region }) },
        recognitionPhrase: crockford(randomBytes(8), 8),
        contactPoints: {
          administration: code,
          contactPoints: [...replaced([], body.contactPoints, at)],
          revision: 1,
          changedAt: at,
        },
        at,
        newId: circumstances.newId,
      });
      await commit(store, circumstances, {
        action: "administrations.create",
        subject: code,
        detail: { kind },
        steps,
        outbox: [work],
      });
      return { subject: code };
    },
    render: async (code, { circumstances: { now } }) => ({
      ...(await administrationAnswer(store, await loadAdministration(store, code), now)),
      location: `/v1/administrations/${code}`,
    }),
  };

  return { create };
};
