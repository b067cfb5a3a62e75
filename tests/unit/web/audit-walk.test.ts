import { beforeAll, describe, expect, test } from "vitest";
import { ApiProblem, Unreachable } from "../../../web/src/api/problem.ts";
import { nothingExported, withPage } from "../../../web/src/pages/audit/exporting.ts";
import { nothingProven, withPart } from "../../../web/src/pages/audit/verifying.ts";
import { walk } from "../../../web/src/pages/audit/walk.ts";
import { createWork, type Work } from "../../../web/src/pages/audit/work.ts";
import { type Exchange, exchange } from "../api/exchange.ts";
import { proofOf } from "../audit/exported.ts";
import { growTrails, newSigningKey } from "../audit/trails.ts";

const refused = (status: number) => new ApiProblem({ status, title: "", detail: "" });
const { signal } = new AbortController();

/** Pages 1, 2, 3; before each, the failures that it is given. */
const world = (failures: Readonly<Record<number, readonly Error[]>> = {}) => {
  const left = new Map(Object.entries(failures).map(([page, errors]) => [Number(page), [...errors]]));
  const [taken, pauses]: [number[], number[]] = [[], []];
  const asked: (string | undefined)[] = [];
  const options = {
    ask: async (cursor: string | undefined) => {
      asked.push(cursor);
      const number = Number(cursor ?? 1);
      const error = left.get(number)?.shift();
      if (error !== undefined) throw error;
      return { number, nextCursor: number === 3 ? null : String(number + 1) };
    },
    take: ({ number }: { readonly number: number }) => void taken.push(number),
    signal,
    pause: async (milliseconds: number) => void pauses.push(milliseconds),
  };
  return { options, taken, pauses, asked };
};

describe("a walk through pages", () => {
  test("takes each page once, in order, to the last one", async () => {
    const { options, taken, asked } = world();
    await walk(options);
    expect(taken).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, "2", "3"]);
  });

  test("waits longer each time where the line is down, the exchange fails or a limit is met, and goes on from there", async () => {
    const { options, taken, pauses } = world({
      2: [new Unreachable(undefined), refused(503), refused(429)],
      3: [refused(429)],
    });
    await walk(options);
    expect(taken).toEqual([1, 2, 3]);
    expect(pauses).toEqual([1000, 5000, 20_000, 1000]);
  });

  test("ends at a refusal, and at what does not pass; what was taken stays, and it goes on from where it was", async () => {
    const { options, taken } = world({ 2: [refused(403)] });
    await expect(walk(options)).rejects.toMatchObject({ status: 403 });
    expect(taken).toEqual([1]);
    await walk({ ...options, from: "2" });
    expect(taken).toEqual([1, 2, 3]);
    const failing = world({ 1: Array.from({ length: 5 }, () => refused(500)) });
    await expect(walk(failing.options)).rejects.toMatchObject({ status: 500 });
    expect(failing.pauses).toHaveLength(4);
  });

  test("takes nothing more once it is cancelled", async () => {
    const controller = new AbortController();
    const { options, taken } = world();
    const cancelled = walk({
      ...options,
      signal: controller.signal,
      take: (page) => {
        options.take(page);
        controller.abort();
      },
    });
    await expect(cancelled).rejects.toThrow();
    expect(taken).toEqual([1]);
  });
});

describe("long work", () => {
  test("is found again by its owner alone, tells how far it has come, and stays where it ended", async () => {
    const work = createWork<number>();
    const seen: Work<number>[] = [];
    work.subscribe(() => seen.push(work.of("one")));
    await work.start({ owner: "one", from: 0, run: async (tell) => tell(5) });
    expect(seen).toEqual([
      { state: "running", progress: 0 },
      { state: "running", progress: 5 },
      { state: "done", progress: 5 },
    ]);
    expect(work.of("another")).toEqual({ state: "none" });
  });

  test("that fails keeps what it has, to go on from", async () => {
    const work = createWork<number>();
    const error = refused(500);
    await work.start({
      owner: "one",
      from: 0,
      run: async (tell) => {
        tell(7);
        throw error;
      },
    });
    expect(work.of("one")).toEqual({ state: "failed", progress: 7, error });
  });

  test("that was cancelled or replaced tells nothing more", async () => {
    const work = createWork<number>();
    const holding = Promise.withResolvers<void>();
    const first = work.start({
      owner: "one",
      from: 0,
      run: async (tell) => {
        await holding.promise;
        tell(9);
        throw new Error("late");
      },
    });
    work.cancel();
    await work.start({ owner: "two", from: 1, run: async () => undefined });
    holding.resolve();
    await first;
    expect(work.of("two")).toEqual({ state: "done", progress: 1 });
    work.forget();
    expect(work.of("two")).toEqual({ state: "none" });
  });
});

describe("on the exchange itself", () => {
  let of: Exchange;
  beforeAll(async () => {
    of = await exchange();
    await growTrails(of.store, of.vault, [newSigningKey()], ["FR"], 600);
  });

  const asking = (path: string) => async (cursor: string | undefined) => {
    const { status, json } = await of.call(
      "FR auditor",
      "GET",
      `/v1/audit/${path}${cursor === undefined ? "" : `?cursor=${cursor}`}`,
    );
    if (status !== 200) throw refused(status);
    return json;
  };
  const pause = async () => undefined;

  test("the file of all pages is proven offline, and counts what is in it", async () => {
    let exported = nothingExported;
    await walk({
      ask: asking("export"),
      take: (page) => {
        exported = withPage(exported, page);
      },
      signal,
      pause,
    });
    expect(exported).toMatchObject({ entries: 1200, total: 1200, nextCursor: undefined });
    expect(exported.parts.length).toBeGreaterThan(2);
    const text = await new Blob([...exported.parts]).text();
    const proof = proofOf(text.split("\n").slice(0, -1));
    expect(proof).toMatchObject({ administration: "FR", upTo: 1200, checkpoints: 1 });
    expect(proof.fault).toBeUndefined();
  });

  test("a proof tells how far it is, and what of it is signed, from part to part", async () => {
    let proven = nothingProven;
    const told: string[] = [];
    await walk({
      ask: asking("verification"),
      take: (part) => {
        proven = withPart(proven, part);
        told.push(`${proven.verifiedUpTo} of ${proven.to}, signed up to ${proven.signedUpTo}`);
      },
      signal,
      pause,
    });
    // The trail grew by the export of the test before: it is of what was sealed.
    expect(told).toEqual([
      "500 of 1200, signed up to null",
      "1000 of 1200, signed up to 600",
      "1200 of 1200, signed up to 600",
    ]);
    expect(proven.fault).toBeNull();
  });
});

test("a line that was damaged is in the file as it is stored, with what a schema would drop", async () => {
  const damaged = { kind: "entry", seq: 1, entry: null, beside: "kept" };
  const { parts, entries } = withPage(nothingExported, { items: [damaged], nextCursor: null });
  expect(await new Blob([...parts]).text()).toBe(`${JSON.stringify(damaged)}\n`);
  expect(entries).toBe(1);
});
