/**
 * The one way to write a JSON value (RFC 8785): names in the order of their UTF-16 code units, no white space, numbers and
 * texts as ECMAScript writes them, which is the form that the RFC took over.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) {
    const text = JSON.stringify(value);
    // `null` is what ECMAScript writes for a number that JSON has not.
    if (text === undefined || (text === "null" && value !== null))
      throw new TypeError("This is no JSON value");
    return text;
  }
  const named = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const name of Object.keys(named).sort()) {
    const member = named[name];
    if (member === undefined) continue;
    text += `${text === "" ? "{" : ","}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return text === "" ? "{}" : `${text}}`;
};
