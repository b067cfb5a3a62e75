import * as z from "zod/mini";
import { FollowUp } from "../../domain/follow-up.ts";
import { followUpStates, followUpTypes } from "../../domain/follow-up-kind.ts";
import { AdministrationCode, Id, Instant } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { parsedIfAny, parsedPage } from "./parsed.ts";

const followUpKey = (alert: Id, id: Id): Key => ({ pk: `ALT#${alert}`, sk: `FUP#${id}` });
export const followUpItem = (followUp: FollowUp): Item => ({
  ...followUpKey(followUp.alert, followUp.id),
  schema: 1,
  ...followUp,
});

export const getFollowUp = async (store: RecordStore, alert: Id, id: Id): Promise<FollowUp | undefined> =>
  parsedIfAny(FollowUp, await store.get(followUpKey(alert, id)));

export const listFollowUps = (store: RecordStore, alert: Id, limit: number, after: Id | undefined) =>
  parsedPage(store, FollowUp, {
    pk: `ALT#${alert}`,
    prefix: "FUP#",
    newestFirst: true,
    limit,
    consistent: true,
    after: after === undefined ? undefined : `FUP#${after}`,
  });

/** Of each administration and language the latest: an earlier one stays among the follow-ups. */
const translationName = (administration: AdministrationCode, language: string): string =>
  `${language}#${administration}`;
export const translationItem = (followUp: FollowUp, language: string): Item => ({
  pk: `ALT#${followUp.alert}`,
  sk: `TRN#${translationName(followUp.administration, language)}`,
  schema: 1,
  ...followUp,
});

/** The place of a translation in its list. */
export const translationPlace = ({ administration, content }: FollowUp): string =>
  content.type === "translation" ? translationName(administration, content.language) : "";

export const listTranslations = (store: RecordStore, alert: Id, limit: number, after: string | undefined) =>
  parsedPage(store, FollowUp, {
    pk: `ALT#${alert}`,
    prefix: "TRN#",
    limit,
    consistent: true,
    after: after === undefined ? undefined : `TRN#${after}`,
  });

/** What an administration has to look at: a question or a proposal to its alert, or what was said to one of its own. */
export const FollowUpTask = z.object({
  id: Id,
  alert: Id,
  type: z.enum(followUpTypes),
  state: z.enum(followUpStates),
  /** Whose it is to be looked at because of: who asks, or who replied. */
  from: AdministrationCode,
  at: Instant,
  expiresAt: z.optional(z.int()),
});
export type FollowUpTask = z.infer<typeof FollowUpTask>;

export const taskKey = (of: AdministrationCode, id: Id): Key => ({ pk: `ASK#${of}`, sk: id });
export const taskItem = (of: AdministrationCode, task: FollowUpTask): Item => ({
  ...taskKey(of, task.id),
  schema: 1,
  ...task,
});

export const listTasks = (
  store: RecordStore,
  of: AdministrationCode,
  limit: number,
  after: string | undefined,
) => parsedPage(store, FollowUpTask, { pk: `ASK#${of}`, newestFirst: true, limit, consistent: true, after });
