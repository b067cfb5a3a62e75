/** Whether ECMAScript would write the value in its one way already; a trail's entries are, and there are many. */
const isInOrder = (value: unknown): boolean => {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  const named = value as Readonly<Record<string, unknown>>;
  let before: string | undefined;
  for (const name in named) {
    if ((before !== undefined && name < before) || !isInOrder(named[name])) return false;
    before = name;
  }
  return true;
};

const ordered = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(ordered).join(",")}]`;
  if (typeof value !== "object" || value === null) {
    if (!isInOrder(value)) throw new TypeError("This is no JSON value");
    return JSON.stringify(value);
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${ordered(member)}`);
  return `{${members.join(",")}}`;
};

/**
 * The one way to write a JSON value (RFC 8785): names in the order of their UTF-16 code units, no white space, numbers and
 * texts as ECMAScript writes them, which is the form that the RFC took over. Throws for what is no JSON value.
 */
export const canonicalJson = (value: unknown): string =>
  isInOrder(value) ? JSON.stringify(value) : ordered(value);
