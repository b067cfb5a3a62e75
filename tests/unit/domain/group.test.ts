import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  admitted,
  endedRefusal,
  groupState,
  iprGroup,
  isMember,
  isOpen,
  type Membership,
  mayReadBack,
  removed,
} from "../../../shared/domain/group.ts";
import { type Feed, feedsAt, MERGED_GROUPS } from "../../../shared/domain/group-feeds.ts";

const instant = (n: number): string => new Date(Date.UTC(2026, 10, 1) + n * 1000).toISOString();

const nowhere: Membership = { group: "exercise", administration: "FR", history: "all", intervals: [] };

/** Admissions and removals, each by a clock of its own. */
const changes = fc.array(fc.record({ admits: fc.boolean(), at: fc.nat(500) }), { maxLength: 40 });
const become = (list: readonly { admits: boolean; at: number }[], history: Membership["history"] = "all") =>
  list.reduce(
    (membership, { admits, at }) =>
      admits ? admitted(membership, instant(at)) : removed(membership, instant(at)),
    { ...nowhere, history } as Membership,
  );

describe("a membership", () => {
  test("keeps its intervals in order and apart, whatever is done to it and by whichever clock", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { intervals } = become(list);
        const bounds = intervals.flatMap(({ from, until }) => [
          from,
          ...(until === undefined ? [] : [until]),
        ]);
        expect(bounds).toEqual(bounds.toSorted());
        // Only the last one may be open.
        expect(intervals.slice(0, -1).every(({ until }) => until !== undefined)).toBe(true);
      }),
    );
  });

  test("is open after an admission and not after a removal, and counts what changed it", () => {
    fc.assert(
      fc.property(changes, (list) => {
        let state = false;
        let changed = 0;
        for (const { admits } of list) {
          if (admits !== state) changed += 1;
          state = admits;
        }
        const membership = become(list);
        expect(isOpen(membership)).toBe(state);
        expect(membership.revision ?? 0).toBe(changed);
      }),
    );
  });

  test("is that of the moments between an admission and the removal after it, as a walk through time has it", () => {
    const ordered = changes.map((list) => list.toSorted((one, other) => one.at - other.at));
    fc.assert(
      fc.property(ordered, fc.nat(510), (list, moment) => {
        let inside = false;
        for (const { admits, at } of list) if (at <= moment) inside = admits;
        expect(isMember(become(list), instant(moment))).toBe(inside);
      }),
    );
  });

  test("reads back as a member of today everything or its own time; once left, what fell into its time alone", () => {
    const ordered = changes.map((list) => list.toSorted((one, other) => one.at - other.at));
    const histories = fc.constantFrom<Membership["history"]>("all", "from-admission");
    fc.assert(
      fc.property(ordered, histories, fc.nat(510), fc.nat(510), (list, history, released, now) => {
        const membership = become(list, history);
        const insideAt = (moment: number) => isMember(membership, instant(moment));
        expect(mayReadBack(membership, instant(released), instant(now))).toBe(
          insideAt(released) || (history === "all" && insideAt(now)),
        );
      }),
    );
  });

  test("takes the region that the administration had when it came", () => {
    const left = removed(admitted(nowhere, instant(1), "europe"), instant(2));
    expect(admitted(left, instant(3), "far-east-south-south-east-asia").intervals).toEqual([
      { from: instant(1), until: instant(2), region: "europe" },
      { from: instant(3), region: "far-east-south-south-east-asia" },
    ]);
  });
});

describe("an operation", () => {
  const operation = { ...iprGroup(instant(0)), name: "Exercise", from: instant(10), until: instant(20) };

  test("is upcoming, runs from its first instant on, and has ended at its last", () => {
    const states = [9, 10, 19, 20].map((n) => groupState(operation, instant(n)));
    expect(states).toEqual(["upcoming", "running", "running", "ended"]);
  });

  test("says of its end that it can be read, and not written to", () => {
    expect(endedRefusal(operation, instant(19))).toBeUndefined();
    expect(endedRefusal(operation, instant(20))).toBe(
      "Exercise ended on 2026-11-01; it can be read, not written to.",
    );
  });

  test("called off before it began has ended all the same", () => {
    expect(groupState({ ...operation, until: instant(5) }, instant(6))).toBe("ended");
  });
});

describe("a list over several groups", () => {
  /** The place in a feed of something released in a second into a group; no two are the same. */
  const place = (second: number, n: number): string => {
    const hex = Date.parse(instant(second)).toString(16).padStart(12, "0");
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8abc-${String(n).padStart(12, "0")}`;
  };
  const feed = (group: string, from: number, until?: number): Feed => ({
    group,
    from: instant(from),
    ...(until === undefined ? {} : { until: instant(until) }),
  });

  /** Groups with an end or without one; what was released into each lies between, in seconds of its own. */
  const feeds = fc
    .array(
      fc.record({
        from: fc.nat(5000),
        length: fc.nat(2000),
        ends: fc.boolean(),
        at: fc.uniqueArray(fc.nat(1000), { maxLength: 6 }),
      }),
      { maxLength: 14 },
    )
    .map((all) =>
      all.map(({ from, length, ends, at }, n) => ({
        feed: feed(`g${n}`, from, ends ? from + length : undefined),
        rows: at.filter((each) => !ends || each < length).map((each) => place(from + each, n)),
      })),
    );

  test("shows each row once, the newest first, and asks eight groups a page", () => {
    let compared = 0;
    fc.assert(
      fc.property(feeds, fc.integer({ min: 1, max: 5 }), (all, limit) => {
        const shown: string[] = [];
        let cursor: string | undefined;
        for (let page = 0; page < 500; page++) {
          const plan = feedsAt(
            all.map(({ feed }) => feed),
            cursor,
          );
          // Too many that go on at once: whoever lists has to name one.
          if (plan === undefined) return;
          expect(plan.groups.length).toBeLessThanOrEqual(MERGED_GROUPS);
          const found = all
            .filter(({ feed }) => plan.groups.includes(feed.group))
            .flatMap(({ rows }) => rows)
            .filter((row) => cursor === undefined || row < cursor)
            .sort()
            .reverse();
          const above = found.slice(0, limit).filter((row) => plan.floor === undefined || row > plan.floor);
          shown.push(...above);
          if (above.length === limit && found.length > limit) cursor = above.at(-1);
          else if (plan.floor !== undefined) cursor = plan.floor;
          else break;
        }
        const everything = all
          .flatMap(({ rows }) => rows)
          .sort()
          .reverse();
        expect(shown).toEqual(everything);
        compared += everything.length > 0 ? 1 : 0;
      }),
    );
    expect(compared).toBeGreaterThan(10);
  });

  test("holds any number of groups that ended one after the other", () => {
    const past = Array.from({ length: 30 }, (_, n) => feed(`past-${n}`, n * 1000, n * 1000 + 500));
    const plan = feedsAt([feed("ipr", 0), ...past], undefined);
    expect(plan?.groups).toHaveLength(MERGED_GROUPS);
    expect(plan?.groups[0]).toBe("ipr");
    expect(plan?.groups[1]).toBe("past-29");
  });

  test("cannot be made of more than eight that go on", () => {
    const going = Array.from({ length: 9 }, (_, n) => feed(`going-${n}`, 0));
    expect(feedsAt(going, undefined)).toBeUndefined();
    expect(feedsAt(going.slice(1), undefined)?.groups).toHaveLength(8);
  });
});
