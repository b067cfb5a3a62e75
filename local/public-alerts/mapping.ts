import { AlertContent, contentConflict, Publication } from "../../shared/domain/alert.ts";
import type { Severity } from "../../shared/domain/alert-summary.ts";
import { Area } from "../../shared/domain/area.ts";
import { CONTENT_LIMIT, contentBytes } from "../../shared/domain/content-limit.ts";
import { dateToCome } from "../../shared/domain/dates-to-come.ts";
import { AlertEvent } from "../../shared/domain/event.ts";
import { type AdministrationCode, SECRETARIAT } from "../../shared/domain/identifiers.ts";
import { isToCome } from "../../shared/domain/partial-date.ts";
import { CountryCode, Route } from "../../shared/domain/place.ts";
import { goodsOf } from "./goods.ts";
import { type Fields, isFields, type Leave, type LeftOver, listOf, opened } from "./record.ts";
import { confidences, seizing, severities, types } from "./tables.ts";
import { codeOf, dateOf, type Write, wordsOf, writer } from "./writing.ts";

const LINES_OF_GOODS = 30;
const TRANSITS = 10;
/** What the number of a part adds to its title, and the list itself to the goods. */
const ROOM = 1024;

/** What became of a record: alerts, as many as its goods need; or why it is none. */
export type Mapped =
  | {
      readonly administration: AdministrationCode;
      readonly alerts: readonly AlertContent[];
      readonly leftOver: readonly LeftOver[];
    }
  | { readonly refused: string };

const severityOf = (falsification: string): Severity =>
  severities.find(([pattern]) => pattern.test(falsification))?.[1] ?? "medium";

const countryOf = (value: unknown): string | undefined =>
  codeOf(CountryCode, wordsOf(value).trim().toUpperCase());

const split = (values: readonly unknown[]) => ({
  known: [...new Set(values.flatMap((value) => countryOf(value) ?? []))],
  unknown: values.filter((value) => countryOf(value) === undefined),
});

const areaOf = (countries: unknown, write: Write) => {
  const { known, unknown } = split(listOf(countries));
  return known.length + unknown.length === 0
    ? undefined
    : {
        countries: known.length === 0 ? undefined : known,
        asReported: unknown.length === 0 ? undefined : write(Area.shape.asReported, "countries", unknown),
      };
};

/** Where the goods came from, passed and were going to; what names no country is told in the record's words. */
const routeOf = (route: unknown, isNotice: boolean, leave: Leave, write: Write) => {
  if (route === undefined) return {};
  if (!isFields(route)) return { route: { asReported: write(Route.shape.asReported, "route", route) } };
  const { take, finish } = opened(route, "route.", leave);
  const [origin, transit, destination] = ["origin", "transit", "destination"].map(take);
  finish();
  const places = {
    origin: isNotice ? [] : listOf(origin),
    transit: listOf(transit),
    destination: listOf(destination),
  };
  const passed = split(places.transit).known;
  const told = [
    ...Object.entries(places).flatMap(([name, values]) =>
      split(values).unknown.map((value) => `${name}: ${wordsOf(value)}`),
    ),
    ...split(places.origin)
      .known.slice(1)
      .map((code) => `origin: ${code}`),
    ...passed.slice(TRANSITS).map((code) => `transit: ${code}`),
    ...split(places.destination)
      .known.slice(1)
      .map((code) => `destination: ${code}`),
  ];
  const place = (values: readonly unknown[]) => {
    const [country] = split(values).known;
    return country === undefined ? undefined : { country };
  };
  const found = {
    departure: place(places.origin),
    transits: passed.length === 0 ? undefined : passed.slice(0, TRANSITS).map((country) => ({ country })),
    destination: place(places.destination),
    asReported: told.length === 0 ? undefined : write(Route.shape.asReported, "route", told.join("; ")),
  };
  return {
    origin: isNotice ? origin : undefined,
    route: Object.values(found).some((part) => part !== undefined) ? found : undefined,
  };
};

/** A day that has come, as its code; what is no such day in the record's words. */
const datedOf = (date: unknown, now: Date, write: Write) => {
  if (date === undefined) return {};
  const { date: day, isWhole = false } = dateOf(date) ?? {};
  const isKept = day !== undefined && !isToCome(day, now);
  return {
    ...(isKept ? { date: day } : {}),
    ...(isKept && isWhole ? {} : { dateAsReported: write(AlertEvent.shape.dateAsReported, "date", date) }),
  };
};

/** Whoever published it, where, and how sure the record's writer is of that. */
const publishedBy = (take: (name: string) => unknown, dated: object, write: Write) => {
  const of = Publication.shape;
  const [authority, link, confidence] = ["authority", "sourceUrl", "confidence"].map(take);
  const url = codeOf(of.sourceUrl, link);
  const source = [
    ...(confidence === undefined ? [] : [confidences.get(wordsOf(confidence)) ?? wordsOf(confidence)]),
    ...(url === undefined && link !== undefined ? [wordsOf(link)] : []),
  ];
  const said = {
    authority: write(of.authority, "authority", authority),
    sourceUrl: url,
    sourceAsReported:
      source.length === 0 ? undefined : write(of.sourceAsReported, "sourceUrl", source.join("; ")),
    ...dated,
  };
  return Object.values(said).every((value) => value === undefined)
    ? undefined
    : { ...said, authority: said.authority ?? "Not stated" };
};

