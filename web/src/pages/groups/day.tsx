import { useLingui } from "@lingui/react";
import type { Instant } from "../../../../shared/domain/identifiers.ts";
import { partialDateOf, utcOf } from "../../i18n/format.ts";
import { dayOf } from "./days.ts";

/** A day of an operation: the same for everybody, in UTC. */
export const Day = ({ at }: { readonly at: Instant }) => {
  const { i18n } = useLingui();
  return (
    <time dateTime={dayOf(at)} title={utcOf(at, i18n.locale)}>
      {partialDateOf(dayOf(at), i18n.locale)}
    </time>
  );
};
