import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { administrations } from "../../shared/contract/administrations.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { addMailbox, addPhone, confirm, confirmationOf, inboxOf, removeAdded } from "./duty.ts";
import { draftBy, releaseBy, shortForm } from "./releasing.ts";
import { api, inbox, refusal, request, system, tokenOf, until } from "./system.ts";

afterAll(removeAdded);

/** The United States tell France and Germany; Great Britain is in the group, and not in the audience. */
const audience = { kind: "administrations" as const, administrations: ["FR", "DE"] };
/** The seeded desks and phones: everything, and what is high. */
const seeded = ["us", "fr", "de"].map((code) => `duty-desk@${code}.customs.example`);
const seededPhones = { US: "447700900019", FR: "447700900069", DE: "447700900079" };

let released: Awaited<ReturnType<typeof releaseBy>>;

const ask = async (administration: string, role: string) => ({
  token: await tokenOf(administration, role),
  params: { id: released.id },
});

/** Everything that was sent of it, to whom. */
const notices = async () =>
  (await inbox.mails())
    .filter(({ subject, body }) => subject.includes(released.reference) || body.includes(released.reference))
    .flatMap(({ to, subject, body }) => to.map((address) => ({ address, subject, body })));

test("an officer drafts the short form and may not release it; a releaser does", async () => {
  const draft = await draftBy("US", "officer", { audience });
  const byOfficer = api.call(alerts.release, { ...draft, token: await tokenOf("US", "officer") });
  expect((await refusal(byOfficer)).status).toBe(403);
  for (const role of ["reader", "duty"])
    expect((await refusal(draftBy("US", role, { audience }))).status).toBe(403);
  // A draft is its administration's alone.
  const french = { ...draft, token: await tokenOf("FR", "releaser") };
  expect((await refusal(api.call(alerts.release, french))).status).toBe(404);
  expect((await refusal(api.call(alerts.get, french))).status).toBe(404);
  await api.call(alerts.discard, { ...draft, token: await tokenOf("US", "officer") });
});

test("what France and Germany asked for, and nobody else, is in the mailboxes within seconds of the release", async () => {
  const criteria = {
    minimumSeverity: "high",
    types: ["seizure", "alert"],
    categories: ["gloves", "medicines"],
    hsPrefixes: ["4015"],
    countries: ["CN"],
  };
  const matching = [
    await addMailbox("FR", "exact", criteria, "fr"),
    await addPhone("FR", criteria, "fr"),
    await addMailbox("DE", "exact", criteria),
    await addMailbox("US", "own", criteria),
  ];
  const others = [
    await addMailbox("FR", "critical", { ...criteria, minimumSeverity: "critical" }),
    await addMailbox("FR", "vaccines", { ...criteria, categories: ["vaccines"] }),
    await addMailbox("FR", "hs", { ...criteria, hsPrefixes: ["3004"] }),
    await addMailbox("FR", "kenya", { ...criteria, countries: ["KE"] }),
    await addMailbox("DE", "bulletins", { ...criteria, types: ["bulletin"] }),
    await addMailbox("GB", "outside", {}),
  ];
  for (const each of [...matching, ...others]) await confirm(each, await confirmationOf(each));

  const draft = await draftBy("US", "officer", { audience });
  released = await releaseBy("US", draft);
  expect(released.reference).toMatch(/^IPR-\d{4}-R[0-9A-HJKMNP-TV-Z]{6}$/);

  const expected = [
    ...seeded,
    ...Object.values(seededPhones).map((digits) => `${digits}@sms.local`),
    ...matching.map(({ channel, address }) => (channel === "sms" ? inboxOf(address) : address)),
  ].sort();
  const received = await until(
    "every notice",
    async () => {
      const all = await notices();
      return expected.every((address) => all.some((each) => each.address === address)) ? all : undefined;
    },
    20,
  );
  const seconds = (Date.now() - released.acknowledgedAt) / 1000;
  console.info(
    `From the acknowledged release to the last of ${received.length} mailboxes and phones: ${seconds} s`,
  );
  expect(seconds).toBeLessThan(20);
  // Whoever else was to hear of it would have by now.
  await sleep(3000);
  expect((await notices()).map(({ address }) => address).sort()).toEqual(expected);
});

test("a notice is a pointer, in the reader's language, with the administration's own phrase", async () => {
  const phraseOf = async (code: string) =>
    (await api.call(administrations.get, { token: await tokenOf(code, "contact-point"), params: { code } }))
      .body.recognitionPhrase;
  const all = await notices();
  for (const { subject, body } of all) {
    expect(`${subject}\n${body}`).not.toMatch(/canary|7431|4015/i);
    expect(body).toContain(`${system.webUrl}/a/${released.reference}`);
  }
  const to = (address: string) => all.find((each) => each.address === address);
  expect(to("duty-desk@de.customs.example")?.subject).toBe(
    `[TLP:AMBER] [HIGH] ${released.reference} - Gloves`,
  );
  expect(to("duty-desk@fr.customs.example")?.body).toContain(
    "Une alerte a été diffusée à votre administration",
  );
  expect(to("duty-desk@fr.customs.example")?.body).toContain(await phraseOf("FR"));
  expect(to("duty-desk@de.customs.example")?.body).toContain("An alert was released to your administration");
  expect(to("duty-desk@de.customs.example")?.body).toContain(await phraseOf("DE"));
  expect(to("duty-desk@us.customs.example")?.body).toContain("Your administration released an alert");
  const sms = to(`${seededPhones.FR}@sms.local`)?.body.trim() ?? "";
  expect(sms).toMatch(/^IPRCENcomm> TLP:AMBER HIGH IPR-/);
  expect(sms.length).toBeLessThanOrEqual(160);
});

