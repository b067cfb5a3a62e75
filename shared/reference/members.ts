import { countryName } from "./countries.ts";
import list from "./data/members.json" with { type: "json" };
import { isRegion, type Region } from "./regions.ts";

/** A member of the World Customs Organization, by its ISO 3166-1 code, and its WCO region. */
export interface Member {
  readonly code: string;
  readonly name: string;
  readonly region: Region;
}

/**
 * 187 members and the European Union, which is not counted in them. Membership changes: this list is data.
 * Source: a public list of 2017 (CC BY-SA 3.0) with the joiners until September 2025 added.
 */
export const members: readonly Member[] = list.map(({ code, name, region }) => {
  if (!isRegion(region)) throw new Error(`${code} has the unknown region ${region}.`);
  return { code, name, region };
});

const byCode: ReadonlyMap<string, Member> = new Map(members.map((member) => [member.code, member]));

export const memberByCode = (code: string): Member | undefined => byCode.get(code);

/** English names are the WCO's; other languages have those of CLDR. A code that is no member's names itself. */
export const memberName = (code: string, locale: string): string => {
  const member = byCode.get(code);
  if (member === undefined) return code;
  return locale.startsWith("en") ? member.name : countryName(code, locale);
};
