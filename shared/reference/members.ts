import list from "./data/members.json" with { type: "json" };

/** A member of the World Customs Organization and its WCO region. Membership changes: this list is data. */
export interface Member {
  readonly code: string;
  readonly name: string;
  readonly region: string;
}

/** 187 members and the European Union. Source: a public list of 2017 (CC BY-SA 3.0) with the later joiners added. */
export const members: readonly Member[] = list;

const byCode: ReadonlyMap<string, Member> = new Map(members.map((member) => [member.code, member]));

export const memberByCode = (code: string): Member | undefined => byCode.get(code);
