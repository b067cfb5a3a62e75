import { administrations } from "../../shared/contract/administrations.ts";
import type { Hours } from "../../shared/domain/duty-hours.ts";
import type { SeededAdministration } from "./administrations.ts";
import type { Exchange, SignedInPerson } from "./exchange.ts";

/** The Philippines has not told its hours yet, as every administration right after its approval. */
const zones: Readonly<Record<string, string>> = {
  US: "America/New_York",
  HK: "Asia/Hong_Kong",
  IT: "Europe/Rome",
  CN: "Asia/Shanghai",
  FR: "Europe/Paris",
  DE: "Europe/Berlin",
  GB: "Europe/London",
};

const office: Hours = {
  kind: "weekly",
  periods: [{ days: ["monday", "tuesday", "wednesday", "thursday", "friday"], from: "08:00", to: "17:00" }],
};

/** The primary contact point is there in office hours, the deputy round the clock. */
export const tellHours = async (
  { api }: Exchange,
  { code }: SeededAdministration,
  { token }: SignedInPerson,
): Promise<void> => {
  const timeZone = zones[code];
  if (timeZone === undefined) return;
  const params = { code };
  const { body, etag } = await api.call(administrations.contactPoints, { params, token });
  await api.call(administrations.replaceContactPoints, {
    params,
    token,
    ifMatch: etag,
    body: {
      contactPoints: body.contactPoints.map(({ confirmedAt: _, overdue: __, ...point }, n) => ({
        ...point,
        timeZone,
        hours: n === 0 ? office : { kind: "round-the-clock" as const },
      })),
    },
  });
};
