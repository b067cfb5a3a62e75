import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { administrations } from "../../../shared/contract/administrations.ts";
import { queryOf } from "../api/queries.ts";

/** Whoever reads the notices compares it, whatever their role. */
export const RecognitionPhrase = ({ code }: { readonly code: string }) => {
  const { data } = useQuery({
    ...queryOf(administrations.get, { params: { code } }),
    staleTime: 300_000,
  });
  if (data === undefined) return null;
  return (
    <dl className="person-phrase">
      <dt>
        <Trans>Your administration’s recognition phrase</Trans>
      </dt>
      <dd translate="no">{data.data.recognitionPhrase}</dd>
      <dd className="quiet">
        <Trans>Every genuine notice by e-mail ends with it.</Trans>
      </dd>
    </dl>
  );
};
