import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { draftKey } from "../../../shared/adapters/records/alerts.ts";
import { commit, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { chainHead, linksAfter, unsealedEntries } from "../../../shared/adapters/records/trail.ts";
import { userItem } from "../../../shared/adapters/records/users.ts";
import type { Sighting, users } from "../../../shared/contract/users.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { SealedEntry } from "../../../shared/domain/audit-chain.ts";
import { type AdministrationCode, Id } from "../../../shared/domain/identifiers.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { User } from "../../../shared/domain/user.ts";
import { compromised } from "../../../shared/domain/user-access.ts";
import { cursorOf, positionOf } from "../../runtime/cursor.ts";
import type { Command, Read, Request } from "../../runtime/request.ts";
import { firstAfter } from "../audit/finding-times.ts";
import { loadPerson, stillInOffice } from "./access.ts";
import { reaching } from "./reaching.ts";

type Contract = typeof users;
type Asked = Pick<Request<Contract["sightings"]>, "caller" | "circumstances">;

/** Entries that one request looks through; a page may then be short, and has a cursor. */
const LOOKED_THROUGH = 1000;
/** Entries stand in the order of their sealing, which is that of their times but for what was under way at once. */
const DISORDER_MS = 120_000;
/** Entries that wait for their seal, at the end of the trail; sealing takes seconds. */
const UNSEALED = 200;

/**
 * An alert may be named that was the administration's own, or was released when it was shown: of another's draft, which a reviewer
 * may read, nothing is told later on.
 */
const isNamed = (entry: AuditEntry, author: unknown): boolean =>
  author === entry.administration ||
  entry.detail?.["version"] !== undefined ||
  entry.action.startsWith("alerts.acknowledge");

/** An account that may be in other hands: closed at once, and what it saw, for each author's information. */
export const disclosing = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reaching(store);

  const sightingsIn = async (
    administration: AdministrationCode,
    entries: readonly AuditEntry[],
  ): Promise<readonly Sighting[]> => {
    const alerts = [
      ...new Set(
        entries
          .filter(({ action, subject }) => action.startsWith("alerts.") && Id.safeParse(subject).success)
          .map(({ subject }) => subject),
      ),
    ];
    const [heads, drafts] = await Promise.all([
      store.getMany(alerts.map(headKey)),
      store.getMany(alerts.map((id) => draftKey(administration, id))),
    ]);
    const found = new Map(alerts.map((id, n) => [id, heads[n] ?? drafts[n]]));
    return entries.map((entry): Sighting => {
      const { at, action, subject, detail } = entry;
      const alert = found.get(subject);
      const [reference, author] = [alert?.["reference"], alert?.["administration"]];
      const named = alert !== undefined && isNamed(entry, author);
      const rows = detail?.["rows"];
      return {
        at,
        action,
        subject,
        ...(named && typeof reference === "string" ? { reference } : {}),
        ...(named && typeof author === "string" ? { administration: author } : {}),
        ...(typeof rows === "number" ? { rows } : {}),
      };
    });
  };

  /** What the account did from a place of the trail on, as far as one request looks. */
  const walk = async (
    administration: AdministrationCode,
    id: Id,
    since: string,
    from: number,
    limit: number,
  ) => {
    const isOfIt = (entry: AuditEntry): boolean => entry.actor === id && entry.at >= since;
    // Before the sealed ones, so that what is sealed meanwhile is in one of both.
    const unsealed = (await unsealedEntries(store, administration, UNSEALED)).items;
    const found = new Map<string, AuditEntry>();
    let position = from;
    for (let looked = 0; looked < LOOKED_THROUGH; ) {
      const links = await linksAfter(store, administration, position, 250);
      for (const link of links) {
        position = typeof link.seq === "number" && link.seq > position ? link.seq : position + 1;
        // One that is not whole is no entry; the trail's proof says what is wrong with it.
        const entry = SealedEntry.safeParse(link).data?.entry;
        if (entry !== undefined && isOfIt(entry)) found.set(entry.id, entry);
        if (found.size === limit) return { entries: [...found.values()], next: position };
      }
      looked += links.length;
      if (links.length < 250) {
        for (const entry of unsealed) if (isOfIt(entry)) found.set(entry.id, entry);
        return { entries: [...found.values()], next: undefined };
      }
    }
    return { entries: [...found.values()], next: position };
  };

  const page = async (
    { caller, circumstances }: Asked,
    { id, administration, compromisedSince: since }: User,
    limit: number,
    cursor?: string,
  ) => {
    if (since === undefined)
      throw new Problem("conflict", "Nobody said of this account that it may be in other hands.");
    const binding = [caller.id, "compromised", id, since];
    const position = positionOf(cursor, binding);
    const { seq } = await chainHead(store, administration);
    const before = new Date(Date.parse(since) - DISORDER_MS).toISOString();
    const start =
      position === undefined ? (await firstAfter(store, administration, seq, before)) - 1 : Number(position);
    const { entries, next } = await walk(administration, id, since, start, limit);
    await recordDisclosure(store, circumstances, {
      action: "users.sightings",
      subject: id,
      detail: { since },
    });
    const items = await sightingsIn(administration, entries);
    const nextCursor = next === undefined ? null : cursorOf(String(next), binding);
    return { body: { since, items, nextCursor } };
  };

  const reportCompromised: Command<Contract["reportCompromised"]> = {
    perform: async (request) => {
      const { body, caller, circumstances } = request;
      const person = await toChange(request, "report-compromised");
      if (body.since > circumstances.now.toISOString())
        throw invalid("/since", "Write a time that has passed.");
      await commit(store, circumstances, {
        action: "users.report-compromised",
        subject: person.id,
        detail: { since: body.since },
        steps: [
          {
            put: userItem(compromised(person, body.since, circumstances.now.toISOString())),
            when: { equals: { revision: person.revision } },
            otherwise: () =>
              new Problem("conflict", `${person.name} was changed at this moment. Send it again.`),
          },
          stillInOffice(caller),
        ],
        outbox: [{ kind: "user-state-changed", administration: person.administration, user: person.id }],
      });
      return { subject: person.id };
    },
    render: async (id, request) => page(request, await loadPerson(store, request.caller, id), 100),
  };

  const sightings: Read<Contract["sightings"]> = async (request) => {
    const { params, query, caller } = request;
    return page(request, await loadPerson(store, caller, params.id), query.limit, query.cursor);
  };

  return { reportCompromised, sightings };
};
