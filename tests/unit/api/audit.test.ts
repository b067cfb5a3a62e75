import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { sealedKey } from "../../../shared/adapters/records/trail.ts";
import type { Item } from "../../../shared/domain/record-store.ts";
import { exportedLines, proofOf } from "../audit/exported.ts";
import { begun, entryOf, growTrails, newSigningKey, record, sealerOf } from "../audit/trails.ts";
import { type Exchange, exchange, release } from "./exchange.ts";
import { admit } from "./people.ts";

let of: Exchange;

beforeAll(async () => {
  of = await exchange();
  await growTrails(of.store, of.vault, [newSigningKey()], ["DE", "FR", "KE", "WCO"], 30);
});

const at = (n: number) => new Date(begun + n * 1000).toISOString();
const seqs = (json: { items: readonly { seq: number }[] }) => json.items.map(({ seq }) => seq);
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n);
const paths = ["", "/verification"].map((path) => `/v1/audit${path}`);

describe("who reads a trail", () => {
  test.each(paths)(
    "%s is open to contact point and auditor for their own, to the operator for any",
    async (path) => {
      for (const who of ["FR contact-point", "FR auditor", "WCO operator", "WCO auditor"])
        expect((await of.call(who, "GET", path)).status).toBe(200);
      expect((await of.call("WCO operator", "GET", `${path}?administration=KE`)).status).toBe(200);
      expect((await of.call("FR auditor", "GET", `${path}?administration=FR`)).status).toBe(200);
      for (const role of ["releaser", "officer", "reader", "duty"])
        expect((await of.refused(`FR ${role}`, "GET", path)).status).toBe(403);
      expect((await of.refused("nobody", "GET", path)).status).toBe(401);
    },
  );

  test.each(paths)("%s of another administration is as unknown as that of none", async (path) => {
    for (const who of ["FR auditor", "FR contact-point", "WCO auditor", "WCO contact-point"]) {
      const another = await of.refused(who, "GET", `${path}?administration=KE`);
      const none = await of.refused(who, "GET", `${path}?administration=ZW`);
      expect(another.status).toBe(404);
      expect(another).toEqual(none);
    }
    expect((await of.refused("WCO operator", "GET", `${path}?administration=ZW`)).status).toBe(404);
  });

  test("an export is of the own trail, and no other is asked for", async () => {
    for (const who of ["FR contact-point", "FR auditor", "WCO operator"]) {
      expect((await of.call(who, "GET", "/v1/audit/export")).json.items[0]).toMatchObject({
        kind: "trail",
        administration: who.split(" ")[0],
      });
      expect((await of.refused(who, "GET", "/v1/audit/export?administration=KE")).status).toBe(400);
    }
    expect((await of.refused("FR officer", "GET", "/v1/audit/export")).status).toBe(403);
  });

  test("the operator learns that another administration did something to an alert, not to which one", async () => {
    const fresh = await exchange();
    const { released } = await release(fresh);
    await sealerOf(fresh.store)("FR");
    const { id, reference } = released.json;
    const own = await fresh.call("FR auditor", "GET", `/v1/audit?subject=${id}`);
    expect(own.json.items.length).toBeGreaterThan(1);
    const { json } = await fresh.call("WCO operator", "GET", "/v1/audit?administration=FR");
    expect(json.items.map(({ entry }: { entry: { action: string } }) => entry.action)).toContain(
      "alerts.release",
    );
    for (const secret of [id, reference]) expect(JSON.stringify(json)).not.toContain(secret);
    const sought = await fresh.call("WCO operator", "GET", `/v1/audit?administration=FR&subject=${id}`);
    expect(sought.json.items).toEqual([]);
  });

  test("an operator's role that was stored for somebody outside the secretariat opens nothing", async () => {
    of.people.set(
      "KE operator",
      await admit(of.store, "KE", ["operator", "auditor"], { email: "two@ke.example" }),
    );
    expect((await of.refused("KE operator", "GET", "/v1/audit?administration=FR")).status).toBe(404);
  });

  test("a cursor of one administration's trail is none of another's", async () => {
    const page = await of.call("FR auditor", "GET", "/v1/audit?limit=1");
    const cursor = encodeURIComponent(page.json.nextCursor);
    expect((await of.refused("FR contact-point", "GET", `/v1/audit?limit=1&cursor=${cursor}`)).status).toBe(
      400,
    );
    expect(
      (await of.refused("WCO operator", "GET", `/v1/audit?limit=1&administration=FR&cursor=${cursor}`))
        .status,
    ).toBe(400);
  });
});

