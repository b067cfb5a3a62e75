import { useLingui } from "@lingui/react/macro";

/** What the fields of the short form are called where its errors are listed. */
export const useFieldNames = (): ((pointer: string) => string) => {
  const { t } = useLingui();
  return (pointer) => {
    const [, first = "", index, name, part] = pointer.split("/");
    switch (first) {
      case "type":
        return t`Type`;
      case "severity":
        return t`Severity`;
      case "title":
        return t`Title`;
      case "summary":
        return t`Summary`;
      case "language":
        return t`Language`;
      case "tlp":
        return t`Marking`;
      case "audience":
      case "group":
        return t`Who may see it`;
      case "route":
        return index === "departure"
          ? t`Departure`
          : index === "destination"
            ? t`Destination`
            : t`Places on the way`;
      case "goods": {
        const number = Number(index) + 1;
        if (name === "category") return t`Category of product ${number}`;
        if (name === "description") return t`What product ${number} is`;
        if (name === "hs") return t`HS code of product ${number}`;
        if (name === "quantity")
          return part === "value" ? t`Quantity of product ${number}` : t`Unit of product ${number}`;
        return t`Goods`;
      }
      default:
        return pointer;
    }
  };
};
