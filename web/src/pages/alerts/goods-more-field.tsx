import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { falsificationNames } from "../../../../shared/reference/falsification.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { CountryField } from "../../components/country-field.tsx";
import { CurrencyField } from "../../components/currency-field.tsx";
import { SelectField, TextArea, TextField } from "../../components/field.tsx";
import { rightNames } from "./code-names.ts";
import { type MoreGoods, moreGoods } from "./goods-form.ts";
import { goodsNames } from "./goods-names.ts";
import { ListField } from "./list-field.tsx";

interface GoodsMoreFieldProps {
  /** Of the line. */
  readonly at: string;
  readonly field: MoreGoods;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One field of a line of goods beyond the short form, as it is best typed. */
export const GoodsMoreField = ({ at, field, errors, value, onChange }: GoodsMoreFieldProps): ReactNode => {
  const { t, i18n } = useLingui();
  const pointer = `${at}${field}`;
  const label = i18n.t(goodsNames[field]);
  const common = { pointer, label, errors: errorsAt(errors, pointer), value, onChange };
  const optional = t`${label} (optional)`;
  switch (field) {
    case "/origin":
      return <CountryField {...common} label={optional} />;
    case "/value/currency":
      return <CurrencyField {...common} label={optional} />;
    case "/falsification/code":
      return (
        <SelectField {...common} optional>
          <option value="">{t`Not said`}</option>
          {Object.entries(falsificationNames).map(([code, names]) => (
            <option key={code} value={code}>
              {names[i18n.locale === "fr" ? "fr" : "en"]}
            </option>
          ))}
        </SelectField>
      );
    case "/ipr/right":
      return (
        <SelectField {...common} optional>
          <option value="">{t`Not said`}</option>
          {Object.entries(rightNames).map(([code, name]) => (
            <option key={code} value={code}>
              {i18n.t(name)}
            </option>
          ))}
        </SelectField>
      );
    case "/ipr/evidence":
    case "/batchesAsReported":
      return <TextArea {...common} optional rows={3} dir="auto" />;
    case "/batches":
      return <ListField {...common} help={t`As printed, one a line. Example: OX2291`} />;
    case "/medicine/inn":
      return (
        <ListField
          {...common}
          help={t`International nonproprietary names (INN), one a line. Example: oxytocin`}
        />
      );
    case "/manufactured":
    case "/expires":
      return (
        <TextField
          {...common}
          optional
          help={t`As far as it is known. Example: 2027, 2027-04, 2027-04-30`}
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
        />
      );
    case "/value/amount":
    case "/ipr/niceClass":
      return (
        <TextField
          {...common}
          optional
          help={field === "/ipr/niceClass" ? t`1 to 45; medicines are 5.` : undefined}
          inputMode="decimal"
          autoComplete="off"
        />
      );
    case "/medicine/atc":
      return (
        <TextField
          {...common}
          optional
          help={t`Of any level. Example: H01BB02 or H01B`}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
      );
    case "/medicine/strength":
      return <TextField {...common} optional help={t`With its unit. Example: 10 IU/ml`} dir="auto" />;
    case "/medicine/form":
      return <TextField {...common} optional help={t`Example: ampoule of 1 ml`} dir="auto" />;
    case "/medicine/storage":
      return <TextField {...common} optional help={t`Asked for, or found in. Example: 2–8 °C`} dir="auto" />;
    default:
      return moreGoods[field] === "list" ? (
        <ListField {...common} />
      ) : (
        <TextField {...common} optional dir="auto" autoComplete="off" />
      );
  }
};