describe("a page of a trail", () => {
  test("is the newest first, page after page, without a gap", async () => {
    const found: number[] = [];
    let cursor = "";
    do {
      const { json } = await of.call("KE auditor", "GET", `/v1/audit?limit=25${cursor}`);
      found.push(...seqs(json));
      cursor = json.nextCursor === null ? "" : `&cursor=${json.nextCursor}`;
    } while (cursor !== "");
    expect(found).toEqual(down(60, 1));
  });

  test("holds what each filter asks for, and says when there is no more", async () => {
    const first = (await of.call("KE auditor", "GET", "/v1/audit?limit=1")).json.items[0];
    const ask = async (query: string) =>
      (await of.call("KE auditor", "GET", `/v1/audit?limit=100&${query}`)).json;
    expect(seqs(await ask(`actor=${first.entry.actor}`))).toEqual([60]);
    expect(seqs(await ask(`subject=${first.entry.subject}`))).toEqual([60]);
    expect(seqs(await ask("action=alerts.release"))).toEqual(down(60, 1).filter((seq) => seq % 3 === 0));
    expect(seqs(await ask("action=alerts"))).toEqual(down(60, 1));
    expect(seqs(await ask("action=alert"))).toEqual([]);
    expect(seqs(await ask(`from=${at(50)}`))).toEqual(down(60, 50));
    expect(seqs(await ask(`to=${at(5)}`))).toEqual(down(5, 1));
    const both = await ask(`from=${at(20)}&to=${at(29)}&action=alerts.get`);
    expect(seqs(both)).toEqual(down(29, 20).filter((seq) => seq % 3 !== 0));
    expect(both.nextCursor).toBeNull();
  });

  test("costs the same at the end of a long trail as at its beginning, and a rare match takes several pages", async () => {
    const far = await exchange();
    const rare = { ...entryOf("FR", 3), action: "users.update" };
    await record(far.store, [
      rare,
      ...Array.from({ length: 2999 }, (_, n) => ({ ...entryOf("FR", 10 + n), action: "alerts.get" })),
    ]);
    await sealerOf(far.store)("FR");
    let cursor = "";
    let pages = 0;
    let items: readonly unknown[] = [];
    do {
      const { json } = await far.call("FR auditor", "GET", `/v1/audit?action=users.update${cursor}`);
      pages += 1;
      items = [...items, ...json.items];
      cursor = json.nextCursor === null ? "" : `&cursor=${json.nextCursor}`;
    } while (cursor !== "");
    expect(items).toMatchObject([{ seq: 1, entry: rare }]);
    expect(pages).toBe(3);
    const early = await far.call("FR auditor", "GET", `/v1/audit?to=${at(12)}`);
    expect(seqs(early.json)).toEqual([4, 3, 2, 1]);
  });

  test("refuses what is no filter, with a reason", async () => {
    for (const [query, pointer] of [
      ["from=yesterday", "from"],
      ["actor=", "actor"],
      ["administration=France", "administration"],
      ["limit=101", "limit"],
      ["order=oldest", "order"],
    ]) {
      const { status, errors } = await of.refused("FR auditor", "GET", `/v1/audit?${query}`);
      expect([status, errors.map((each) => each.pointer)]).toEqual([400, [pointer]]);
    }
  });
});

test.each([
  ["list", ""],
  ["actors", "/actors"],
  ["verification", "/verification"],
  ["checkpoints", "/checkpoints"],
  ["export", "/export"],
])("audit.%s is a disclosure in the trail of whoever asks", async (name, path) => {
  const fresh = await exchange();
  await release(fresh);
  await sealerOf(fresh.store)("FR");
  await fresh.call("FR auditor", "GET", `/v1/audit${path}`);
  await sealerOf(fresh.store)("FR");
  const { json } = await fresh.call("FR auditor", "GET", "/v1/audit?limit=1");
  expect(json.items[0].entry).toMatchObject({
    action: `audit.${name}`,
    subject: "FR",
    actor: fresh.people.get("FR auditor"),
  });
});

test("what the operator is shown of another's trail is a disclosure in the operator's", async () => {
  const fresh = await exchange();
  await release(fresh);
  for (const path of ["", "/verification"])
    await fresh.call("WCO operator", "GET", `/v1/audit${path}?administration=FR`);
  await sealerOf(fresh.store)("WCO");
  const { json } = await fresh.call("WCO operator", "GET", "/v1/audit?limit=2");
  expect(json.items).toMatchObject([
    { entry: { action: "audit.verification", subject: "FR" } },
    { entry: { action: "audit.list", subject: "FR" } },
  ]);
});

