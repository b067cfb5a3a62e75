import { beforeEach, describe, expect, test } from "vitest";
import { contactPointsItem } from "../../../shared/adapters/records/contact-points.ts";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { admit, CONTACT_POINTS_ETAG, contactPoint, contactPointEntry, settle } from "./people.ts";
import { connect } from "./systems.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const ofKenya = "/v1/administrations/KE/contact-points";
const current = { "If-Match": CONTACT_POINTS_ETAG };
const office = {
  kind: "weekly",
  periods: [{ days: ["monday", "tuesday"], from: "08:00", to: "17:00" }],
};
const entries = () => [
  { ...contactPointEntry("Duty"), timeZone: "Africa/Nairobi", hours: office, languages: ["en", "sw"] },
  contactPointEntry("Deputy"),
];

interface Row {
  readonly administration: string;
  readonly contactPoints: readonly { readonly name: string; readonly onDuty?: boolean }[];
}
const directory = async (who: string, search = ""): Promise<readonly Row[]> => {
  const { status, json } = await of.call(who, "GET", `/v1/contact-points${search}`);
  expect(status).toBe(200);
  return json.items;
};
const codes = (rows: readonly Row[]): readonly string[] => rows.map(({ administration }) => administration);
const leaveGroup = (administration: string) =>
  of.store.writeMany(
    membershipItems({
      group: "ipr",
      administration,
      history: "all",
      intervals: [{ from: "2026-11-01T00:00:00.000Z", until: "2026-11-02T00:00:00.000Z" }],
    }).map((put) => ({ put })),
  );

describe("an administration's own contact points", () => {
  test("are named anew by its contact point, as a whole, and fellow members see them so", async () => {
    const saved = await of.call("KE contact-point", "PUT", ofKenya, { contactPoints: entries() }, current);
    expect(saved.status).toBe(200);
    expect(saved.json.contactPoints).toMatchObject([
      { name: "Duty", languages: ["en", "sw"], timeZone: "Africa/Nairobi", hours: office, overdue: false },
      { name: "Deputy" },
    ]);
    expect((await of.call("KE contact-point", "GET", ofKenya)).json).toEqual(saved.json);
    const [seen] = await directory("FR officer", "?administration=KE");
    expect(seen?.contactPoints.map(({ name }) => name)).toEqual(["Duty", "Deputy"]);
  });

  test("are two at least and six at most, on the version that was read", async () => {
    const put = (contactPoints: unknown, headers: Readonly<Record<string, string>> = current) =>
      of.refused("KE contact-point", "PUT", ofKenya, { contactPoints }, headers);
    const one = await put([contactPointEntry("Alone")]);
    expect(one).toMatchObject({ status: 422, errors: [{ pointer: "/contactPoints" }] });
    expect(one.errors[0]?.detail).toContain("a primary and a deputy");
    expect((await put(Array.from({ length: 7 }, () => contactPointEntry("Many")))).status).toBe(422);
    expect((await put(entries(), {})).status).toBe(428);
    expect((await put(entries(), { "If-Match": '"1-0"' })).status).toBe(412);
    await of.call("KE contact-point", "PUT", ofKenya, { contactPoints: entries() }, current);
    expect((await put(entries())).status).toBe(412);
  });

  test("say in a field's own words what is wrong with hours and zones", async () => {
    const wrong = (change: object) =>
      of.refused(
        "KE contact-point",
        "PUT",
        ofKenya,
        { contactPoints: [{ ...contactPointEntry("Duty"), ...change }, contactPointEntry("Deputy")] },
        current,
      );
    const zone = await wrong({ timeZone: "+03:00" });
    expect(zone.errors).toMatchObject([{ pointer: "/contactPoints/0/timeZone" }]);
    expect(zone.errors[0]?.detail).toContain("Africa/Nairobi");
    const time = { days: ["monday"], from: "8:00", to: "24:00" };
    const hours = await wrong({ hours: { kind: "weekly", periods: [time] } });
    expect(hours.errors.map(({ pointer }) => pointer)).toEqual([
      "/contactPoints/0/hours/periods/0/from",
      "/contactPoints/0/hours/periods/0/to",
    ]);
    expect((await wrong({ languages: [] })).status).toBe(422);
    expect((await wrong({ languages: ["en", "en"] })).status).toBe(422);
    expect((await wrong({ confirmedAt: "2026-11-01T00:00:00.000Z" })).errors).toMatchObject([
      { pointer: "/contactPoints/0/confirmedAt" },
    ]);
  });

  test("are kept by an operator for any administration, whose own trail says so, and by nobody else for another one", async () => {
    const body = { contactPoints: entries() };
    expect((await of.call("WCO operator", "PUT", ofKenya, body, current)).status).toBe(200);
    const trails = of.store.items().filter(({ action }) => action === "contact-points.replace");
    expect(new Map(trails.map(({ pk, actor }) => [pk, actor]))).toEqual(
      new Map([
        ["AUD#WCO", of.people.get("WCO operator")],
        ["AUD#KE", "secretariat"],
      ]),
    );
    for (const entry of trails) expect(entry).toMatchObject({ subject: "KE", detail: { contactPoints: 2 } });
    expect(JSON.stringify(trails)).not.toContain("Duty");
    const other = await of.refused("FR contact-point", "GET", ofKenya);
    expect(other.status).toBe(404);
    expect(await of.refused("FR contact-point", "GET", "/v1/administrations/ZW/contact-points")).toEqual(
      other,
    );
    expect((await of.refused("WCO contact-point", "GET", ofKenya)).status).toBe(404);
    expect((await of.refused("KE releaser", "GET", ofKenya)).status).toBe(403);
  });

  test("of one that left are kept by nobody any more", async () => {
    await settle(of.store, "KE", { state: "left" });
    const body = { contactPoints: entries() };
    expect((await of.refused("WCO operator", "PUT", ofKenya, body, current)).status).toBe(409);
  });
});

