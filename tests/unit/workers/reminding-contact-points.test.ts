import { v7 } from "uuid";
import { expect, test } from "vitest";
import { remindingContactPoints as mailing } from "../../../functions/queues/mail/reminding-contact-points.ts";
import { remindingContactPoints } from "../../../functions/schedules/upkeep/reminding-contact-points.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { contactPointsItem } from "../../../shared/adapters/records/contact-points.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { ContactPointWork } from "../../../shared/domain/outbox.ts";
import { contactPointEntry, settle } from "../api/people.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";

const confirmedAt = "2025-03-01T00:00:00.000Z";
const day = (n: number): Date => new Date(Date.parse(confirmedAt) + n * 86_400_000);

/** France, both of whose contact points were confirmed on one day. */
const world = async (change: Partial<Administration> = {}) => {
  const store = memoryRecordStore();
  await settle(store, "FR", { name: "France", ...change });
  const points = async (...confirmed: readonly string[]) =>
    store.writeMany([
      {
        put: contactPointsItem({
          administration: "FR",
          contactPoints: ["Primary", "Deputy"].map((name, n) => ({
            ...contactPointEntry(name),
            languages: [name === "Primary" ? "en" : "fr"],
            confirmedAt: confirmed[n] ?? confirmedAt,
          })),
          revision: 1,
          changedAt: confirmedAt,
        }),
      },
    ]);
  await points();
  const france = async () => {
    const administration = await getAdministration(store, "FR");
    if (administration === undefined) throw new Error("France is gone");
    return administration;
  };
  const look = async (now: Date, worker: Mortal = immortal()) =>
    remindingContactPoints({ store: worker.reach(store), clock: () => now, newId: () => v7() })(
      await france(),
    );
  const work = () =>
    store
      .items()
      .filter(({ pk }) => pk.startsWith("OUT#"))
      .map((item) => ContactPointWork.parse(item["work"]));
  const mails: { readonly to: string; readonly subject: string; readonly text: string }[] = [];
  const mail = (now: Date) =>
    mailing({
      store,
      mail: { send: async (each) => void mails.push(each) },
      consoleUrl: "https://console.example",
      clock: () => now,
    });
  return { store, points, look, work, mails, mail };
};

test("contact points are reminded 30 days before the year has passed and when it has, once each", async () => {
  const of = await world();
  await of.look(day(334));
  expect(of.work()).toEqual([]);
  for (const hour of [335, 335.04, 340, 364.9]) await of.look(day(hour));
  expect(of.work().map(({ email }) => email)).toEqual(["primary@customs.example", "deputy@customs.example"]);
  for (const hour of [365, 365.04, 400]) await of.look(day(hour));
  expect(of.work()).toHaveLength(4);
  expect(new Set(of.work().map(({ due }) => due))).toEqual(new Set([day(365).toISOString()]));
});

test("killed at any call, and done again in the next hour, each is reminded once", async () => {
  await everyDeath(async (_, worker) => {
    const of = await world();
    await untilDeath(() => of.look(day(335), worker));
    await of.look(day(335));
    expect(of.work()).toHaveLength(2);
  });
});

test("who is confirmed meanwhile is reminded of the next year, and who is not, of this one", async () => {
  const of = await world();
  await of.look(day(335));
  await of.points(day(340).toISOString());
  await of.look(day(365));
  expect(of.work()).toHaveLength(4);
  await of.points(day(340).toISOString(), day(366).toISOString());
  await of.look(day(400));
  expect(of.work()).toHaveLength(4);
  await of.look(day(340 + 335));
  expect(of.work()).toHaveLength(6);
});

test.each(["suspended", "left", "provisioning"] as const)(
  "an administration that is %s is asked nothing",
  async (state) => {
    const of = await world({ state });
    await of.look(day(400));
    expect(of.work()).toEqual([]);
  },
);

test("the mail says for whom, until when and where, in the contact point's language", async () => {
  const of = await world();
  await of.look(day(335));
  for (const work of of.work()) await of.mail(day(335))(work);
  const [english, french] = of.mails;
  expect(english).toMatchObject({ to: "primary@customs.example" });
  expect(english?.text).toContain("reach France by");
  expect(english?.text).toContain("This is due on March 1, 2026.");
  expect(english?.text).toContain("https://console.example/people/contact-points\n");
  expect(french).toMatchObject({ to: "deputy@customs.example" });
  expect(french?.subject).toContain("confirmez les points de contact");
  expect(french?.text).toContain("1 mars 2026");
});

test("what was confirmed while the mail waited is not asked for, nor is somebody who is no contact point any more", async () => {
  const of = await world();
  await of.look(day(365));
  const [first] = of.work();
  if (first === undefined) throw new Error("Nobody is reminded");
  await of.mail(day(365))({ ...first, email: "former@customs.example" });
  expect(of.mails).toEqual([]);
  await of.mail(day(365))(first);
  expect(of.mails[0]?.text).toContain("This was due on");
  await of.points(day(366).toISOString(), day(366).toISOString());
  await of.mail(day(366))(first);
  expect(of.mails).toHaveLength(1);
});
