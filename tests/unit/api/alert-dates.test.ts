import { expect, test, vi } from "vitest";
import { content, draft, exchange, release } from "./exchange.ts";

const errors = async (of: Awaited<ReturnType<typeof exchange>>, ...call: Parameters<typeof of.refused>) =>
  (await of.refused(...call)).errors;

test("a date that is still to come is refused where it says what has happened, at every way of writing it", async () => {
  vi.useFakeTimers({ now: new Date("2026-11-25T12:00:00.000Z"), toFake: ["Date"] });
  try {
    const of = await exchange();
    const event = { event: { date: "2026-12-24" } };
    const refusal = [
      {
        pointer: "/event/date",
        detail: "2026-12-24 is still to come: write a date up to 2026-11-26, or leave it out.",
      },
    ];
    const asked = ["FR officer", "POST", "/v1/alerts", { ...content, ...event }] as const;
    expect(await errors(of, ...asked)).toEqual(refusal);
    const { path, etag } = await draft(of);
    expect(await errors(of, "FR officer", "PATCH", path, event, { "If-Match": etag })).toEqual(refusal);
    const { path: released } = await release(of);
    const current = { "If-Match": '"version-1"' };
    expect(await errors(of, "FR releaser", "PATCH", released, event, current)).toEqual(refusal);
    const proposal = {
      content: { type: "correction-proposal", version: 1, text: "The day is another one.", patch: event },
    };
    expect(await errors(of, "KE officer", "POST", `${released}/follow-ups`, proposal)).toEqual([
      { ...refusal[0], pointer: "/content/patch/event/date" },
    ]);
  } finally {
    vi.useRealTimers();
  }
});

test.each(["2026-02-31", "2025-02-29", "2026-11-31", "2026-00", "2026-13", "2026-1-1", "31.02.2026", ""])(
  "the date %j is refused at whatever field it stands",
  async (date) => {
    const of = await exchange();
    const goods = [{ ...content.goods[0], manufactured: date, expires: date }];
    const refused = await errors(of, "FR officer", "POST", "/v1/alerts", {
      ...content,
      goods,
      event: { date },
      route: { departure: { country: "CN", date } },
    });
    expect(refused.map(({ pointer }) => pointer).sort()).toEqual([
      "/event/date",
      "/goods/0/expires",
      "/goods/0/manufactured",
      "/route/departure/date",
    ]);
    for (const { detail } of refused)
      expect(detail).toMatch(/^A date is written 2021, 2021-04 or 2021-04-19|is not in the calendar\.$/);
  },
);
