import { useLingui } from "@lingui/react";
import { ago, momentOf, utcOf } from "../i18n/format.ts";

/** A moment in the reader's zone; UTC on hover and in print. */
export const Moment = ({ at, short = false }: { readonly at: string; readonly short?: boolean }) => {
  const { i18n } = useLingui();
  const utc = utcOf(at, i18n.locale);
  return (
    <time dateTime={at} title={short ? `${momentOf(at, i18n.locale)} · ${utc}` : utc} data-utc={utc}>
      {short ? ago(at, i18n.locale, Date.now()) : momentOf(at, i18n.locale)}
    </time>
  );
};
