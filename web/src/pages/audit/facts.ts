import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { ShownEntry } from "../../../../shared/domain/audit.ts";
import { Role } from "../../../../shared/domain/permissions.ts";
import { listOf, momentOf, numberOf } from "../../i18n/format.ts";
import { resultLabels, roleLabels, stateLabels } from "../../i18n/labels.ts";

type Value = string | number | boolean;

const channels = { email: msg`by e-mail`, sms: msg`by text message` } as const;

const personStates = { invited: msg`invited`, active: msg`active`, disabled: msg`disabled` } as const;

const isKeyOf = <T extends object>(of: T, key: Value): key is Extract<keyof T, string> =>
  typeof key === "string" && Object.hasOwn(of, key);

const stateIn = (value: Value, i18n: I18n): string => {
  if (isKeyOf(personStates, value)) return i18n.t(personStates[value]);
  return isKeyOf(stateLabels, value) ? i18n.t(stateLabels[value]) : String(value);
};

/** Facts of an entry that have words. `null` for one that is said elsewhere in the row. */
const words: Readonly<
  Record<string, (value: Value, i18n: I18n, nameOf: (code: string) => string) => string | null>
> = {
  reference: () => null,
  version: (value, i18n) => i18n.t(msg`version ${{ version: String(value) }}`),
  rows: (value, i18n) =>
    i18n.t(msg`${plural({ count: Number(value) }, { one: "# row shown", other: "# rows shown" })}`),
  entries: (value, i18n) =>
    i18n.t(msg`${plural({ count: Number(value) }, { one: "# entry", other: "# entries" })}`),
  endpoints: (value, i18n) =>
    i18n.t(msg`${plural({ count: Number(value) }, { one: "# address", other: "# addresses" })}`),
  // Of an export its first entry, of a draft the state that it left.
  from: (value, i18n) =>
    typeof value === "number"
      ? i18n.t(msg`from entry ${{ position: numberOf(value, i18n.locale) }} on`)
      : i18n.t(msg`state before: ${{ state: stateIn(value, i18n) }}`),
  state: (value, i18n) => i18n.t(msg`state: ${{ state: stateIn(value, i18n) }}`),
  client: (value, i18n) => i18n.t(msg`client id ${{ client: String(value) }}`),
  overlapDays: (value, i18n) =>
    value === 0
      ? i18n.t(msg`the secrets of before ended at once`)
      : i18n.t(
          msg`${plural({ count: Number(value) }, { one: "the secrets of before good for # more day", other: "the secrets of before good for # more days" })}`,
        ),
  language: (value, i18n) =>
    new Intl.DisplayNames(i18n.locale, { type: "language" }).of(String(value)) ?? String(value),
  since: (value, i18n) => i18n.t(msg`since ${{ moment: momentOf(String(value), i18n.locale) }}`),
  due: (value, i18n) => i18n.t(msg`due ${{ moment: momentOf(String(value), i18n.locale) }}`),
  overdue: (value, i18n) => (value === true ? i18n.t(msg`overdue`) : null),
  invited: (value, i18n) => i18n.t(msg`${{ count: Number(value) }} invited`),
  known: (value, i18n) => i18n.t(msg`${{ count: Number(value) }} known already`),
  refused: (value, i18n) => i18n.t(msg`${{ count: Number(value) }} refused`),
  roles: (value, i18n) =>
    listOf(
      String(value)
        .split(" ")
        .map((role) => {
          const known = Role.safeParse(role).data;
          return known === undefined ? role : i18n.t(roleLabels[known]);
        }),
      i18n.locale,
    ),
  result: (value, i18n) => (isKeyOf(resultLabels, value) ? i18n.t(resultLabels[value]) : String(value)),
  channel: (value, i18n) => (isKeyOf(channels, value) ? i18n.t(channels[value]) : String(value)),
  administration: (value, _, nameOf) => nameOf(String(value)),
};

const lists = { drafts: msg`drafts`, "all groups": msg`all groups` } as const;

/** Of which alerts a list was: its sentence does not say it. */
const listOfAlerts = ({ action, subject = "" }: ShownEntry, i18n: I18n): readonly string[] => {
  if (action !== "alerts.list" || subject === "") return [];
  return [isKeyOf(lists, subject) ? i18n.t(lists[subject]) : subject];
};

/** What an entry says beside who did what: in words where there are some, else as it was recorded. */
export const factsOf = (
  entry: ShownEntry,
  i18n: I18n,
  nameOf: (code: string) => string,
): readonly string[] => [
  ...listOfAlerts(entry, i18n),
  ...Object.entries(entry.detail ?? {}).flatMap(([key, value]) => {
    const said = Object.hasOwn(words, key) ? words[key] : undefined;
    const fact = said === undefined ? `${key}: ${value}` : said(value, i18n, nameOf);
    return fact === null || fact === "" ? [] : [fact];
  }),
];
