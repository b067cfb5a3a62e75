import * as z from "zod/mini";
import { type CommodityCategory, commodityCategories } from "./commodity-category.ts";

/** How much of what helps others an alert says, and what would help them more; made from what it says, never stored. */
export const Completeness = z.object({
  score: z.int().check(z.minimum(0), z.maximum(100), z.describe("In per cent, rounded down")),
  missing: z
    .array(
      z.object({
        pointer: z.string().check(z.describe("JSON Pointer (RFC 6901) of where it is written")),
        why: z.string().check(z.describe("What to add, and what it is good for")),
      }),
    )
    .check(z.describe("What weighs most comes first")),
});
export type Completeness = z.infer<typeof Completeness>;

/** Something that an alert is better for. */
interface Wish {
  /** JSON Pointers, any of which grants it; `*` is any entry of a list. The first is where it is written. */
  readonly at: readonly [string, ...string[]];
  readonly weight: number;
  /** For alerts on these alone; else for any. */
  readonly of?: readonly CommodityCategory[];
  readonly why: string;
  /** The same asked for by its own name, where the mode of transport says which it is. */
  readonly byMode?: Readonly<Record<string, { readonly pointer: string; readonly why: string }>>;
}

const pharmaceuticals = ["medicines", "vaccines"] as const;
const medical = commodityCategories.filter((category) => category !== "other-ipr");

/** Of a mode of transport, the number that its consignments are found by. */
const numbersByMode: NonNullable<Wish["byMode"]> = {
  "1": {
    pointer: "/conveyance/0/containers",
    why: "Add the container number: it lets others find the same consignment.",
  },
  "3": {
    pointer: "/conveyance/0/plates",
    why: "Add the number plate: it lets others find the same vehicle.",
  },
  "4": {
    pointer: "/conveyance/0/airWaybills",
    why: "Add the air waybill: it lets others find the same consignment.",
  },
  "5": {
    pointer: "/conveyance/0/postalItems",
    why: "Add the number of the postal item: it lets others find its sender.",
  },
  "express-courier": {
    pointer: "/conveyance/0/consignments",
    why: "Add the number of the parcel: it lets others find its sender.",
  },
};

/**
 * What the short form cannot be without weighs 40 of some 130; each thing counts once, however many lines of goods have it,
 * so that nothing that is added makes an alert less complete.
 */
