import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useSearch } from "wouter";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Failure } from "../../components/failure.tsx";
import { More } from "../../components/more.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { type AuditFilter, auditFilterOf } from "../../path-builder.ts";
import { useMay, useMe } from "../../session/me.ts";
import { EntryList } from "./entry-list.tsx";
import { ExportPanel } from "./export-panel.tsx";
import { fetchTrail, trailExport } from "./exporting.ts";
import { isBackwards, isFiltered } from "./filter.ts";
import { FilterForm } from "./filter-form.tsx";
import { useActors, useAdministrationCodes, useTrail } from "./use-trail.ts";
import { useWork } from "./use-work.ts";
import { VerificationPanel } from "./verification-panel.tsx";
import { verification, verify } from "./verifying.ts";

/** What people and systems of an administration changed and were shown, and the proof that it is all of it. */
export const AuditPage = () => {
  const { t } = useLingui();
  const me = useMe();
  const oversees = useMay("audit.oversee");
  const nameOf = useAdministrationName();
  const search = useSearch();
  const { of, ...within } = auditFilterOf(search);
  const own = me.administration.code;
  const administration = oversees ? (of ?? own) : own;
  const isOwn = administration === own;
  const filter: AuditFilter = isOwn ? within : { ...within, of: administration };
  const owner = `${me.user.id} ${administration}`;
  const name = nameOf(administration);
  const actors = useActors(isOwn);
  const administrations = useAdministrationCodes(oversees);
  const isVerifying = useWork(verification, owner).state === "running";
  const isExporting = useWork(trailExport, owner).state === "running";
  return (
    <Page
      title={t`Audit trail`}
      heading={oversees ? <Trans>Audit trail of {name}</Trans> : <Trans>Audit trail</Trans>}
      actions={
        <>
          <Button busy={isVerifying} onClick={() => void verify(owner, administration)}>
            <Trans>Verify</Trans>
          </Button>
          <Button
            look="secondary"
            busy={isExporting}
            refused={isOwn ? undefined : t`Only ${name} exports its trail.`}
            onClick={() => void fetchTrail(owner)}
          >
            <Trans>Export all</Trans>
          </Button>
        </>
      }
    >
      <VerificationPanel owner={owner} administration={administration} name={name} />
      {isOwn && <ExportPanel owner={owner} administration={administration} />}
      {!isOwn && <LeftOut name={name} />}
      <FilterPlace isOpen={isFiltered(filter) || oversees}>
        <FilterForm
          key={`${search} ${actors.length}`}
          filter={filter}
          actors={actors}
          administrations={administrations}
          own={own}
        />
      </FilterPlace>
      <Entries filter={filter} isOwn={isOwn} />
    </Page>
  );
};

/** On a phone the entries come first, and the filter when it is asked for. */
const FilterPlace = ({ isOpen, children }: { readonly isOpen: boolean; readonly children: ReactNode }) => {
  const [open, setOpen] = useState(() => isOpen || matchMedia("(width >= 48rem)").matches);
  return (
    <details
      className="audit-filter-place"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Trans>Filter</Trans>
      </summary>
      {children}
    </details>
  );
};

/** Nobody bypasses a marking: what is not shown of others' trails, and why. */
const LeftOut = ({ name }: { readonly name: string }) => (
  <Notice>
    <p>
      <Trans>
        You see what people of {name} did and when. Left out are the alerts that it was about, with references
        and counts, since nobody learns of an alert outside its audience; and names, since an administration’s
        people are its own affair. The proof is of the whole trail all the same.
      </Trans>
    </p>
  </Notice>
);

const Entries = ({ filter, isOwn }: { readonly filter: AuditFilter; readonly isOwn: boolean }) => {
  const pages = useTrail(filter);
  const rows = pages.data?.pages.flatMap(({ data }) => data.items);
  if (rows === undefined)
    return pages.isError ? (
      <Failure error={pages.error} onRetry={() => void pages.refetch()} retrying={pages.isFetching} />
    ) : (
      <Skeleton lines={12} />
    );
  return (
    <div className="section">
      {rows.length === 0 && <Nothing filter={filter} goesOn={pages.hasNextPage} />}
      {rows.length > 0 && <EntryList rows={rows} isOwn={isOwn} filter={filter} />}
      <More pages={pages} />
    </div>
  );
};

const Nothing = ({ filter, goesOn }: { readonly filter: AuditFilter; readonly goesOn: boolean }) => {
  const { t } = useLingui();
  if (goesOn)
    return (
      <Empty title={t`Nothing found yet`}>
        <p>
          <Trans>The newest entries were looked through. Show more to look further back.</Trans>
        </p>
      </Empty>
    );
  if (isBackwards(filter) || isFiltered(filter))
    return (
      <Empty title={t`Nothing matches`}>
        <p>
          <Trans>No entry of this trail is what you look for. Clear a part of the filter.</Trans>
        </p>
      </Empty>
    );
  return (
    <Empty title={t`Nothing is recorded yet`}>
      <p>
        <Trans>
          Whatever people change or are shown appears here within seconds, the newest first, and stays.
        </Trans>
      </p>
    </Empty>
  );
};
