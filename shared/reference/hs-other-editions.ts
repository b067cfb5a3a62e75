/**
 * Codes of medical goods that HS 2022 has not and another edition has, and where HS 2022 has such goods. A heading
 * stands for its subheadings. Source: the WCO's amendments to the HS for 2022 and for 2028.
 */
const others: readonly { readonly code: string; readonly edition: number; readonly now: string }[] = [
  { code: "300211", edition: 2017, now: "382211" },
  { code: "300220", edition: 2017, now: "300241" },
  { code: "300230", edition: 2017, now: "300242" },
  { code: "300620", edition: 2017, now: "382213" },
  { code: "382200", edition: 2017, now: "3822" },
  { code: "401511", edition: 2017, now: "401512" },
  { code: "3007", edition: 2028, now: "300241" },
  { code: "3008", edition: 2028, now: "300242" },
];

/** The edition that a code is of, where HS 2022 has it not, and the code of HS 2022 for such goods. */
export const otherEditionOf = (
  code: string,
): { readonly edition: number; readonly now: string } | undefined =>
  others.find((other) => code.startsWith(other.code));
