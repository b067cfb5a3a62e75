import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { differencesBetween } from "../../../../shared/domain/differences.ts";
import { queryOf } from "../../api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { SelectField } from "../../components/field.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { momentOf } from "../../i18n/format.ts";
import { DifferenceList } from "./difference-list.tsx";
import "./differences.css";
import type { VersionLine } from "./versions-page.tsx";

interface Compared {
  readonly from: number;
  readonly to: number;
}

interface VersionDifferencesProps extends Compared {
  readonly id: string;
  readonly versions: readonly VersionLine[];
  readonly onCompare: (next: Compared) => void;
}

/** Any two versions beside each other, field by field. */
export const VersionDifferences = ({ id, versions, from, to, onCompare }: VersionDifferencesProps) => {
  const { t, i18n } = useLingui();
  // A version does not change any more.
  const stays = { staleTime: Number.POSITIVE_INFINITY };
  const before = useQuery({ ...queryOf(alerts.version, { params: { id, version: from } }), ...stays });
  const after = useQuery({ ...queryOf(alerts.version, { params: { id, version: to } }), ...stays });
  const error = before.error ?? after.error;
  const options = versions.map(({ version, at }) => {
    const moment = momentOf(at, i18n.locale);
    return (
      <option key={version} value={version}>
        {t`Version ${version}, ${moment}`}
      </option>
    );
  });
  return (
    <section className="section" aria-labelledby="differences">
      <h2 id="differences">
        <Trans>What changed</Trans>
      </h2>
      <div className="version-choice">
        <SelectField
          pointer="/from"
          label={t`Compare`}
          errors={[]}
          value={String(from)}
          onChange={(version) => onCompare({ from: Number(version), to })}
        >
          {options}
        </SelectField>
        <SelectField
          pointer="/to"
          label={t`with`}
          errors={[]}
          value={String(to)}
          onChange={(version) => onCompare({ from, to: Number(version) })}
        >
          {options}
        </SelectField>
      </div>
      {error ? (
        <Failure
          error={error}
          onRetry={() => void Promise.all([before.refetch(), after.refetch()])}
          retrying={before.isFetching || after.isFetching}
        />
      ) : before.data === undefined || after.data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <Differences
          label={t`From version ${from} to version ${to}`}
          before={before.data.data.content}
          after={after.data.data.content}
        />
      )}
    </section>
  );
};

type Content = ReturnType<typeof alerts.version.response.parse>["content"];

const Differences = ({
  label,
  before,
  after,
}: {
  readonly label: string;
  readonly before: Content;
  readonly after: Content;
}) => {
  const differences = differencesBetween(before, after);
  return differences.length === 0 ? (
    <p>
      <Trans>They say the same.</Trans>
    </p>
  ) : (
    <DifferenceList label={label} differences={differences} language={after.language} />
  );
};
