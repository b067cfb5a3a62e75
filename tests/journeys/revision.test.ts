import { beforeAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, inbox, refusal, run, tokenOf, until } from "./system.ts";

const named = (...administrations: string[]) => ({ kind: "administrations" as const, administrations });

let released: Awaited<ReturnType<typeof releaseBy>>;
/** The seeded desk of Germany hears of everything; France's of everything, too. */
const deskOf = (code: string): string => `duty-desk@${code.toLowerCase()}.customs.example`;

beforeAll(async () => {
  released = await releaseBy("US", await draftBy("US", "officer", { audience: named("DE") }));
}, 60_000);

const ask = async (administration: string, role: string) => ({
  token: await tokenOf(administration, role),
  params: { id: released.id },
});

const against = async (version: number) => ({
  ...(await ask("US", "releaser")),
  ifMatch: `version-${version}`,
});

/** As often as its notices were sent to that desk. */
const told = async (code: string) =>
  (await inbox.mails()).filter(
    ({ to, subject }) => to.includes(deskOf(code)) && subject.includes(released.reference),
  );
const toldTimes = (code: string, times: number) =>
  until(
    `${times} notices at ${deskOf(code)}`,
    async () => {
      const mails = await told(code);
      return mails.length >= times ? mails : undefined;
    },
    30,
  );

const row = async (administration: string) =>
  (
    await api.call(alerts.list, {
      token: await tokenOf(administration, "reader"),
      query: { reference: released.reference },
    })
  ).body.items[0];

test("a revision says why, is told to whom it was told before, and asks for the acknowledgement again", async () => {
  await toldTimes("DE", 1);
  await api.call(alerts.acknowledge, { ...(await ask("DE", "duty")), body: { result: "no-trace" } });
  expect(await row("DE")).toMatchObject({ version: 1, toAcknowledge: false });

  const { body } = await api.call(alerts.update, {
    ...(await against(1)),
    query: {},
    body: { title: `Revised ${run}`, reason: "The laboratory found another product." },
  });
  expect(body).toMatchObject({
    version: 2,
    change: { kind: "revise", reason: "The laboratory found another product." },
  });
  await toldTimes("DE", 2);
  expect(await row("DE")).toMatchObject({ version: 2, title: `Revised ${run}`, toAcknowledge: true });
});

test("a revision of a version that is not the last one is refused and changes nothing", async () => {
  const late = api.call(alerts.update, { ...(await against(1)), query: {}, body: { title: "Late" } });
  expect((await refusal(late)).status).toBe(412);
  expect((await row("DE"))?.title).toBe(`Revised ${run}`);
});

test("a minor revision that names France tells France alone, and France reads what was said before", async () => {
  await api.call(alerts.update, {
    ...(await against(2)),
    query: { minor: "true" },
    body: { title: `Revise ${run}`, audience: named("DE", "FR") },
  });
  await toldTimes("FR", 1);
  expect(await row("FR")).toMatchObject({ version: 3, toAcknowledge: true });
  expect(await told("DE")).toHaveLength(2);

  const { body: first } = await api.call(alerts.version, {
    token: await tokenOf("FR", "reader"),
    params: { id: released.id, version: 1 },
  });
  expect(first.kind).toBe("release");
  const { body: list } = await api.call(alerts.versions, await ask("FR", "reader"));
  expect(list.items.map(({ version, kind, minor }) => [version, kind, minor])).toEqual([
    [3, "revise", true],
    [2, "revise", undefined],
    [1, "release", undefined],
  ]);
  const { body: second } = await api.call(alerts.version, {
    token: await tokenOf("DE", "reader"),
    params: { id: released.id, version: 2 },
  });
  expect(second.changes).toMatchObject([{ pointer: "/title", after: `Revised ${run}` }]);
  const outside = api.call(alerts.versions, await ask("GB", "reader"));
  expect((await refusal(outside)).status).toBe(404);
});

test("a withdrawal is told with its reason, asks for nothing any more, and is the end of revisions", async () => {
  await api.call(alerts.withdraw, {
    ...(await against(3)),
    body: { reason: "Another container." },
  });
  await toldTimes("DE", 3);
  await toldTimes("FR", 2);
  expect(await row("DE")).toMatchObject({ state: "withdrawn", version: 4, toAcknowledge: false });
  const { body } = await api.call(alerts.get, await ask("DE", "reader"));
  expect(body.change).toMatchObject({ kind: "withdraw", reason: "Another container." });
  const again = api.call(alerts.update, { ...(await against(4)), query: {}, body: { title: "x" } });
  expect((await refusal(again)).status).toBe(409);
});

test("a closing tells nobody, and takes the alert off what is to be acknowledged", async () => {
  released = await releaseBy("US", await draftBy("US", "officer", { audience: named("DE") }));
  await toldTimes("DE", 1);
  await api.call(alerts.close, { ...(await against(1)), body: {} });
  await until("the closed row", async () => ((await row("DE"))?.toAcknowledge === false ? true : undefined));
  expect(await row("DE")).toMatchObject({ state: "closed", version: 2 });
  expect(await told("DE")).toHaveLength(1);
});
