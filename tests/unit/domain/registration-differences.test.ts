import { expect, test } from "vitest";
import type { Registration } from "../../../shared/domain/registration.ts";
import { differences } from "../../../shared/domain/registration-differences.ts";

const person = (name: string, email: string) => ({
  name,
  function: "National contact point",
  email,
  phone: "+33140246510",
  language: "fr",
});
const kindsOf = (administration: string, ...contactPoints: ReturnType<typeof person>[]) =>
  differences({ id: "one", administration, contactPoints } as unknown as Registration, [], undefined).map(
    ({ kind }) => kind,
  );

test("an address of another country than the member's is pointed out, the Union's and no country's are not", () => {
  const deputy = person("Deputy", "deputy@customs.example");
  const kinds = (administration: string, email: string) =>
    kindsOf(administration, person("Primary", email), deputy);
  expect(kinds("FR", "primary@douane.gouv.fr")).toEqual([]);
  expect(kinds("FR", "primary@taxud.europa.eu")).toEqual([]);
  expect(kinds("GB", "primary@customs.gov.uk")).toEqual([]);
  expect(kinds("FR", "primary@customs.org")).toEqual([]);
  expect(kinds("FR", "primary@zoll.de")).toEqual(["other-country"]);
});

test("a deputy who is the primary contact point is pointed out, by name or by address", () => {
  const primary = person("Contact point", "one@customs.example");
  expect(kindsOf("FR", primary, person("CONTACT POINT", "two@customs.example"))).toEqual(["same-person"]);
  expect(kindsOf("FR", primary, person("Deputy", "one@customs.example"))).toEqual(["same-person"]);
  expect(kindsOf("FR", primary, person("Deputy", "two@customs.example"))).toEqual([]);
});
