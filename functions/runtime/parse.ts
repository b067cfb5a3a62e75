import type * as z from "zod/mini";
import { type FieldError, Problem } from "../../shared/domain/problem.ts";
import { assertHarmless } from "./json-shape.ts";

/** 256 KiB, in bytes of UTF-8 (api.md, Bodies). */
const BODY_LIMIT = 262_144;

type Issue = z.core.$ZodIssue;

/** A JSON Pointer (RFC 6901). */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

export const UNKNOWN_FIELD = "This field is not known here. Check its spelling or leave it out.";

const sizes: Readonly<Record<string, string>> = { string: "characters", array: "entries" };

/** What would be right, where the schema itself does not say it in words. */
const advice = (issue: Issue): string | undefined => {
  switch (issue.code) {
    case "invalid_type":
      return `This is to be of type ${issue.expected === "record" ? "object" : issue.expected}.`;
    case "invalid_value":
      return `Write one of: ${issue.values.map(String).join(", ")}.`;
    case "invalid_union":
      return "options" in issue && issue.options
        ? `Write one of: ${issue.options.map(String).join(", ")}.`
        : undefined;
    case "too_big":
      return `This has at most ${issue.maximum} ${sizes[issue.origin] ?? ""}`.trimEnd().concat(".");
    case "too_small":
      return `This has at least ${issue.minimum} ${sizes[issue.origin] ?? ""}`.trimEnd().concat(".");
    case "invalid_format":
      return issue.format === "url"
        ? "Write a whole address, such as https://customs.example/page."
        : `Write this in the form of ${issue.format}.`;
    default:
      return undefined;
  }
};

const fieldErrors = (issue: Issue): readonly FieldError[] => {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      pointer: pointer([...issue.path, key]),
      detail: UNKNOWN_FIELD,
    }));
  if (issue.code === "invalid_type" && issue.input === undefined)
    return [{ pointer: pointer(issue.path), detail: "This is required." }];
  // Without a locale, zod's own words are "Invalid input", which nobody can act on.
  const words = issue.message.startsWith("Invalid") ? advice(issue) : undefined;
  return [{ pointer: pointer(issue.path), detail: words ?? issue.message }];
};

/** Parses one part of a request; every field at fault is named, with what would be right. */
export const parse = <S extends z.ZodMiniType>(
  schema: S,
  value: unknown,
  part: "body" | "query" | "path",
): z.infer<S> => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(fieldErrors);
  // An id that is none names nothing: the answer to it is that of an unknown one.
  if (part === "path") throw new Problem("unknown", "There is nothing here that you may see.");
  throw new Problem(
    part === "query" ? "malformed" : "invalid",
    errors.length === 1 ? (errors[0]?.detail ?? "") : `${errors.length} fields are not valid.`,
    part === "query"
      ? errors.map((error) => ({ ...error, pointer: error.pointer.replace(/^\//, "") }))
      : errors,
  );
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("malformed", "The body is not JSON.");
  }
};

/** The JSON of a body. Throws a Problem when it is missing, too large, of another type, nested too deeply or no JSON. */
export const readJson = (
  body: string | null,
  contentType: string | undefined,
  isBase64: boolean,
): unknown => {
  if (!/^application\/([a-z.-]+\+)?json\s*(;|$)/i.test(contentType ?? ""))
    throw new Problem(
      "unsupported-media-type",
      "Send the body as JSON, with Content-Type: application/json.",
    );
  const text = isBase64 ? Buffer.from(body ?? "", "base64").toString() : (body ?? "");
  if (Buffer.byteLength(text) > BODY_LIMIT)
    throw new Problem("too-large", "A body has at most 256 KiB. Attach files instead of pasting them.");
  const json = jsonOf(text);
  assertHarmless(json);
  return json;
};
