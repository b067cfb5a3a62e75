import { expect, test } from "vitest";
import { writingsIn } from "../../../web/src/session/device-writing.ts";

/** A browser's storage, of which one may know how full it is. */
const storage = (room = Number.POSITIVE_INFINITY): Storage => {
  const items: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    removeItem: (key: string) => {
      delete items[key];
    },
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      items[key] = value;
    },
  };
  return new Proxy(items, {
    get: (_, name) => Reflect.get(methods, name),
  }) as unknown as Storage;
};

const anna = { administration: "FR", email: "anna@fr.example" };
const place = { name: "alert.new", slot: "one" };

test("what one person writes is there for that person, the latest first", () => {
  const device = storage();
  let now = 1000;
  const hers = writingsIn(device, anna, () => now);
  expect(hers.keep(place, { title: "Gloves" })).toBe(true);
  now = 2000;
  hers.keep({ name: "alert.new", slot: "other" }, { title: "Masks" });
  expect(hers.list()).toEqual([
    { name: "alert.new", slot: "other", at: 2000, value: { title: "Masks" } },
    { ...place, at: 1000, value: { title: "Gloves" } },
  ]);
  hers.drop(place);
  expect(hers.list().map(({ slot }) => slot)).toEqual(["other"]);
});

test.each([
  ["of the same administration", { administration: "FR", email: "anna@fr.example.fr" }],
  ["of another one with the same address", { administration: "F", email: "anna@fr.example" }],
])("the next person %s sees nothing of it, and their sign-in removes it", (_, next) => {
  const device = storage();
  writingsIn(device, anna).keep(place, "secret");
  const theirs = writingsIn(device, next);
  expect(theirs.list()).toEqual([]);
  theirs.keep(place, "own");
  theirs.forgetOthers();
  expect(writingsIn(device, anna).list()).toEqual([]);
  expect(theirs.list()).toMatchObject([{ value: "own" }]);
});

test("signed out, nothing is left; without anybody, nothing is kept", () => {
  const device = storage();
  writingsIn(device, anna).keep(place, "secret");
  const nobody = writingsIn(device, undefined);
  expect(nobody.keep(place, "x")).toBe(false);
  nobody.forgetOthers();
  expect(Object.keys(device)).toEqual([]);
});

test("what nobody went on with for a month goes at the next sign-in, and nothing else of the device", () => {
  const device = storage();
  device.setItem("cencomm.language", "fr");
  writingsIn(device, anna, () => 0).keep(place, "old");
  const month = 31 * 24 * 3_600_000;
  const hers = writingsIn(device, anna, () => month);
  hers.keep({ ...place, slot: "new" }, "young");
  hers.forgetOthers();
  expect(hers.list().map(({ value }) => value)).toEqual(["young"]);
  expect(device.getItem("cencomm.language")).toBe("fr");
});

test("a device without room says so, and what is no writing is none", () => {
  const device = storage(10);
  expect(writingsIn(device, anna).keep(place, "much too long for it")).toBe(false);
  device.setItem("cencomm.writing.FR anna@fr.example alert.new two", "broken");
  expect(writingsIn(device, anna).list()).toEqual([]);
});