test("France's reader finds it first in the list, marked, and opens it; a duty officer acknowledges", async () => {
  const reader = await ask("FR", "reader");
  const first = async (query: Record<string, string>) =>
    (await api.call(alerts.list, { token: reader.token, query })).body.items[0];
  expect(await first({})).toMatchObject({ id: released.id, toAcknowledge: true, title: shortForm.title });
  expect(await first({ unacknowledged: "true" })).toMatchObject({ id: released.id });
  expect(await first({ reference: released.reference })).toMatchObject({ id: released.id });

  const { body: opened } = await api.call(alerts.get, reader);
  expect(opened).toMatchObject({ ...shortForm, audience, reference: released.reference, state: "released" });

  const body = { result: "trace-found", note: "Two consignments of last year." } as const;
  expect((await refusal(api.call(alerts.acknowledge, { ...reader, body }))).status).toBe(403);
  const duty = await ask("FR", "duty");
  const { body: line } = await api.call(alerts.acknowledge, { ...duty, body });
  expect(line).toMatchObject({ administration: "FR", acknowledgement: body });
  const unconditioned = { ...duty, body: { ...body, result: "no-trace" as const } };
  expect((await refusal(api.call(alerts.acknowledge, unconditioned))).status).toBe(428);

  expect(await first({ reference: released.reference })).toMatchObject({ toAcknowledge: false });
  expect((await first({ unacknowledged: "true" }))?.id).not.toBe(released.id);
});

test("the author sees per administration: handed over, read, acknowledged; the others their own line", async () => {
  const { body: ledger } = await api.call(alerts.acknowledgements, await ask("US", "officer"));
  const lineOf = (code: string) => ledger.items.find(({ administration }) => administration === code);
  expect(ledger.items.map(({ administration }) => administration)).toEqual(["DE", "FR", "US"]);
  const instant = expect.stringMatching(/^\d{4}-.*Z$/);
  expect(lineOf("FR")).toMatchObject({
    handedOverAt: instant,
    endpoints: 4,
    readAt: instant,
    acknowledgement: { result: "trace-found", note: "Two consignments of last year.", at: instant },
  });
  expect(lineOf("FR")?.acknowledgement?.by).toBeUndefined();
  expect(lineOf("DE")).toMatchObject({ handedOverAt: instant, endpoints: 3 });
  expect(lineOf("DE")).not.toHaveProperty("readAt");
  expect(lineOf("DE")).not.toHaveProperty("acknowledgement");

  const { body: own } = await api.call(alerts.acknowledgements, await ask("DE", "reader"));
  expect(own.items.map(({ administration }) => administration)).toEqual(["DE"]);
  const byAuthor = { ...(await ask("US", "duty")), body: { result: "no-trace" as const } };
  expect((await refusal(api.call(alerts.acknowledge, byAuthor))).status).toBe(409);
});

test("to an administration outside the audience it is as unknown as an id that nobody ever gave", async () => {
  const unheardOf = { id: v7(), reference: `IPR-${new Date().getUTCFullYear()}-R000000` };
  for (const role of ["contact-point", "releaser", "officer", "duty", "reader"]) {
    const token = await tokenOf("GB", role);
    const asked = async (method: string, path: string, body?: object) => {
      const { json, ...rest } = await request(method, path, {
        token,
        headers: { "content-type": "application/json", "if-match": '"version-1"' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const { instance, ...said } = json;
      return { ...rest, said, instance: typeof instance };
    };
    const answers = async ({ id, reference }: typeof unheardOf) => ({
      get: await asked("GET", `/alerts/${id}`),
      acknowledgements: await asked("GET", `/alerts/${id}/acknowledgements`),
      acknowledge: await asked("PUT", `/alerts/${id}/acknowledgement`, { result: "no-trace" }),
      update: await asked("PATCH", `/alerts/${id}`, { title: "x" }),
      release: await asked("POST", `/alerts/${id}/release`),
      discard: await asked("DELETE", `/alerts/${id}`),
      byReference: await asked("GET", `/alerts?reference=${reference}`),
    });
    const [known, unknown] = [await answers(released), await answers(unheardOf)];
    expect(known).toEqual(unknown);
    expect(known.get.status).toBe(404);
    expect(known.byReference.said).toMatchObject({ items: [], nextCursor: null });
    for (const query of ["?limit=100", "?limit=100&unacknowledged=true"])
      expect(JSON.stringify(await asked("GET", `/alerts${query}`))).not.toContain(released.id);
  }
});
