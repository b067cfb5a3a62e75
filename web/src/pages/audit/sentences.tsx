import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans as Sentence, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { TrailEntry } from "../../../../shared/contract/audit.ts";
import { AdministrationCode } from "../../../../shared/domain/identifiers.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { type AuditFilter, paths } from "../../path-builder.ts";
import { nounOf, nounWords, wordsOf } from "./action-words.ts";

const strangers = {
  system: msg`The exchange`,
  applicant: msg`An applicant`,
  secretariat: msg`The secretariat`,
} as const;

const isStranger = (actor: string): actor is keyof typeof strangers => Object.hasOwn(strangers, actor);

const somebody = msg({ message: "Somebody ({id})" });
const somebodyOf = msg({ message: "Somebody in {administration} ({id})" });

/** What sets two people without a name apart: the end of an id is the part that is random. */
const endOf = (id: string): string => id.slice(-6);

/** Who acted, in the reader's words. */
const useActorName = (): ((row: TrailEntry, isOwn: boolean) => string) => {
  const { i18n } = useLingui();
  const administrationName = useAdministrationName();
  return ({ entry, actorName }, isOwn) => {
    if (isStranger(entry.actor)) return i18n.t(strangers[entry.actor]);
    if (actorName !== undefined) return actorName;
    const id = endOf(entry.actor);
    if (isOwn) return i18n.t({ ...somebody, values: { id } });
    const administration = administrationName(entry.administration);
    return i18n.t({ ...somebodyOf, values: { administration, id } });
  };
};

/** What an entry is about, in the reader's words. */
const useSubjectName = (): ((row: TrailEntry) => string) => {
  const { i18n } = useLingui();
  const administrationName = useAdministrationName();
  return ({ entry: { action, subject }, subjectName }) => {
    const noun = nounOf(action);
    if (subjectName !== undefined) return subjectName;
    if (subject === undefined || noun === undefined) return noun ? i18n.t(nounWords[noun].one) : "";
    // The people of a whole administration.
    if (AdministrationCode.safeParse(subject).success) return administrationName(subject);
    return noun === "groups" ? subject : i18n.t(nounWords[noun].one);
  };
};

/** How the subject of an entry is looked for: an alert by its reference, as people write it down. */
const soughtAs = ({ entry, subjectName }: TrailEntry): string | undefined =>
  entry.action.startsWith("alerts.") ? (subjectName ?? entry.subject) : entry.subject;

interface EntrySentenceProps {
  readonly row: TrailEntry;
  readonly isOwn: boolean;
  readonly filter: AuditFilter;
}

/** "Contact point of France released IPR-2026-000123"; names lead to what else the trail has of them. */
export const EntrySentence = ({ row, isOwn, filter }: EntrySentenceProps) => {
  const actorName = useActorName();
  const subjectName = useSubjectName();
  const { action, actor } = row.entry;
  const words = wordsOf(action);
  const sought = soughtAs(row);
  const of = filter.of === undefined ? {} : { of: filter.of };
  const about = subjectName(row);
  const values: Readonly<Record<string, ReactNode>> = {
    actor: <Link href={paths.audit({ ...of, who: actor })}>{actorName(row, isOwn)}</Link>,
    subject: sought === undefined ? about : <Link href={paths.audit({ ...of, about: sought })}>{about}</Link>,
  };
  if (words !== undefined) return <Sentence {...words} values={values} />;
  // An action that this version of the console has no words for.
  return (
    <>
      {values["actor"]} <code>{action}</code>
    </>
  );
};

/** An action without who did it and to what: "Released an alert". */
export const actionLabel = (action: string, i18n: I18n): string => {
  const [words, noun] = [wordsOf(action), nounOf(action)];
  if (words === undefined || noun === undefined) return action;
  const said = i18n.t({ ...words, values: { actor: "", subject: i18n.t(nounWords[noun].one) } }).trim();
  return said.slice(0, 1).toLocaleUpperCase(i18n.locale) + said.slice(1);
};