describe("the yearly confirmation", () => {
  const longAgo = "2024-01-01T00:00:00.000Z";
  const age = async (...confirmed: string[]) => {
    const contactPoints = ["Primary", "Deputy"].map((name, n) => ({
      ...contactPointEntry(name),
      confirmedAt: confirmed[n] ?? longAgo,
    }));
    await of.store.writeMany([
      { put: contactPointsItem({ administration: "KE", contactPoints, revision: 7, changedAt: longAgo }) },
    ]);
  };
  const shown = async () => of.call("KE contact-point", "GET", ofKenya);
  const isOverdue = async (): Promise<boolean> => {
    const { json } = await of.call("WCO operator", "GET", "/v1/administrations?limit=100");
    return json.items.find(({ code }: { code: string }) => code === "KE").contactPointsOverdue;
  };

  test("is given one by one, and until then it is overdue to the secretariat", async () => {
    await age();
    expect(await isOverdue()).toBe(true);
    for (const n of [1, 2]) {
      const { etag } = await shown();
      const confirmed = await of.call("KE contact-point", "POST", `${ofKenya}/${n}/confirm`, undefined, {
        "If-Match": etag,
      });
      expect(confirmed.json.contactPoints[n - 1].overdue).toBe(false);
      expect(await isOverdue()).toBe(n === 1);
    }
  });

  test("goes with what is entered; what stays as it was keeps its day", async () => {
    await age(longAgo, "2026-11-02T00:00:00.000Z");
    const { etag } = await shown();
    const contactPoints = [
      contactPointEntry("Deputy"),
      { ...contactPointEntry("Primary"), phone: "+254202810001" },
    ];
    const { json } = await of.call(
      "KE contact-point",
      "PUT",
      ofKenya,
      { contactPoints },
      { "If-Match": etag },
    );
    expect(json.contactPoints).toMatchObject([
      { name: "Deputy", confirmedAt: "2026-11-02T00:00:00.000Z" },
      { name: "Primary", overdue: false },
    ]);
    expect(json.contactPoints[1].confirmedAt > "2026-11-02").toBe(true);
  });

  test("is of a contact point that there is, on the version that was read", async () => {
    const post = (n: number, headers: Readonly<Record<string, string>> = current) =>
      of.refused("KE contact-point", "POST", `${ofKenya}/${n}/confirm`, undefined, headers);
    expect((await post(3)).status).toBe(404);
    expect((await post(0)).status).toBe(404);
    expect((await post(1, {})).status).toBe(428);
    expect((await post(1, { "If-Match": '"1-0"' })).status).toBe(412);
  });

  test("of a list that there is none of is overdue, of an administration that left nothing is", async () => {
    await of.store.writeMany([{ delete: { pk: "ADM#KE", sk: "CONTACTS" } }]);
    expect(await isOverdue()).toBe(true);
    await settle(of.store, "KE", { state: "left" });
    await age();
    expect(await isOverdue()).toBe(false);
  });
});

