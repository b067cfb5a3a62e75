import { getAdministrations } from "../../../shared/adapters/records/administrations.ts";
import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { contactPointsOf } from "../../../shared/adapters/records/contact-points.ts";
import type { contactPoints, DirectoryContactPoint } from "../../../shared/contract/contact-points.ts";
import type { NationalContactPoint } from "../../../shared/domain/contact-point.ts";
import { isOnDuty } from "../../../shared/domain/duty-hours.ts";
import type { AdministrationCode, Instant } from "../../../shared/domain/identifiers.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read } from "../../runtime/request.ts";
import { fellowsOf, isFellow } from "./finding-fellows.ts";

const shown = (point: NationalContactPoint, at: Date): DirectoryContactPoint => {
  const { hours, timeZone } = point;
  return hours === undefined || timeZone === undefined
    ? point
    : { ...point, onDuty: isOnDuty(hours, timeZone, at) };
};

/** Whom to reach in the administrations of a common group. Denied and unknown are the same empty list. */
export const reading = ({ store }: { readonly store: RecordStore }) => {
  /** A page's administrations, and where the next one begins. */
  const pageOf = async (
    own: AdministrationCode,
    query: { readonly administration?: AdministrationCode | undefined; readonly limit: number },
    after: string | undefined,
    now: Instant,
  ): Promise<{ readonly codes: readonly AdministrationCode[]; readonly next?: string | undefined }> => {
    const { administration, limit } = query;
    if (administration !== undefined)
      return { codes: (await isFellow(store, own, administration, now)) ? [administration] : [] };
    const rest = (await fellowsOf(store, own, now)).filter((code) => after === undefined || code > after);
    const codes = rest.slice(0, limit);
    return { codes, next: rest.length > limit ? codes.at(-1) : undefined };
  };

  const list: Read<(typeof contactPoints)["list"]> = async ({ query, caller, circumstances }) => {
    const { administration, onDuty, at } = query;
    const binding = [caller.id, "contact-points", administration, onDuty, at];
    const now = circumstances.now.toISOString();
    const after = positionOf(query.cursor, binding);
    const { codes, next } = await pageOf(caller.administration, query, after, now);
    const administrations = await getAdministrations(store, codes);
    const lists = await contactPointsOf(store, administrations);
    const moment = at === undefined ? circumstances.now : new Date(at);
    const items = administrations
      .map(({ code, name }, n) => ({
        administration: code,
        name,
        contactPoints: (lists[n]?.contactPoints ?? [])
          .map((point) => shown(point, moment))
          .filter((point) => onDuty === undefined || point.onDuty === true),
      }))
      .filter((entry) => onDuty === undefined || entry.contactPoints.length > 0);
    await recordDisclosure(store, circumstances, {
      action: "contact-points.list",
      subject: administration ?? "all",
      detail: { rows: items.length },
    });
    return pageAnswer(items, next, binding);
  };

  return { list };
};
