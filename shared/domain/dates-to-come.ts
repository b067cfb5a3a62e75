import type { AlertContent } from "./alert.ts";
import { isToCome, latestToday, type PartialDate } from "./partial-date.ts";

/** Dates of what is over when it is written down. Where goods are expected, and when they expire, may be to come. */
const overOf = ({ event, laboratory, publishedBy, goods }: AlertContent) => [
  { pointer: "/event/date", date: event?.date, otherwise: "leave it out" },
  { pointer: "/laboratory/date", date: laboratory?.date, otherwise: "leave it out" },
  { pointer: "/publishedBy/date", date: publishedBy?.date, otherwise: "leave it out" },
  // Forged goods may carry any date.
  ...goods.map(({ manufactured }, n) => ({
    pointer: `/goods/${n}/manufactured`,
    date: manufactured,
    otherwise: "write as manufacturedAsReported what is printed",
  })),
];

const isFound = (
  over: ReturnType<typeof overOf>[number],
): over is typeof over & { readonly date: PartialDate } => over.date !== undefined;

/** A date that cannot be: something is said to have happened on a day that has not come anywhere. */
export const dateToCome = (
  content: AlertContent,
  now: Date,
): { readonly pointer: string; readonly detail: string } | undefined => {
  const found = overOf(content)
    .filter(isFound)
    .find(({ date }) => isToCome(date, now));
  if (found === undefined) return undefined;
  const { pointer, date, otherwise } = found;
  return {
    pointer,
    detail: `${date} is still to come: write a date up to ${latestToday(now)}, or ${otherwise}.`,
  };
};
