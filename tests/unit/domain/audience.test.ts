import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Audience,
  type Disseminated,
  maySee,
  recipients,
  scopeFor,
  scopesFor,
  scopesOf,
} from "../../../shared/domain/audience.ts";
import { isMember, type Membership } from "../../../shared/domain/group.ts";

const codes = ["FR", "DE", "GB", "KE", "US", "WCO"] as const;
/** Instants a day apart: everything happens at one of them, so that beginnings and ends coincide, too. */
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const days = fc.integer({ min: 0, max: 8 });

const interval = fc
  .tuple(days, fc.option(days, { nil: undefined }))
  .map(([from, until]) => ({ from: day(from), ...(until === undefined ? {} : { until: day(until) }) }));

const membership = (group: string) =>
  fc.record({
    group: fc.constant(group),
    administration: fc.constantFrom(...codes),
    history: fc.constantFrom("all" as const, "from-admission" as const),
    intervals: fc.array(interval, { minLength: 1, maxLength: 3 }),
  });

const audience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant({ kind: "group" as const }),
  fc
    .uniqueArray(fc.constantFrom(...codes), { minLength: 1 })
    .map((administrations) => ({ kind: "administrations" as const, administrations })),
);

const exchange = fc.record({
  what: fc.record({
    group: fc.constant("ipr"),
    author: fc.constantFrom(...codes),
    audience,
    releasedAt: days.map(day),
  }),
  members: fc.uniqueArray(membership("ipr"), { selector: ({ administration }) => administration }),
  /** When somebody looks: at the release or later. */
  later: fc.integer({ min: 0, max: 4 }),
});

const membershipOf = (members: readonly Membership[], code: string) =>
  members.find(({ administration }) => administration === code);

const lookedAt = ({ releasedAt }: Disseminated, later: number): string =>
  new Date(Date.parse(releasedAt) + later * 86_400_000).toISOString();

test("whoever is told of a release may see it, at that moment and ever after", () => {
  fc.assert(
    fc.property(exchange, ({ what, members, later }) => {
      for (const code of recipients(what, members))
        expect(maySee(what, code, membershipOf(members, code), lookedAt(what, later))).toBe(true);
    }),
  );
});

test("whoever may see a release at the moment it is made is told of it", () => {
  fc.assert(
    fc.property(exchange, ({ what, members }) => {
      const told = recipients(what, members);
      for (const code of codes)
        if (maySee(what, code, membershipOf(members, code), what.releasedAt)) expect(told).toContain(code);
    }),
  );
});

test("nobody is told who is not addressed, not a member at the release, or of another group alone", () => {
  fc.assert(
    fc.property(exchange, membership("operation"), ({ what, members, later }, elsewhere) => {
      const told = recipients(what, members);
      for (const code of codes.filter((each) => each !== what.author)) {
        const own = membershipOf(members, code);
        const addressed = what.audience.kind === "group" || what.audience.administrations.includes(code);
        const inside = own !== undefined && isMember(own, what.releasedAt);
        expect(told.includes(code)).toBe(addressed && inside);
        const now = lookedAt(what, later);
        if (!addressed) expect(maySee(what, code, own, now)).toBe(false);
        expect(maySee(what, code, undefined, now)).toBe(false);
        expect(maySee(what, code, { ...elsewhere, administration: code }, now)).toBe(false);
      }
    }),
  );
});

test("a former member sees what fell into its time; one admitted later, the past only with the whole history", () => {
  const what = { group: "ipr", author: "FR", audience: { kind: "group" }, releasedAt: day(3) } as const;
  const member = (history: "all" | "from-admission", ...intervals: Membership["intervals"]) =>
    maySee(what, "KE", { group: "ipr", administration: "KE", history, intervals }, day(6));
  expect(member("from-admission", { from: day(0), until: day(5) })).toBe(true);
  expect(member("all", { from: day(0), until: day(3) })).toBe(false);
  expect(member("all", { from: day(4) })).toBe(true);
  expect(member("from-admission", { from: day(4) })).toBe(false);
  expect(member("from-admission", { from: day(0), until: day(2) }, { from: day(4) })).toBe(false);
  expect(member("all", { from: day(4), until: day(5) })).toBe(false);
});

test("a release is listed where each recipient looks, and named ones nowhere else", () => {
  fc.assert(
    fc.property(exchange, ({ what, members }) => {
      const told = recipients(what, members);
      const listed = scopesOf(what, told);
      expect(new Set(listed).size).toBe(listed.length);
      for (const code of told) {
        expect(listed).toContain(scopeFor(what, code));
        expect(scopesFor(what.group, code)).toContain(scopeFor(what, code));
      }
      for (const code of codes.filter((each) => !told.includes(each)))
        if (what.audience.kind === "administrations")
          expect(scopesFor(what.group, code).some((scope) => listed.includes(scope))).toBe(false);
    }),
  );
});