describe("names beside the ids of a page", () => {
  test("are those of people and references, in the own trail alone", async () => {
    const fresh = await exchange();
    const { path, released } = await release(fresh);
    await fresh.call("KE officer", "GET", path);
    for (const code of ["FR", "KE"]) await sealerOf(fresh.store)(code);
    const { reference } = released.json;
    const ask = async (who: string, query: string) =>
      (await fresh.call(who, "GET", `/v1/audit?${query}`)).json.items;
    expect((await ask("FR auditor", "action=alerts.release"))[0]).toMatchObject({
      actorName: "releaser",
      subjectName: reference,
    });
    expect((await ask("FR auditor", "action=alerts.create"))[0].subjectName).toBe(reference);
    expect((await ask("KE auditor", "action=alerts.get"))[0]).toMatchObject({
      actorName: "officer",
      subjectName: reference,
    });
    for (const row of await ask("WCO operator", "administration=FR")) {
      expect(row).not.toHaveProperty("actorName");
      expect(row).not.toHaveProperty("subjectName");
    }
  });

  test("are asked for in a few reads, however long the page", async () => {
    let reads = 0;
    const counted = await exchange((store) => ({
      ...store,
      getMany: (keys) => {
        reads += 1;
        return store.getMany(keys);
      },
    }));
    await record(
      counted.store,
      Array.from({ length: 100 }, (_, n) => entryOf("FR", n + 1)),
    );
    await sealerOf(counted.store)("FR");
    await counted.call("FR auditor", "GET", "/v1/audit?limit=100");
    expect(reads).toBeLessThanOrEqual(5);
  });

  test("are listed with those of the deleted, of the own administration alone", async () => {
    const fresh = await exchange();
    const officer = fresh.people.get("FR officer");
    const { etag } = await fresh.call("FR contact-point", "GET", `/v1/users/${officer}`);
    await fresh.call("FR contact-point", "DELETE", `/v1/users/${officer}`, undefined, { "If-Match": etag });
    const actors: { id: string; name: string; deletedAt?: string }[] = [];
    let cursor = "";
    do {
      const { json } = await fresh.call("FR auditor", "GET", `/v1/audit/actors?limit=2${cursor}`);
      actors.push(...json.items);
      cursor = json.nextCursor === null ? "" : `&cursor=${json.nextCursor}`;
    } while (cursor !== "");
    expect(actors.map(({ name }) => name).sort()).toEqual([
      "auditor",
      "contact-point",
      "duty",
      "officer",
      "reader",
      "releaser",
    ]);
    for (const { id, deletedAt } of actors) expect(deletedAt !== undefined).toBe(id === officer);
    expect((await fresh.refused("FR officer", "GET", "/v1/audit/actors")).status).toBe(401);
    expect((await fresh.refused("FR reader", "GET", "/v1/audit/actors")).status).toBe(403);
    expect((await fresh.refused("WCO operator", "GET", "/v1/audit/actors?administration=FR")).status).toBe(
      400,
    );
  });
});

test("entries about an alert are found by its reference, and a reference of no alert finds nothing", async () => {
  const fresh = await exchange();
  const { released } = await release(fresh);
  await sealerOf(fresh.store)("FR");
  const ask = async (subject: string) =>
    (await fresh.call("FR auditor", "GET", `/v1/audit?subject=${subject}`)).json.items;
  const { reference, id } = released.json;
  const found = await ask(reference);
  expect(found.length).toBeGreaterThan(1);
  expect(found).toEqual(await ask(id));
  expect(await ask(String(reference).toLowerCase())).toEqual(found);
  expect(await ask("IPR-2026-R0AB1CD")).toEqual([]);
});

describe("a damaged entry", () => {
  const broken: Readonly<Record<string, (item: Item) => Item>> = {
    "without a part": ({ pk, sk, seq }) => ({ pk, sk, seq }),
    "with another type": (item) => ({ ...item, entry: "gone" }),
    "of another position": (item) => ({ ...item, seq: 7000 }),
    "of another administration": (item) => ({ ...item, entry: entryOf("KE", 3) }),
  };

  test.each(Object.keys(broken))(
    "%s is shown as damaged, and the rest is read by every filter",
    async (how) => {
      const fresh = await exchange();
      await record(
        fresh.store,
        Array.from({ length: 60 }, (_, n) => entryOf("FR", n + 1)),
      );
      await sealerOf(fresh.store)("FR");
      const damage = async (position: number) => {
        const key = sealedKey("FR", position);
        const item = await fresh.store.get(key);
        const breaks = broken[how];
        if (item === undefined || breaks === undefined) throw new Error("There is nothing to damage");
        await fresh.store.writeMany([{ put: breaks(item) }]);
      };
      for (const position of [30, 31, 60]) await damage(position);
      const ask = async (query: string) =>
        (await fresh.call("FR auditor", "GET", `/v1/audit?limit=100&${query}`)).json.items;
      const all = await ask("");
      expect(seqs({ items: all })).toEqual(down(60, 1));
      expect(all.filter((each: { damaged?: true }) => each.damaged)).toEqual(
        [60, 31, 30].map((seq) => ({ seq, damaged: true })),
      );
      for (let n = 1; n <= 60; n++) {
        const upTo = seqs({ items: await ask(`to=${at(n)}`) });
        expect(upTo.filter((seq) => ![30, 31, 60].includes(seq))).toEqual(
          down(n, 1).filter((seq) => ![30, 31, 60].includes(seq)),
        );
      }
      const { json } = await fresh.call("FR auditor", "GET", "/v1/audit/verification");
      expect(json.fault.seq).toBe(30);
    },
  );
});

