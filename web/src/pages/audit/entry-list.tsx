import { Trans, useLingui } from "@lingui/react/macro";
import type { DamagedEntry, TrailEntry } from "../../../../shared/contract/audit.ts";
import { exactMomentOf, exactUtcOf, numberOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import type { AuditFilter } from "../../path-builder.ts";
import { factsOf } from "./facts.ts";
import { EntrySentence } from "./sentences.tsx";

interface EntryListProps {
  readonly rows: readonly (TrailEntry | DamagedEntry)[];
  readonly isOwn: boolean;
  readonly filter: AuditFilter;
}

/** Entries as sentences, the newest first. */
export const EntryList = ({ rows, isOwn, filter }: EntryListProps) => {
  const { t } = useLingui();
  return (
    <ol className="row-list audit-list" aria-label={t`Entries`}>
      {rows.map((row) =>
        "damaged" in row ? (
          <Damaged key={row.seq} seq={row.seq} />
        ) : (
          <Entry key={row.seq} row={row} isOwn={isOwn} filter={filter} />
        ),
      )}
    </ol>
  );
};

const Position = ({ seq }: { readonly seq: number }) => {
  const { i18n } = useLingui();
  const position = numberOf(seq, i18n.locale);
  return (
    <span>
      <Trans>Entry {position}</Trans>
    </span>
  );
};

const Entry = ({
  row,
  isOwn,
  filter,
}: {
  readonly row: TrailEntry;
  readonly isOwn: boolean;
  readonly filter: AuditFilter;
}) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const { at } = row.entry;
  const utc = exactUtcOf(at, i18n.locale);
  return (
    <li className="row audit-row">
      <time className="audit-time" dateTime={at} title={utc} data-utc={utc}>
        {exactMomentOf(at, i18n.locale)}
      </time>
      <p className="audit-sentence">
        <EntrySentence row={row} isOwn={isOwn} filter={filter} />
      </p>
      <p className="row-meta audit-facts">
        {factsOf(row.entry, i18n, nameOf).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <Position seq={row.seq} />
      </p>
    </li>
  );
};

const Damaged = ({ seq }: { readonly seq: number }) => (
  <li className="row audit-row audit-damaged">
    <p className="audit-sentence">
      <Trans>This entry is damaged and cannot be read.</Trans>
    </p>
    <p className="row-meta audit-facts">
      <Position seq={seq} />
      <span>
        <Trans>Verify the trail: the proof says what is wrong with it.</Trans>
      </span>
    </p>
  </li>
);