describe("contact points that were stored one by one", () => {
  beforeEach(async () => {
    await of.store.writeMany([
      { delete: { pk: "ADM#KE", sk: "CONTACTS" } },
      ...["Primary", "Deputy"].map((name, n) => ({
        put: { pk: "ADM#KE", sk: `CONTACT#${n + 1}`, schema: 1, ...contactPoint(name) },
      })),
    ]);
  });

  test("are read as an application named them: no hours are made up, and nobody is on duty", async () => {
    const { json } = await of.call("KE contact-point", "GET", ofKenya);
    expect(json.contactPoints).toEqual(
      ["Primary", "Deputy"].map((name) => {
        const { language, ...point } = contactPoint(name);
        return { ...point, languages: [language], confirmedAt: "2026-11-01T00:00:00.000Z", overdue: false };
      }),
    );
    const [seen] = await directory("FR officer", "?administration=KE");
    expect(seen?.contactPoints.map(({ onDuty }) => onDuty)).toEqual([undefined, undefined]);
    expect(codes(await directory("FR officer", "?onDuty=true"))).not.toContain("KE");
  });

  test("are confirmed by entering hours, which puts one list in their place", async () => {
    const { etag } = await of.call("KE contact-point", "GET", ofKenya);
    const headers = { "If-Match": etag };
    expect(
      (await of.refused("KE contact-point", "POST", `${ofKenya}/1/confirm`, undefined, headers)).status,
    ).toBe(409);
    const body = { contactPoints: entries() };
    expect((await of.call("KE contact-point", "PUT", ofKenya, body, headers)).status).toBe(200);
    expect(of.store.items().filter(({ pk, sk }) => pk === "ADM#KE" && sk.startsWith("CONTACT#"))).toEqual([]);
    expect((await of.refused("KE contact-point", "PUT", ofKenya, body, headers)).status).toBe(412);
  });
});