test("what people do is in their trail, and nothing that an alert says", async () => {
  const fresh = await exchange();
  await release(fresh, { title: "canary of the title", summary: "canary of the summary" });
  await sealerOf(fresh.store)("FR");
  const { json } = await fresh.call("FR auditor", "GET", "/v1/audit");
  expect(json.items.map(({ entry }: { entry: { action: string } }) => entry.action)).toContain(
    "alerts.release",
  );
  expect(JSON.stringify(json)).not.toContain("canary");
});

describe("verification and export", () => {
  let long: Exchange;
  beforeAll(async () => {
    long = await exchange();
    await growTrails(long.store, long.vault, [newSigningKey()], ["FR", "KE"], 600);
  });

  const verify = async (query: string) => {
    const pages = [];
    let cursor = "";
    do {
      const { json } = await long.call("FR auditor", "GET", `/v1/audit/verification?${query}${cursor}`);
      pages.push(json);
      cursor = json.nextCursor === null ? "" : `&cursor=${json.nextCursor}`;
    } while (cursor !== "");
    return pages;
  };

  test("prove a long trail a bounded part at a time", async () => {
    const pages = await verify("");
    expect(pages.map(({ verifiedUpTo }) => verifiedUpTo)).toEqual([500, 1000, 1200]);
    expect(pages.map(({ signedUpTo }) => signedUpTo)).toEqual([null, 600, null]);
    for (const page of pages)
      expect(page).toMatchObject({ fault: null, from: 1, to: 1200, head: { seq: 1200 } });
  });

  test("prove a range of it", async () => {
    const [page] = await verify("from=590&to=610");
    expect(page).toMatchObject({ fault: null, from: 590, to: 610, verifiedUpTo: 610, signedUpTo: 600 });
    expect(proofOf(await exportedLines(long, "FR auditor", "from=590&to=610"))).toMatchObject({
      from: 590,
      upTo: 610,
      signed: { seq: 600 },
    });
  });

  test("make a file of all pages that is proven offline, and that does not grow by being read", async () => {
    const lines = await exportedLines(long);
    expect(lines).toHaveLength(1203);
    const proof = proofOf(lines);
    expect(proof).toMatchObject({ administration: "FR", upTo: 1200, checkpoints: 1 });
    expect(proof.fault).toBeUndefined();
  });

  test("say so of a trail that has not begun, and refuse to begin after the end", async () => {
    const { json } = await long.call("DE auditor", "GET", "/v1/audit/verification");
    expect(json).toMatchObject({ fault: null, to: 0, verifiedUpTo: 0, head: { seq: 0 } });
    const proof = proofOf(await exportedLines(long, "DE auditor"));
    expect(proof).toMatchObject({ administration: "DE", upTo: 0 });
    expect(proof.fault).toBeUndefined();
    for (const query of ["from=1201", "from=0", "from=x"])
      expect((await long.refused("FR auditor", "GET", `/v1/audit/verification?${query}`)).status).toBe(400);
  });

  test("list the checkpoints, the newest first, to everybody who may read a trail", async () => {
    for (const who of ["FR auditor", "KE contact-point", "WCO operator"]) {
      const { json } = await long.call(who, "GET", "/v1/audit/checkpoints?limit=10");
      expect(json.items).toMatchObject([{ number: 1, size: 2 }]);
      expect(json.nextCursor).toBeNull();
    }
    expect((await long.refused("FR officer", "GET", "/v1/audit/checkpoints")).status).toBe(403);
  });
});

test("an entry that is not sealed yet is in no page, and then in the next", async () => {
  const fresh = await exchange();
  const entry = { ...entryOf("FR", 1), subject: v7() };
  await record(fresh.store, [entry]);
  expect((await fresh.call("FR auditor", "GET", "/v1/audit")).json.items).toEqual([]);
  await sealerOf(fresh.store)("FR");
  const { json } = await fresh.call("FR auditor", "GET", `/v1/audit?subject=${entry.subject}`);
  expect(json.items).toMatchObject([{ seq: 1, entry }]);
});
