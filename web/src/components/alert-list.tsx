import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { Link } from "wouter";
import type { AlertRow } from "../../../shared/contract/alert-list.ts";
import { commodityCategories } from "../../../shared/domain/commodity-category.ts";
import { categoryLabels, stateLabels, typeLabels } from "../i18n/labels.ts";
import { useAdministrationName } from "../i18n/names.ts";
import { paths } from "../path-builder.ts";
import { useMe } from "../session/me.ts";
import { SeverityMark, TlpMark } from "./marking.tsx";
import { Moment } from "./moment.tsx";

/** Alerts as rows: what one has to know of each in three seconds. */
export const AlertList = ({
  rows,
  label,
}: {
  readonly rows: readonly AlertRow[];
  readonly label: string;
}) => (
  <ol className="alert-list" aria-label={label}>
    {rows.map((row) => (
      <Row key={row.id} row={row} />
    ))}
  </ol>
);

/** Which of the groups it is in; what that takes is loaded where there is more than one alone. */
const GroupName = lazy(async () => ({ default: (await import("./group-name.tsx")).GroupName }));

const Row = ({ row }: { readonly row: AlertRow }) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const { groups } = useMe();
  const countries = new Intl.DisplayNames(i18n.locale, { type: "region" });
  const categories = commodityCategories.filter((category) => row.categories.includes(category));
  const isDraft = row.state !== "released";
  return (
    <li className="alert-row" data-open={row.toAcknowledge || row.review !== undefined || undefined}>
      <p className="alert-row-marks">
        <TlpMark tlp={row.tlp} />
        <SeverityMark severity={row.severity} />
        {row.reference && <code>{row.reference}</code>}
      </p>
      <p className="alert-row-title">
        <Link href={paths.alert(row.id)} lang={row.language} dir="auto">
          {row.title}
        </Link>
      </p>
      <p className="alert-row-meta">
        <span>{i18n.t(typeLabels[row.type])}</span>
        {categories.map((category) => (
          <span key={category}>{i18n.t(categoryLabels[category])}</span>
        ))}
        {row.countries.length > 0 && (
          <span>
            {row.countries.map((code, index) => (
              <span key={code}>
                {index > 0 && <span className="arrow"> → </span>}
                <abbr title={countries.of(code)}>{code}</abbr>
              </span>
            ))}
          </span>
        )}
        <span>
          <Trans>from {nameOf(row.administration)}</Trans>
        </span>
        {groups.some((group) => group !== row.group) && (
          <span>
            <Suspense fallback={row.group}>
              <GroupName id={row.group} />
            </Suspense>
          </span>
        )}
      </p>
      <p className="alert-row-side">
        <Moment at={row.releasedAt ?? row.changedAt} short />
        {row.toAcknowledge && (
          <strong className="open-mark">
            <Trans>To acknowledge</Trans>
          </strong>
        )}
        {row.review && (
          <strong className="open-mark">
            {row.review === "after-release" ? <Trans>To review: released</Trans> : <Trans>To review</Trans>}
          </strong>
        )}
        {isDraft && <span className="tag">{i18n.t(stateLabels[row.state])}</span>}
      </p>
    </li>
  );
};
