import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { headAsStored, linksAfter, provenAfter } from "../../../shared/adapters/records/trail.ts";
import type { audit } from "../../../shared/contract/audit.ts";
import {
  beginning,
  type ChainHead,
  chainFaults,
  type SealedEntry,
} from "../../../shared/domain/audit-chain.ts";
import type { ExportLine } from "../../../shared/domain/audit-export.ts";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import type { Vault } from "../../../shared/domain/checkpoint.ts";
import type { Cryptography } from "../../../shared/domain/cryptography.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { cursorOf, pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read, Request } from "../../runtime/request.ts";
import { proving } from "./proving.ts";
import { whoseTrail } from "./whose.ts";

type Contract = typeof audit;

interface Dependencies {
  readonly store: RecordStore;
  readonly vault: Vault;
  readonly cryptography: Cryptography;
}

/** Entries of one page of an export. */
const EXPORTED_AT_ONCE = 500;

/** Where a page begins, the entry before it, and where the range ends: fixed when it begins, for trails grow by being read. */
interface Walk {
  readonly to: number;
  readonly before: ChainHead;
}

const walked = ({ to, before }: Walk): string => `${to}.${before.seq}.${before.hash}`;
const resumed = (administration: AdministrationCode, position: string): Walk => {
  const [to, seq, hash = ""] = position.split(".");
  return { to: Number(to), before: { administration, seq: Number(seq), hash } };
};

export const verifying = (dependencies: Dependencies) => {
  const { store } = dependencies;
  const { beginningAt, page, faultAtEnd } = proving(dependencies);

  const begin = async (
    { query, caller }: Pick<Request<Contract["export"]>, "query" | "caller">,
    administration: AdministrationCode,
    purpose: string,
  ) => {
    const { from = 1, to } = query;
    const binding = [caller.id, purpose, administration, String(from), String(to)];
    const head = (await headAsStored(store, administration)) ?? beginning(administration);
    const position = positionOf(query.cursor, binding);
    if (position !== undefined)
      return { administration, from, head, binding, first: false, ...resumed(administration, position) };
    if (from > Math.max(head.seq, 1))
      throw new Problem("malformed", `This trail has ${head.seq} entries so far.`, [
        { pointer: "from", detail: "Begin at an entry that is there." },
      ]);
    const before = await beginningAt(administration, from);
    const end = Math.max(Math.min(to ?? head.seq, head.seq), from - 1);
    return { administration, from, head, binding, first: true, to: end, before };
  };

  const verification: Read<Contract["verification"]> = async (request) => {
    const whose = await whoseTrail(store, request.caller, request.query.administration);
    const { administration, from, head, binding, to, before } = await begin(request, whose, "verification");
    const { end, signedUpTo, fault: within } = await page(before, to);
    await recordDisclosure(store, request.circumstances, {
      action: "audit.verification",
      subject: administration,
      detail: { from: before.seq + 1, entries: end.seq - before.seq },
    });
    const fault = within ?? (end.seq >= to ? await faultAtEnd(end) : undefined);
    const goesOn = fault === undefined && end.seq < to;
    return {
      body: {
        administration,
        from,
        to,
        verifiedUpTo: fault === undefined ? end.seq : Math.min(end.seq, fault.seq - 1),
        signedUpTo: signedUpTo ?? null,
        fault: fault === undefined ? null : { ...fault, detail: chainFaults[fault.reason] },
        head,
        nextCursor: goesOn ? cursorOf(walked({ to, before: end }), binding) : null,
      },
    };
  };

  /** Lines as they are stored, right or wrong: whoever verifies them is to find what was changed. */
  const exportPage: Read<Contract["export"]> = async (request) => {
    // The own one alone: a line is proven by the whole of its entry, and another's alerts are not shown.
    const own = request.caller.administration;
    const { administration, from, binding, first, to, before } = await begin(request, own, "export");
    const limit = Math.min(EXPORTED_AT_ONCE, to - before.seq);
    const [links, proofs] =
      limit <= 0
        ? [[], []]
        : await Promise.all([
            linksAfter(store, administration, before.seq, limit),
            provenAfter(store, administration, before.seq, limit),
          ]);
    const lines: ExportLine[] = [];
    if (first) lines.push({ kind: "trail", administration, from, to, after: before.hash });
    let end = before;
    for (const { seq, prevHash, hash, entry } of links as readonly SealedEntry[]) {
      // In the order in which it was hashed, so that the verifier need not sort.
      lines.push({ kind: "entry", seq, prevHash, hash, entry: JSON.parse(canonicalJson(entry ?? null)) });
      for (const { inclusion, checkpoint } of proofs.filter((proof) => proof.seq === seq))
        if (inclusion !== undefined && checkpoint !== undefined)
          lines.push({ kind: "checkpoint", checkpoint, inclusion });
      end = { administration, seq, hash };
    }
    const done = links.length < limit || end.seq >= to;
    if (done) lines.push({ kind: "end", administration, seq: to });
    await recordDisclosure(store, request.circumstances, {
      action: "audit.export",
      subject: administration,
      detail: { from: before.seq + 1, entries: links.length },
    });
    return pageAnswer(lines, done ? undefined : walked({ to, before: end }), binding);
  };

  return { verification, export: exportPage };
};