/** As JSON: without what is undefined. */
const written = (content: object): Fields => JSON.parse(JSON.stringify(content));

/** Lines of goods in as few alerts as hold them. */
const inParts = (content: Fields, lines: readonly unknown[]): readonly (readonly unknown[])[] => {
  const parts: unknown[][] = [[]];
  let bytes = contentBytes(content);
  for (const line of lines) {
    const more = contentBytes(line) + 1;
    const last = parts.at(-1) ?? [];
    const isFull = last.length === LINES_OF_GOODS || bytes + more > CONTENT_LIMIT - ROOM;
    if (isFull && last.length > 0) {
      parts.push([line]);
      bytes = contentBytes(content) + more;
    } else {
      last.push(line);
      bytes += more;
    }
  }
  return parts;
};

const faultOf = (content: unknown, now: Date): string | undefined => {
  const { success, data, error } = AlertContent.safeParse(content);
  if (!success) {
    const [issue] = error.issues;
    return `${issue?.path.join("/")}: ${issue?.message}`;
  }
  const conflict = contentConflict(data) ?? dateToCome(data, now);
  return conflict && `${conflict.pointer}: ${conflict.detail}`;
};

/**
 * One public alert as the long form of the record. What is in no code list is kept in its words; what an alert cannot hold is
 * left over, by its field; what would be no alert is refused with the reason. It never throws.
 */
export const mapRecord = (record: unknown, now: Date): Mapped => {
  if (!isFields(record)) return { refused: "A public alert is an object with named fields." };
  const leftOver: LeftOver[] = [];
  const leave: Leave = (field, value, why) => leftOver.push({ field, value, why });
  const write = writer(leave);
  const { take, finish } = opened(record, "", leave);
  const of = AlertContent.shape;

  const kind = take("sourceKind");
  // In a notice the origin is where the maker is said to be: of the goods, not of a journey. Its date is its publication's.
  const isNotice = kind === "who-alert" || kind === "product-safety";
  const countries = take("countries");
  const [first] = split(listOf(countries)).known;
  const { route, origin } = routeOf(take("route"), isNotice, leave, write);

  const [title, summary, falsification, products] = ["title", "summary", "falsification", "products"].map(
    take,
  );
  const names = listOf(products).map((product) => (isFields(product) ? product["name"] : product));
  // Where it has none, whatever says something about it is its title; it is not left over: it stands in its own place, too.
  const borrow = writer(() => {});
  const named =
    (title === undefined ? undefined : write(of.title, "title", title)) ??
    [summary, ...names]
      .map((words) => borrow(of.title, "title", words ?? undefined))
      .find((words) => words !== undefined);
  if (named === undefined)
    return { refused: "It has neither a title, nor a summary, nor a product with a name." };

  const dated = datedOf(take("date"), now, write);
  const place = write(AlertEvent.shape.place, "place", take("place"));
  const event = { ...(isNotice ? {} : dated), place };

  const common = { title: named, falsification, origin };
  const lines = (listOf(products).length === 0 ? [{}] : listOf(products)).map((product) =>
    written(goodsOf(product, common, { leave, write, now })),
  );
  const content = written({
    type: types.get(wordsOf(kind)) ?? "alert",
    typeAsReported: write(of.typeAsReported, "sourceKind", kind),
    severity: severityOf(falsification === undefined ? "" : wordsOf(falsification)),
    tlp: "CLEAR",
    group: "ipr",
    audience: { kind: "group" },
    title: named,
    summary: write(of.summary, "summary", summary) ?? borrow(of.summary, "title", title) ?? named,
    language: "en",
    area: areaOf(countries, write),
    event: Object.values(event).some((value) => value !== undefined) ? event : undefined,
    route,
    publishedBy: publishedBy(take, isNotice ? dated : {}, write),
  });

  finish();

  const parts = inParts(content, lines);
  const alerts = parts.map((goods, n) => ({
    ...content,
    goods,
    ...(parts.length === 1 ? {} : { title: inPart(named, n + 1, parts.length) }),
  }));
  const fault = alerts.map((alert) => faultOf(alert, now)).find((found) => found !== undefined);
  if (fault !== undefined) return { refused: fault };
  return {
    administration:
      kind === "customs-seizure" && first !== undefined && seizing.includes(first) ? first : SECRETARIAT,
    alerts: alerts.map((alert) => AlertContent.parse(alert)),
    leftOver,
  };
};

const inPart = (title: string, n: number, of: number): string => {
  const which = ` (${n} of ${of})`;
  const characters = Array.from(title);
  const room = 200 - which.length;
  return (
    (characters.length > room
      ? `${characters
          .slice(0, room - 1)
          .join("")
          .trim()}…`
      : title) + which
  );
};
