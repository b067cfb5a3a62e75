import type { LedgerLine } from "../../../../shared/domain/acknowledgement.ts";

/** A line for every addressed administration, also those of which nothing is known yet; who acknowledged comes first. */
export const ledgerRows = (lines: readonly LedgerLine[], addressed: readonly string[], author: string) => {
  const silent = addressed
    .filter((code) => !lines.some(({ administration }) => administration === code))
    .map((administration): LedgerLine => ({ administration, endpoints: 0 }));
  const rows = [...lines, ...silent]
    .filter(({ administration }) => administration !== author)
    .sort((one, other) => rank(other) - rank(one) || (one.administration < other.administration ? -1 : 1));
  return {
    rows,
    acknowledged: rows.filter(({ acknowledgement }) => acknowledgement !== undefined).length,
    read: rows.filter(({ readAt }) => readAt !== undefined).length,
  };
};

const rank = ({ acknowledgement, readAt, handedOverAt }: LedgerLine): number => {
  if (acknowledgement) return 3;
  if (readAt) return 2;
  return handedOverAt ? 1 : 0;
};