describe("the directory", () => {
  test("shows who shares a group now, the own administration with them", async () => {
    expect(codes(await directory("FR reader"))).toEqual(["DE", "FR", "KE", "WCO"]);
    await leaveGroup("KE");
    expect(codes(await directory("FR reader"))).toEqual(["DE", "FR", "WCO"]);
    expect(await directory("FR reader", "?administration=KE")).toEqual([]);
    expect(await directory("KE reader")).toEqual([]);
    expect(await directory("KE reader", "?administration=FR")).toEqual([]);
  });

  test("says of a suspended administration what it says of others: that it is suspended is nobody's business", async () => {
    const before = await directory("FR reader");
    await settle(of.store, "KE", { state: "suspended" });
    expect(await directory("FR reader")).toEqual(before);
  });

  test("finds a stranger like one that never was, by the same reads", async () => {
    const calls: string[] = [];
    const watched = (store: RecordStore): RecordStore => ({
      ...store,
      getMany: (keys) => {
        calls.push(`many ${keys.length}`);
        return store.getMany(keys);
      },
      query: (query) => {
        calls.push(`query ${query.prefix}`);
        return store.query(query);
      },
    });
    of = await exchange(watched);
    await settle(of.store, "SE");
    await leaveGroup("SE");
    const reads = async (search: string) => {
      calls.length = 0;
      expect(await directory("FR officer", search)).toEqual([]);
      return [...calls];
    };
    expect(await reads("?administration=SE")).toEqual(await reads("?administration=ZW"));
  });

  test("asks the store as often for many members as for few", async () => {
    let calls = 0;
    const count =
      <Given extends unknown[], Answer>(ask: (...given: Given) => Answer) =>
      (...given: Given): Answer => {
        calls += 1;
        return ask(...given);
      };
    const counted = (store: RecordStore): RecordStore => ({
      ...store,
      get: count(store.get),
      getMany: count(store.getMany),
      query: count(store.query),
    });
    of = await exchange(counted);
    const cost = async () => {
      calls = 0;
      await directory("FR officer", "?limit=3");
      return calls;
    };
    const few = await cost();
    for (let n = 0; n < 60; n++) await settle(of.store, `X-MEMBER-${n}`);
    expect(await cost()).toBe(few);
    expect(few).toBeLessThan(8);
  });

  test("tells who is on duty now, or at a time that is asked about", async () => {
    await of.call("KE contact-point", "PUT", ofKenya, { contactPoints: entries() }, current);
    const at = async (time: string, more = "") =>
      (await directory("FR duty", `?administration=KE&at=${time}${more}`)).flatMap(({ contactPoints }) =>
        contactPoints.map(({ name, onDuty }) => [name, onDuty]),
      );
    expect(await at("2026-11-23T05:00:00.000Z")).toEqual([
      ["Duty", true],
      ["Deputy", true],
    ]);
    expect(await at("2026-11-23T04:59:00.000Z")).toEqual([
      ["Duty", false],
      ["Deputy", true],
    ]);
    expect(await at("2026-11-25T08:00:00.000Z", "&onDuty=true")).toEqual([["Deputy", true]]);
    expect((await of.refused("FR duty", "GET", "/v1/contact-points?at=tonight")).status).toBe(400);
  });

  test("goes on by a cursor that is good for the same caller and question alone", async () => {
    const page = async (search: string) =>
      (await of.call("FR officer", "GET", `/v1/contact-points?${search}`)).json;
    const first = await page("limit=3");
    expect(codes(first.items)).toEqual(["DE", "FR", "KE"]);
    const rest = await page(`limit=3&cursor=${first.nextCursor}`);
    expect(codes(rest.items)).toEqual(["WCO"]);
    expect(rest.nextCursor).toBeNull();
    const elsewhere = `/v1/contact-points?onDuty=true&cursor=${first.nextCursor}`;
    expect((await of.refused("FR officer", "GET", elsewhere)).status).toBe(400);
    const others = `/v1/contact-points?cursor=${first.nextCursor}`;
    expect((await of.refused("KE officer", "GET", others)).status).toBe(400);
  });

  test("is closed to auditors and systems, and open to every other role", async () => {
    expect((await of.refused("FR auditor", "GET", "/v1/contact-points")).status).toBe(403);
    of.systems.set("FR system", await connect(of.store, "FR", ["alerts/read", "alerts/write"]));
    expect((await of.refused("FR system", "GET", "/v1/contact-points")).status).toBe(403);
    for (const role of ["contact-point", "releaser", "officer", "duty", "reader"])
      expect(await directory(`FR ${role}`)).toHaveLength(4);
    expect(await directory("WCO operator")).toHaveLength(4);
  });

  test("leaves an entry a page on the trail of whoever looked, with no name in it", async () => {
    await directory("FR officer", "?limit=3");
    await directory("FR officer", "?administration=KE");
    const entries = of.store.items().filter(({ action }) => action === "contact-points.list");
    expect(entries).toMatchObject([
      { pk: "AUD#FR", actor: of.people.get("FR officer"), subject: "all", detail: { rows: 3 } },
      { pk: "AUD#FR", subject: "KE", detail: { rows: 1 } },
    ]);
    expect(JSON.stringify(entries)).not.toContain("Primary");
  });

  test("names a regional office as it is called, and members of its operations alone see each other there", async () => {
    await settle(of.store, "RILO-EUROPE", { kind: "regional-office", name: "Regional office for Europe" });
    await settle(of.store, "SE");
    await leaveGroup("SE");
    of.people.set("SE officer", await admit(of.store, "SE", ["officer"]));
    for (const administration of ["RILO-EUROPE", "SE"])
      await of.store.writeMany(
        membershipItems({
          group: "operation-stop",
          administration,
          history: "from-admission",
          intervals: [{ from: "2026-11-01T00:00:00.000Z" }],
        }).map((put) => ({ put })),
      );
    const rows = await directory("SE officer");
    expect(rows).toMatchObject([{ name: "Regional office for Europe" }, { administration: "SE" }]);
    expect(codes(await directory("FR officer"))).toEqual(["DE", "FR", "KE", "RILO-EUROPE", "WCO"]);
  });
});
