import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { service } from "../../../../shared/contract/service.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { queryOf } from "../../api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Tick } from "../../components/field.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { sourceLanguage } from "../../i18n/languages.ts";

export const termsQuery = queryOf(service.terms, {});

interface TermsSectionProps {
  readonly accepted: boolean;
  readonly onChange: (accepted: boolean) => void;
  readonly errors: readonly FieldError[];
}

/** What the administration accepts, in the reader's language where it is written in it. */
export const TermsSection = ({ accepted, onChange, errors }: TermsSectionProps) => {
  const { t, i18n } = useLingui();
  const { data, error, isError, isFetching, refetch } = useQuery(termsQuery);
  const text = data?.data.text;
  const language = text?.[i18n.locale] === undefined ? sourceLanguage : i18n.locale;
  return (
    <section className="panel stack" aria-labelledby="terms">
      <h2 id="terms">
        <Trans>Terms</Trans>
      </h2>
      {isError && <Failure error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {!isError && text === undefined && <Skeleton lines={4} />}
      {text && (
        <ol className="terms" lang={language}>
          {(text[language] ?? []).map((paragraph) => (
            <li key={paragraph}>{paragraph}</li>
          ))}
        </ol>
      )}
      {data && (
        <Tick
          pointer="/termsVersion"
          label={t`The administration accepts these terms, version ${data.data.version}.`}
          errors={errorsAt(errors, "/termsVersion")}
          checked={accepted}
          onChange={onChange}
        />
      )}
    </section>
  );
};
