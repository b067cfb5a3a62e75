import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Audience,
  addressedBy,
  type Disseminated,
  isSameAudience,
  isWithinReach,
  maySee,
  namedBeside,
  recipients,
  scopeFor,
  scopesFor,
  scopesOf,
  tlpConflict,
  tlpLabels,
} from "../../../shared/domain/audience.ts";
import { isMember, type Membership } from "../../../shared/domain/group.ts";

const codes = ["FR", "DE", "GB", "KE", "US", "WCO"] as const;
/** Instants a day apart: everything happens at one of them, so that beginnings and ends coincide, too. */
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const days = fc.integer({ min: 0, max: 8 });

const regions = ["europe", "east-and-southern-africa", "west-and-central-africa"] as const;

const interval = fc
  .tuple(
    days,
    fc.option(days, { nil: undefined }),
    fc.option(fc.constantFrom(...regions), { nil: undefined }),
  )
  .map(([from, until, region]) => ({
    from: day(from),
    ...(until === undefined ? {} : { until: day(until) }),
    ...(region === undefined ? {} : { region }),
  }));

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
    .uniqueArray(fc.constantFrom(...regions), { minLength: 1 })
    .map((named) => ({ kind: "regions" as const, regions: [...named] })),
  fc
    .uniqueArray(fc.constantFrom(...codes), { minLength: 1 })
    .map((administrations) => ({ kind: "all-but" as const, administrations })),
  fc
    .uniqueArray(fc.constantFrom(...codes), { minLength: 1 })
    .map((administrations) => ({ kind: "administrations" as const, administrations })),
);

/** A release, with whom its audience stood for when it was made. */
const exchange = fc
  .record({
    what: fc.record({
      group: fc.constant("ipr"),
      author: fc.constantFrom(...codes),
      audience,
      releasedAt: days.map(day),
    }),
    members: fc.uniqueArray(membership("ipr"), { selector: ({ administration }) => administration }),
    /** When somebody looks: at the release or later. */
    later: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ what, members, later }) => ({
    what: { ...what, addressed: addressedBy(what.audience, members, what.releasedAt) },
    members,
    later,
  }));

const isAddressed = ({ addressed }: Disseminated, code: string): boolean =>
  addressed === undefined || addressed.includes(code);

const none = {
  group: "ipr",
  administration: "FR",
  history: "all",
  intervals: [],
} as const satisfies Membership;

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
        const addressed = isAddressed(what, code);
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
        if (what.audience.kind !== "group")
          expect(scopesFor(what.group, code).some((scope) => listed.includes(scope))).toBe(false);
    }),
  );
});

test("a scope is listed to exactly those who may see what stands in it, at its release and later", () => {
  fc.assert(
    fc.property(exchange, ({ what, members, later }) => {
      const listed = scopesOf(what, recipients(what, members));
      const now = lookedAt(what, later);
      for (const code of codes) {
        const own = membershipOf(members, code);
        const finds = scopesFor(what.group, code).some((scope) => listed.includes(scope));
        const reaches = finds && isWithinReach(what, code, own, now);
        // Who is named, but came to the group after the release, is written to by no version but a later one.
        const cameLater = what.audience.kind === "administrations" && !isMember(own ?? none, what.releasedAt);
        if (!cameLater) expect(reaches).toBe(maySee(what, code, own, now));
        else if (reaches) expect(maySee(what, code, own, now)).toBe(true);
      }
    }),
  );
});

test("regions stand for the members that had them at the release, whatever becomes of these", () => {
  const from = day(0);
  const member = (administration: string, intervals: Membership["intervals"]): Membership => ({
    group: "ipr",
    administration,
    history: "all",
    intervals,
  });
  const members = [
    member("KE", [{ from, region: "east-and-southern-africa" }]),
    member("DE", [{ from, region: "europe" }]),
    // It had another region when it was in the group before.
    member("GB", [
      { from, until: day(2), region: "europe" },
      { from: day(3), region: "west-and-central-africa" },
    ]),
    member("US", [{ from: day(6), region: "europe" }]),
    member("WCO", [{ from }]),
  ];
  const regional: Audience = { kind: "regions", regions: ["europe"] };
  expect(addressedBy(regional, members, day(1))).toEqual(["DE", "GB"]);
  expect(addressedBy(regional, members, day(4))).toEqual(["DE"]);
  const what = {
    group: "ipr",
    author: "FR",
    audience: regional,
    addressed: addressedBy(regional, members, day(4)),
    releasedAt: day(4),
  };
  for (const code of ["GB", "US", "KE", "WCO"])
    expect(maySee(what, code, membershipOf(members, code), day(7)), code).toBe(false);
  expect(maySee(what, "DE", membershipOf(members, "DE"), day(7))).toBe(true);
  // Before it is frozen, it is its author's alone.
  const { addressed: _, ...unfrozen } = what;
  expect(maySee(unfrozen, "DE", membershipOf(members, "DE"), day(7))).toBe(false);
});

test("who comes to the group after a release to all but some reads nothing of it", () => {
  const audience: Audience = { kind: "all-but", administrations: ["DE"] };
  const of = (administration: string, from: string): Membership => ({
    group: "ipr",
    administration,
    history: "all",
    intervals: [{ from }],
  });
  const members = [of("FR", day(0)), of("KE", day(0)), of("DE", day(0)), of("US", day(3))];
  const what = {
    group: "ipr",
    author: "FR",
    audience,
    addressed: addressedBy(audience, members, day(1)),
    releasedAt: day(1),
  };
  expect(recipients(what, members)).toEqual(["FR", "KE"]);
  expect(
    ["FR", "KE", "DE", "US"].filter((code) => maySee(what, code, membershipOf(members, code), day(5))),
  ).toEqual(["FR", "KE"]);
});

test("a revision names more, never fewer, and never another kind of audience", () => {
  const named = (...administrations: string[]): Audience => ({ kind: "administrations", administrations });
  expect(namedBeside(named("KE"), named("DE", "KE"))).toEqual(["DE"]);
  expect(namedBeside(named("KE", "DE"), named("DE", "KE"))).toEqual([]);
  expect(namedBeside(named("KE", "DE"), named("DE"))).toBeUndefined();
  expect(namedBeside(named("KE"), { kind: "group" })).toBeUndefined();
  expect(isSameAudience(named("KE", "DE"), named("DE", "KE"))).toBe(true);
  expect(isSameAudience(named("KE"), { kind: "all-but", administrations: ["KE"] })).toBe(false);
});

test("a label is refused where its audience cannot keep to it", () => {
  const others: Audience[] = [
    { kind: "group" },
    { kind: "regions", regions: ["europe"] },
    { kind: "all-but", administrations: ["DE"] },
  ];
  for (const audience of others) expect(tlpConflict("RED", audience)).toMatch(/needs named administrations/);
  for (const tlp of tlpLabels)
    expect(tlpConflict(tlp, { kind: "administrations", administrations: ["DE"] })).toBeUndefined();
  for (const tlp of ["GREEN", "CLEAR"] as const) {
    expect(tlpConflict(tlp, { kind: "all-but", administrations: ["DE"] })).toMatch(/Choose TLP:AMBER/);
    expect(tlpConflict(tlp, { kind: "regions", regions: ["europe"] })).toBeUndefined();
  }
});
