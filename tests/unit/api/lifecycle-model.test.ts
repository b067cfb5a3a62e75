import fc from "fast-check";
import { expect, test } from "vitest";
import type { Exchange } from "./exchange.ts";
import { group, reviewedExchange, written } from "./reviewed.ts";

/** Who tries what; each of them also where it is none of theirs to do. */
const people = [
  "FR officer",
  "FR releaser",
  "FR contact-point",
  "FR reader",
  "DE releaser",
  "KE releaser",
  "WCO operator",
] as const;
type Who = (typeof people)[number];

const moves = [
  "edit",
  "submit",
  "return",
  "request-review",
  "approve",
  "send-back",
  "release",
  "revise",
  "correct a misspelling",
  "mark-reviewed",
  "withdraw",
  "close",
  "recall",
] as const;
type Move = (typeof moves)[number];

/** The way that people go, with everything else in between: a walk at random alone hardly gets as far as a release. */
const usual: readonly [Move, Who][] = [
  ["edit", "FR officer"],
  ["submit", "FR officer"],
  ["request-review", "FR releaser"],
  ["approve", "DE releaser"],
  ["release", "FR releaser"],
  ["revise", "FR releaser"],
  ["revise", "FR contact-point"],
  ["correct a misspelling", "FR releaser"],
  ["mark-reviewed", "DE releaser"],
  ["withdraw", "FR releaser"],
  ["recall", "FR releaser"],
  ["recall", "FR contact-point"],
];
const attempt = fc.record({
  move: fc.constantFrom(...moves),
  who: fc.constantFrom(...people),
  /** Against a form of the alert that is not the current one any more. */
  late: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const walk = fc
  .tuple(
    fc.array(attempt, { minLength: 4, maxLength: 16 }),
    fc.array(fc.nat(3), { minLength: usual.length, maxLength: usual.length }),
  )
  .map(([others, gaps]) => {
    const rest = [...others];
    return [
      ...usual.flatMap(([move, who], n) => [
        ...rest.splice(0, gaps[n] ?? 0),
        ...(gaps[n] === 3 ? [] : [{ move, who, late: false }]),
      ]),
      ...rest,
    ];
  });

type State = "draft" | "submitted" | "in-review" | "released" | "withdrawn" | "closed" | "recalled";

/** What may be done, written down in a person's words and without the transition table that is tested. */
class Model {
  state: State = "draft";
  approved = false;
  waitsForLook = false;
  signed: Who | undefined;
  /** What each version says, the first one first. */
  readonly titles: string[] = [];
  title = "";

  private readonly isReviewed: boolean;
  constructor(isReviewed: boolean) {
    this.isReviewed = isReviewed;
  }

  private isOut = () => ["released", "withdrawn", "closed", "recalled"].includes(this.state);

  may(move: Move, who: Who): boolean {
    const isAuthor = who.startsWith("FR");
    const releases = who === "FR releaser" || who === "FR contact-point";
    const drafts = releases || who === "FR officer";
    const reviews = who === "DE releaser" || who === "WCO operator";
    switch (move) {
      case "edit":
        return drafts && (this.state === "draft" || this.state === "submitted");
      case "submit":
        return drafts && this.state === "draft";
      case "return":
        return releases && (this.state === "submitted" || this.state === "in-review");
      case "request-review":
        return (
          releases &&
          this.isReviewed &&
          !this.approved &&
          (this.state === "draft" || this.state === "submitted")
        );
      case "approve":
      case "send-back":
        return reviews && this.state === "in-review";
      case "release":
        return (
          releases &&
          (this.state === "draft" || this.state === "submitted") &&
          (!this.isReviewed || this.approved)
        );
      case "revise":
      case "correct a misspelling":
      case "withdraw":
      case "close":
        return releases && this.state === "released";
      case "mark-reviewed":
        return reviews && this.state === "released" && this.waitsForLook;
      case "recall":
        return isAuthor && releases && this.isOut() && this.state !== "recalled" && this.signed !== who;
    }
  }

  do(move: Move, who: Who): void {
    switch (move) {
      case "edit":
        this.approved = false;
        return;
      case "submit":
        this.state = "submitted";
        this.approved = false;
        return;
      case "return":
      case "send-back":
        this.state = "draft";
        this.approved = false;
        return;
      case "request-review":
        this.state = "in-review";
        return;
      case "approve":
        this.state = "submitted";
        this.approved = true;
        return;
      case "release":
        this.state = "released";
        this.titles.push(this.title);
        return;
      case "revise":
      case "correct a misspelling":
        this.titles.push(this.title);
        this.waitsForLook = this.isReviewed;
        return;
      case "withdraw":
      case "close":
        this.state = move === "withdraw" ? "withdrawn" : "closed";
        this.titles.push(this.title);
        this.waitsForLook = false;
        return;
      case "mark-reviewed":
        this.waitsForLook = false;
        return;
      case "recall":
        if (this.signed === undefined) this.signed = who;
        else this.state = "recalled";
    }
  }
}

const trailOf = ({ store }: Exchange, id: string) =>
  store
    .items()
    .filter((item) => item.pk.startsWith("AUD#") && item["subject"] === id && item.sk.startsWith("E#"));
const changesIn = (of: Exchange, id: string): number =>
  trailOf(of, id).filter((item) => !reads.has(String(item["action"]))).length;
const reads = new Set(["alerts.get", "alerts.versions", "alerts.version", "alerts.recall-standing"]);

/** One attempt as the API takes it. */
const request = (move: Move, path: string, title: string) => {
  const reviewed = (decision: string, reason?: string) =>
    ["POST", `${path}/review`, { decision, ...(reason === undefined ? {} : { reason }) }] as const;
  switch (move) {
    case "edit":
    case "revise":
      return ["PATCH", path, { title }] as const;
    case "correct a misspelling":
      return ["PATCH", `${path}?minor=true`, { title }] as const;
    case "submit":
    case "release":
      return ["POST", `${path}/${move}`, undefined] as const;
    case "return":
    case "withdraw":
    case "close":
      return ["POST", `${path}/${move}`, { reason: "Because." }] as const;
    case "send-back":
      return reviewed(move, "Because.");
    case "request-review":
    case "approve":
    case "mark-reviewed":
      return reviewed(move);
    case "recall":
      return ["POST", `${path}/recall`, { reason: "Because." }] as const;
  }
};

/** `edit` and `revise` are one request: which of the two it is, the alert's state says. */
const taken = (move: Move, state: State): Move =>
  state === "released"
    ? move === "edit"
      ? "revise"
      : move
    : move === "revise" || move === "correct a misspelling"
      ? "edit"
      : move;

test.each([
  ["a group that reviews", { ...written }, true],
  ["the group of all", { ...written, group: "ipr" }, false],
])(
  "in %s, no sequence of steps loses a version or leaves one without its entry, and what is forbidden changes nothing",
  async (_, content, isReviewed) => {
    expect(group.review).toBe("before-release");
    let [done, refused, versions, recalled] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(walk, async (attempts) => {
        const of = await reviewedExchange();
        const made = await of.call("FR officer", "POST", "/v1/alerts", { ...content, title: "Title 0" });
        expect(made.status).toBe(201);
        const id = String(made.json.id);
        const path = `/v1/alerts/${id}`;
        const model = new Model(isReviewed);
        model.title = "Title 0";
        const first = made.etag;
        let number = 0;

        for (const { move: asked, who, late } of attempts) {
          const move = taken(asked, model.state);
          const title = `Title ${++number}`;
          const of_ = move === "recall" ? `${path}/recall` : path;
          const current = (await of.call("FR releaser", "GET", of_)).etag;
          const isLate = late && first.split(".")[0] !== current.split(".")[0];
          const [method, address, body] = request(asked, path, title);
          const headers = { "If-Match": isLate ? first : current };
          const before = of.store.items();
          const entries = changesIn(of, id);
          const { status } = await of.call(who, method, address, body, headers);
          const what = `${asked} by ${who} of what is ${model.state}`;
          if (isLate || !model.may(move, who)) {
            expect(status, what).toBeGreaterThanOrEqual(400);
            expect(status, what).toBeLessThan(500);
            expect(of.store.items(), what).toEqual(before);
            refused += 1;
            continue;
          }
          expect(status, what).toBe(200);
          if (move === "edit" || move === "revise" || move === "correct a misspelling") model.title = title;
          model.do(move, who);
          // A draft that saves itself is the one change without an entry.
          expect(changesIn(of, id) > entries, what).toBe(move !== "edit");
          done += 1;
        }

        const stored = of.store
          .items()
          .filter((item) => item.pk === `ALT#${id}` && item.sk.startsWith("V#"))
          .sort((a, b) => (a.sk < b.sk ? -1 : 1));
        expect(stored.map((item) => item["version"])).toEqual(model.titles.map((__, n) => n + 1));
        expect(stored.map((item) => (item["content"] as { title: string }).title)).toEqual(model.titles);
        for (const who of ["FR officer", "KE reader"]) {
          const { status, json } = await of.call(who, "GET", `${path}/versions`);
          if (model.state === "recalled") expect(status).toBe(410);
          else if (model.titles.length === 0) expect(status).toBe(who === "FR officer" ? 409 : 404);
          else
            expect(json.items.map((each: { version: number }) => each.version).reverse()).toEqual(
              model.titles.map((__, n) => n + 1),
            );
        }
        for (const [n, title] of model.state === "recalled" ? [] : model.titles.entries()) {
          const { json } = await of.call("KE reader", "GET", `${path}/versions/${n + 1}`);
          expect(json.content.title).toBe(title);
        }
        versions += model.titles.length;
        recalled += model.state === "recalled" ? 1 : 0;
      }),
      { numRuns: 15 },
    );
    expect(done).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(40);
    expect(versions).toBeGreaterThan(15);
    expect(recalled).toBeGreaterThan(0);
  },
  60_000,
);