export const wishes: readonly Wish[] = [
  { at: ["/title"], weight: 5, why: "Add a title: it is all that a list shows of the alert." },
  { at: ["/type"], weight: 5, why: "Choose the type: it says what is asked of its readers." },
  { at: ["/severity"], weight: 5, why: "Choose the severity: it decides who is woken at night." },
  { at: ["/summary"], weight: 5, why: "Add a summary: it says what others should look for." },
  { at: ["/goods/*/category"], weight: 5, why: "Choose the category: subscriptions go by it." },
  { at: ["/goods/*/description"], weight: 5, why: "Describe the goods: others look for them." },
  { at: ["/tlp"], weight: 5, why: "Choose the marking: it says how far the alert may go." },
  {
    at: ["/audience/kind"],
    weight: 5,
    why: "Choose who may see it: nobody else learns of it.",
  },
  {
    at: [
      "/conveyance/*/containers",
      "/conveyance/*/airWaybills",
      "/conveyance/*/billsOfLading",
      "/conveyance/*/postalItems",
      "/conveyance/*/plates",
      "/conveyance/*/consignments",
    ],
    weight: 10,
    why: "Add the number of a container, waybill, bill of lading or parcel: it lets others find the same consignment.",
    byMode: numbersByMode,
  },
  {
    at: ["/goods/*/quantity", "/goods/*/quantityAsReported"],
    weight: 6,
    why: "Add the quantity: it tells a sample from a supply.",
  },
  {
    at: ["/route/departure", "/route/asReported"],
    weight: 6,
    why: "Add the departure: others can watch the same route.",
  },
  {
    at: ["/route/destination", "/route/asReported"],
    weight: 5,
    why: "Add the destination: it shows whom the goods were meant for.",
  },
  {
    at: ["/event/date", "/event/dateAsReported"],
    weight: 5,
    why: "Add the date: consignments of the same days may belong together.",
  },
  {
    at: ["/goods/*/batches", "/goods/*/batchesAsReported"],
    weight: 5,
    of: medical,
    why: "Add the batch numbers: pharmacies and others can look for the same batch.",
  },
  { at: ["/goods/*/hs"], weight: 4, why: "Add the HS code: risk profiles are built on it." },
  {
    at: ["/conveyance/*/mode", "/conveyance/*/modeAsReported"],
    weight: 4,
    why: "Add the mode of transport: others know where to look.",
  },
  {
    at: ["/event/place", "/event/locode", "/event/country"],
    weight: 4,
    why: "Add the place: others know whom to ask.",
  },
  {
    at: ["/event/outcome", "/event/outcomeAsReported"],
    weight: 4,
    why: "Add what became of the goods: it tells whether they can still turn up.",
  },
  {
    at: ["/goods/*/falsification"],
    weight: 4,
    of: medical,
    why: "Add what is false about the product: others know what to examine.",
  },
  {
    at: ["/goods/*/statedManufacturer"],
    weight: 3,
    why: "Add the stated manufacturer: it can confirm what is false.",
  },
  {
    at: ["/goods/*/origin", "/goods/*/originAsReported"],
    weight: 3,
    why: "Add the origin of the goods: others can set their profiles to it.",
  },
  {
    at: ["/goods/*/medicine/inn", "/goods/*/medicine/innAsReported"],
    weight: 3,
    of: pharmaceuticals,
    why: "Add the active substance: it finds the product under its other names.",
  },
  {
    at: ["/goods/*/ipr/rightHolder"],
    weight: 3,
    of: ["other-ipr"],
    why: "Add the right holder: others know whom to ask for an expert's opinion.",
  },
  {
    at: ["/detection/indicators"],
    weight: 4,
    why: "Add the indicators: they are what others can look for.",
  },
  {
    at: ["/detection/method", "/detection/methodAsReported"],
    weight: 3,
    why: "Add how it was found: others can do the same.",
  },
  {
    at: ["/grading/reliability"],
    weight: 3,
    why: "Grade the source: others know how far to rely on it.",
  },
  {
    at: ["/grading/credibility"],
    weight: 3,
    why: "Grade the information: others know how far to rely on it.",
  },
  {
    at: ["/concealment/method", "/concealment/methodAsReported", "/concealment/text"],
    weight: 3,
    why: "Add how it was hidden, or that it was not: others know where to look.",
  },
  {
    at: ["/laboratory/result", "/laboratory/resultAsReported"],
    weight: 3,
    of: pharmaceuticals,
    why: "Add what a laboratory found, or that it is waited for: it shows the danger to people.",
  },
  {
    at: ["/adverseReactions/standing", "/adverseReactions/standingAsReported"],
    weight: 2,
    of: pharmaceuticals,
    why: "Add whether people were harmed: health authorities act on it.",
  },
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const says = (value: unknown): boolean =>
  isObject(value) ? Object.values(value).some(says) : value !== undefined && value !== null && value !== "";

/** Whether anything stands at a place of the content. */
const stands = (value: unknown, [step, ...rest]: readonly string[]): boolean => {
  if (step === undefined) return says(value);
  if (!isObject(value)) return false;
  return step === "*" ? Object.values(value).some((each) => stands(each, rest)) : stands(value[step], rest);
};

const isThere = (content: unknown, pointer: string): boolean => stands(content, pointer.split("/").slice(1));

const listed = (value: unknown, name: string): readonly unknown[] => {
  const list = isObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
};

const categoriesIn = (content: unknown): readonly unknown[] =>
  listed(content, "goods").map((line) => (isObject(line) ? line["category"] : undefined));

const modeIn = (content: unknown): string => {
  const [leg] = listed(content, "conveyance");
  return isObject(leg) ? String(leg["mode"]) : "";
};

/** Also of an alert that is being written, which is no alert yet. */
export const completenessOf = (content: unknown): Completeness => {
  const categories = categoriesIn(content);
  const asked = wishes.filter(
    ({ of }) => of === undefined || of.some((category) => categories.includes(category)),
  );
  const open = asked.filter(({ at }) => !at.some((pointer) => isThere(content, pointer)));
  const sum = (some: readonly Wish[]): number => some.reduce((all, { weight }) => all + weight, 0);
  return {
    score: Math.floor((100 * (sum(asked) - sum(open))) / sum(asked)),
    missing: open
      .toSorted((one, other) => other.weight - one.weight)
      .map(({ at: [first], why, byMode }) => ({
        ...(byMode?.[modeIn(content)] ?? { pointer: first.replaceAll("*", "0"), why }),
      })),
  };
};
