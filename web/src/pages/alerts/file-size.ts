/** A file's size as its folder shows it: in bytes, thousands or millions of them. */
export const sizeOf = (bytes: number, locale: string): string => {
  const [value, unit] =
    bytes < 1000
      ? ([bytes, "byte"] as const)
      : bytes < 1_000_000
        ? ([bytes / 1000, "kilobyte"] as const)
        : ([bytes / 1_000_000, "megabyte"] as const);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: value < 10 && unit !== "byte" ? 1 : 0,
  }).format(value);
};
