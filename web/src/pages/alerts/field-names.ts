import { useLingui } from "@lingui/react/macro";
import { nameOfField } from "../long-form/field-words.ts";
import { fieldOfRecord } from "../long-form/record-fields.ts";
import { goodsNameAt } from "./goods-names.ts";

/** What the fields of the form are called where its errors are listed. */
export const useFieldNames = (): ((pointer: string) => string) => {
  const { t, i18n } = useLingui();
  return (pointer) => {
    const [, first = "", index, ...within] = pointer.split("/");
    const [name, part] = within;
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
      case "handling":
        return index === "conditions" ? t`Conditions` : t`Handling code`;
      case "audience":
      case "group":
        return t`Who may see it`;
      case "route":
        if (index === "asReported") return t`Route, as reported`;
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
        const more = goodsNameAt(`/${within.join("/")}`);
        if (more !== undefined) {
          const field = i18n.t(more);
          return t`${field}, product ${number}`;
        }
        return t`Goods`;
      }
      default: {
        const field = fieldOfRecord(pointer);
        return field === undefined ? pointer : i18n.t(nameOfField(field));
      }
    }
  };
};
