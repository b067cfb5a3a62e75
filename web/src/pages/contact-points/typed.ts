import * as z from "zod/mini";
import type { ContactPoints } from "../../../../shared/contract/administrations.ts";
import { Weekday } from "../../../../shared/domain/duty-hours.ts";
import { ownZone } from "../../i18n/hours.ts";

const TypedPeriod = z.object({ days: z.array(Weekday), from: z.string(), to: z.string() });
export type TypedPeriod = z.infer<typeof TypedPeriod>;

/** A contact point as it is being typed. */
export const TypedPoint = z.object({
  name: z.string(),
  function: z.string(),
  email: z.string(),
  phone: z.string(),
  languages: z.array(z.string()),
  timeZone: z.string(),
  hours: z.enum(["", "round-the-clock", "weekly"]),
  periods: z.array(TypedPeriod),
});
export type TypedPoint = z.infer<typeof TypedPoint>;

/** A whole list, with the version that it began from: what is kept over a reload is not sent against another one. */
export const TypedList = z.object({ etag: z.string(), points: z.array(TypedPoint) });
export type TypedList = z.infer<typeof TypedList>;

export const officeHours = (): TypedPeriod => ({
  days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  from: "08:00",
  to: "17:00",
});

export const noPoint = (language: string): TypedPoint => ({
  name: "",
  function: "",
  email: "",
  phone: "",
  languages: [language],
  timeZone: ownZone(),
  hours: "",
  periods: [officeHours()],
});

export const typedOf = (point: ContactPoints["contactPoints"][number]): TypedPoint => {
  const { name, email, phone, languages, timeZone, hours } = point;
  return {
    name,
    function: point.function,
    email,
    phone,
    languages,
    timeZone: timeZone ?? ownZone(),
    hours: hours?.kind ?? "",
    periods: hours?.kind === "weekly" ? hours.periods : [officeHours()],
  };
};

/** Spaces, hyphens and brackets in a phone number help the eye; the number has none. */
const phoneOf = (typed: string): string => typed.replaceAll(/[\s().\-/]/g, "");

/** What is sent. Hours that nobody chose are left out, which the contract refuses. */
export const bodyOf = (points: readonly TypedPoint[]) => ({
  contactPoints: points.map(({ phone, hours, periods, ...point }) => ({
    ...point,
    phone: phoneOf(phone),
    ...(hours === "" ? {} : { hours: hours === "weekly" ? { kind: hours, periods } : { kind: hours } }),
  })),
});
