import * as z from "zod/mini";
import { componentNames } from "./names.ts";

export type Json = Readonly<Record<string, unknown>>;

const REFERENCE = "#/components/schemas/";

/** What zod adds that says nothing here: bounds of an integer that JSON has anyway, and a closed object in an answer. */
const plain: z.core.ToJSONSchemaParams["override"] = ({ zodSchema, jsonSchema }) => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  const { def } = zodSchema._zod;
  // Answers may gain fields; only what is refused when it is sent is closed.
  if (def.type === "object" && !("catchall" in def && def.catchall !== undefined))
    delete jsonSchema.additionalProperties;
};

/** Every schema asked for, and every named one, as JSON Schema 2020-12; named ones by reference. */
const convert = (schemas: readonly z.core.$ZodType[], io: "input" | "output"): ReadonlyMap<string, Json> => {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of componentNames) registry.add(schema, { id });
  schemas.forEach((schema, position) => {
    if (!registry.has(schema)) registry.add(schema, { id: `${position}` });
  });
  const { schemas: converted } = z.toJSONSchema(registry, {
    target: "draft-2020-12",
    io,
    uri: (id) => `${REFERENCE}${id}`,
    override: plain,
  });
  return new Map(
    Object.entries(converted).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema as Json]),
  );
};

const referencesIn = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");

/** Names whose form when sent differs from that in an answer, by itself or by what it refers to. */
const differing = (
  input: ReadonlyMap<string, Json>,
  output: ReadonlyMap<string, Json>,
): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [name, schema] of input)
      if (
        JSON.stringify(schema) !== JSON.stringify(output.get(name)) ||
        referencesIn(schema).some((reference) => found.has(reference))
      )
        found.add(name);
  }
  return found;
};

/**
 * The schemas of a document: what is sent and what is answered. A component whose two forms differ (defaults are
 * optional to send, and always there in an answer) is two: `Criteria` and `CriteriaInput`.
 */
export const schemasOf = (sent: readonly z.core.$ZodType[], answered: readonly z.core.$ZodType[]) => {
  const output = convert(answered, "output");
  const raw = convert(sent, "input");
  const named = new Set(componentNames.values());
  const twofold = differing(
    new Map([...raw].filter(([name]) => named.has(name))),
    new Map([...output].filter(([name]) => named.has(name))),
  );
  const sentName = (name: string): string => (twofold.has(name) ? `${name}Input` : name);
  const input = new Map(
    [...raw].map(([name, schema]) => [
      sentName(name),
      JSON.parse(
        JSON.stringify(schema).replaceAll(
          /"#\/components\/schemas\/(\w+)"/g,
          (_, reference: string) => `"${REFERENCE}${sentName(reference)}"`,
        ),
      ) as Json,
    ]),
  );

  const used = new Map<string, Json>();
  const use = (schema: Json, from: ReadonlyMap<string, Json>): Json => {
    for (const name of referencesIn(schema)) {
      const component = from.get(name);
      if (component === undefined || used.has(name)) continue;
      used.set(name, component);
      use(component, from);
    }
    return schema;
  };
  const lookUp =
    (
      schemas: readonly z.core.$ZodType[],
      from: ReadonlyMap<string, Json>,
      nameOf: (name: string) => string,
    ) =>
    (schema: z.core.$ZodType): Json => {
      const name = componentNames.get(schema);
      if (name !== undefined) return use({ $ref: `${REFERENCE}${nameOf(name)}` }, from);
      const inline = from.get(`${schemas.indexOf(schema)}`);
      if (inline === undefined) throw new Error("This schema was not asked for");
      return use(inline, from);
    };
  return {
    sent: lookUp(sent, input, sentName),
    answered: lookUp(answered, output, (name) => name),
    /** The components that the schemas looked up so far refer to, by name. */
    components: (): Json => Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};
