import * as z from "zod/mini";
import type { GroupView } from "../../../../shared/contract/groups.ts";
import { groupKinds, histories, reviewKinds } from "../../../../shared/domain/group.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { dayOf, firstMoment, lastDayOf, momentAfter } from "./days.ts";

/** A group as it is being typed; days are of the calendar, the last one included. */
export const TypedGroup = z.object({
  kind: z.enum(groupKinds),
  id: z.string(),
  name: z.string(),
  description: z.string(),
  owner: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  history: z.enum(histories),
  review: z.enum(reviewKinds),
});
export type TypedGroup = z.infer<typeof TypedGroup>;

export const emptyGroup = (prefix: string): TypedGroup => ({
  kind: "operation",
  id: prefix,
  name: "",
  description: "",
  owner: "",
  firstDay: "",
  lastDay: "",
  history: "from-admission",
  review: "none",
});

export const typedOf = (group: GroupView): TypedGroup => ({
  kind: group.kind,
  id: group.id,
  name: group.name ?? "",
  description: group.description ?? "",
  owner: group.owner ?? "",
  firstDay: group.from === undefined ? "" : dayOf(group.from),
  lastDay: group.until === undefined ? "" : dayOf(lastDayOf(group.until)),
  history: group.history ?? "all",
  review: group.review ?? "none",
});

const dates = ({ kind, firstDay, lastDay }: TypedGroup) =>
  kind === "operation"
    ? {
        ...(firstDay === "" ? {} : { from: firstMoment(firstDay) }),
        ...(lastDay === "" ? {} : { until: momentAfter(lastDay) }),
      }
    : {};

const written = ({ description, ...typed }: TypedGroup) => ({
  name: typed.name,
  ...(description.trim() === "" ? {} : { description }),
  review: typed.review,
  ...dates({ ...typed, description }),
});

/** What would be sent to make it; the contract decides whether it can be. */
export const inputOf = (typed: TypedGroup): unknown => ({
  ...written(typed),
  kind: typed.kind,
  id: typed.id.trim(),
  history: typed.history,
  ...(typed.owner.trim() === "" ? {} : { owner: typed.owner.trim().toUpperCase() }),
});

/** What would be sent to change it: only what is another than before. */
export const patchOf = (before: TypedGroup, typed: TypedGroup): unknown =>
  mergePatchBetween(
    { ...written(before), owner: before.owner },
    { ...written(typed), owner: typed.owner.trim().toUpperCase() },
  );
