/** The value below which a share of all lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The quotients of rounds that were run next to each other: what slows the machine slows both. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): readonly number[] =>
  ours.map((value, n) => value / (theirs[n] ?? Number.NaN));

export const shown = (values: readonly number[]): string =>
  `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)})`;
