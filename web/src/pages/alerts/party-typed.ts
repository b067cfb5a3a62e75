import type { PartiesInput, PartyRole } from "../../../../shared/domain/parties.ts";

type Party = PartiesInput["parties"][number];

/** A party as it is typed: every field a text. */
export interface TypedParty {
  readonly role: PartyRole;
  readonly name: string;
  readonly address: string;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly phone: string;
  readonly email: string;
  readonly website: string;
}

export const noParty: TypedParty = {
  role: "consignor",
  name: "",
  address: "",
  identifiers: [],
  phone: "",
  email: "",
  website: "",
};

export const typedFrom = (party: Party): TypedParty => ({
  ...noParty,
  ...Object.fromEntries(Object.entries(party).filter(([, value]) => value !== undefined)),
});

const written = (name: string, value: string) => (value.trim() === "" ? {} : { [name]: value.trim() });

/** What is sent of it: no field that is empty, and no line of identifiers that is. */
export const partyFrom = ({ role, name, identifiers, ...rest }: TypedParty) => {
  const given = identifiers.filter(({ kind, value }) => `${kind}${value}`.trim() !== "");
  return {
    role,
    name,
    ...written("address", rest.address),
    ...(given.length === 0 ? {} : { identifiers: given }),
    // People write numbers with spaces; E.164 has none.
    ...written("phone", rest.phone.replaceAll(/[\s().-]/g, "")),
    ...written("email", rest.email),
    ...written("website", rest.website),
  };
};
