import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Divergence, reconcile } from "../../../shared/domain/reconciliation.ts";

const before = {
  title: "Gloves",
  summary: "In a container.",
  audience: { kind: "group" },
  goods: [
    { category: "gloves", description: "Gloves", quantity: { value: 100, unit: "PR" } },
    { category: "medicines", description: "Ampoules", batches: ["A1"] },
  ],
  route: { departure: { country: "CN", place: "Shanghai" }, destination: { country: "KE" } },
};

/** What one of the two alone changed, as they changed it; of what both did, the first one's. */
const usual = ({ changedBy }: Divergence) => (changedBy === "them" ? "theirs" : "mine");

test("what one changed here and the other there is one text with both changes", () => {
  const mine = { ...before, title: "Examination gloves" };
  const theirs = { ...before, summary: "In two containers." };
  const { divergences, resolved } = reconcile(before, mine, theirs);
  expect(divergences).toEqual([
    {
      pointer: "/title",
      before: "Gloves",
      mine: "Examination gloves",
      theirs: "Gloves",
      changedBy: "me",
    },
    {
      pointer: "/summary",
      before: "In a container.",
      mine: "In a container.",
      theirs: "In two containers.",
      changedBy: "them",
    },
  ]);
  expect(resolved(usual)).toEqual({ ...mine, summary: "In two containers." });
});

test("what both changed is theirs or mine as it is chosen, and nothing where they changed it alike", () => {
  const mine = { ...before, title: "Mine", summary: "The same." };
  const theirs = { ...before, title: "Theirs", summary: "The same." };
  const { divergences, resolved } = reconcile(before, mine, theirs);
  expect(divergences).toMatchObject([{ pointer: "/title", changedBy: "both" }]);
  expect(resolved(() => "mine")).toEqual(mine);
  expect(resolved(() => "theirs")).toEqual(theirs);
});

test("a field that one filled in and one that the other emptied are kept apart", () => {
  const { route, ...mine } = before;
  const theirs = { ...before, urgency: "immediate" };
  const { divergences, resolved } = reconcile(before, mine, theirs);
  expect(divergences).toMatchObject([
    { pointer: "/route", before: route, theirs: route, changedBy: "me" },
    { pointer: "/urgency", theirs: "immediate", changedBy: "them" },
  ]);
  expect(divergences[0]).not.toHaveProperty("mine");
  expect(resolved(usual)).toEqual({ ...mine, urgency: "immediate" });
});

describe("goods", () => {
  const [gloves, ampoules] = before.goods;

  test("are the same line wherever it stands, and changed in it field by field", () => {
    const mine = { ...before, goods: [ampoules, { ...gloves, quantity: { value: 200, unit: "PR" } }] };
    const theirs = { ...before, goods: [{ ...gloves, description: "Nitrile gloves" }, ampoules] };
    const { divergences, resolved } = reconcile(before, mine, theirs);
    expect(divergences).toMatchObject([
      { pointer: "/goods/0/description", changedBy: "them" },
      { pointer: "/goods/0/quantity", changedBy: "me" },
    ]);
    expect(resolved(usual)).toMatchObject({
      goods: [{ description: "Nitrile gloves", quantity: { value: 200, unit: "PR" } }, ampoules],
    });
  });

  test("that one added and the other removed are each a line of their own", () => {
    const syringes = { category: "medical-devices", description: "Syringes", brand: "None" };
    const masks = { category: "masks-and-respirators", description: "Masks" };
    const mine = { ...before, goods: [gloves, ampoules, syringes, masks] };
    const theirs = { ...before, goods: [ampoules, masks] };
    const { divergences, resolved } = reconcile(before, mine, theirs);
    expect(divergences).toEqual([
      { pointer: "/goods/0", before: gloves, mine: gloves, changedBy: "them" },
      { pointer: "/goods/2", mine: syringes, changedBy: "me" },
    ]);
    expect(resolved(usual)).toMatchObject({ goods: [ampoules, syringes, masks] });
    expect(resolved(() => "theirs")).toEqual(theirs);
  });

  test("that one removed while the other changed them are for a person to decide", () => {
    const mine = { ...before, goods: [ampoules] };
    const theirs = { ...before, goods: [{ ...gloves, description: "Nitrile gloves" }, ampoules] };
    const { divergences } = reconcile(before, mine, theirs);
    expect(divergences).toMatchObject([{ pointer: "/goods/0", changedBy: "both" }]);
  });
});

test("an audience is one choice: half of each is nobody's", () => {
  const mine = { ...before, audience: { kind: "administrations", administrations: ["KE"] } };
  const theirs = { ...before, audience: { kind: "regions", regions: ["europe"] } };
  const { divergences, resolved } = reconcile(before, mine, theirs);
  expect(divergences.map(({ pointer }) => pointer)).toEqual(["/audience"]);
  expect(resolved(() => "theirs")).toEqual(theirs);
});

const word = fc.constantFrom("a", "b", "c");
const line = fc.record(
  { category: word, description: word, brand: word, batches: fc.array(word, { maxLength: 2 }) },
  { requiredKeys: ["category", "description"] },
);
const text = fc.record(
  {
    title: word,
    summary: word,
    audience: fc.record({ kind: word }),
    event: fc.record({ place: word, date: word }, { requiredKeys: [] }),
    goods: fc.array(line, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ["title", "audience", "goods"] },
);
/** The order of goods says nothing. */
const sorted = <T extends { goods: readonly unknown[] }>(content: T) => ({
  ...content,
  goods: content.goods.map((each) => JSON.stringify(each, Object.keys(each as object).sort())).sort(),
});

test("chosen for one throughout, it is that one's text; for nobody is a field in it that neither wrote", () => {
  fc.assert(
    fc.property(text, text, text, (one, mine, theirs) => {
      const { divergences, resolved } = reconcile(one, mine, theirs);
      expect(sorted(resolved(() => "mine") as typeof mine)).toEqual(sorted(mine));
      expect(sorted(resolved(() => "theirs") as typeof theirs)).toEqual(sorted(theirs));
      const pointers = divergences.map(({ pointer }) => pointer);
      expect(new Set(pointers).size).toBe(pointers.length);
    }),
  );
});

test("where one of the two changed nothing, nothing has to be decided by a person", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const theirs = reconcile(one, one, other);
      expect(theirs.divergences.every(({ changedBy }) => changedBy === "them")).toBe(true);
      const mine = reconcile(one, other, one);
      expect(mine.divergences.every(({ changedBy }) => changedBy === "me")).toBe(true);
      expect(sorted(mine.resolved(usual) as typeof other)).toEqual(sorted(other));
    }),
  );
});
