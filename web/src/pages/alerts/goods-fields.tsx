import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { unitCodes, unitName, units } from "../../../../shared/reference/units.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { CodeCombobox } from "../../components/code-combobox.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { SelectField, TextField } from "../../components/field.tsx";
import { categoryLabels } from "../../i18n/labels.ts";
import type { TypedGoods } from "./goods-form.ts";
import { GoodsMore } from "./goods-more.tsx";
import { HsField } from "./hs-field.tsx";

interface GoodsFieldsProps {
  readonly index: number;
  readonly value: TypedGoods;
  readonly onChange: (index: number, goods: TypedGoods) => void;
  readonly onRemove: (index: number) => void;
  /** Another line for the same product. */
  readonly onCopy: (index: number) => void;
  readonly isOnly: boolean;
  /** Why there can be no further line. */
  readonly full: string | undefined;
  /** It is a copy: what it is about follows from here. */
  readonly begins: boolean;
  /** Those of this line. */
  readonly errors: readonly FieldError[];
}

/** What is typed into one line is drawn in that line alone: an alert can have thirty, with forty fields each. */
const isSame = (
  { errors, ...before }: GoodsFieldsProps,
  { errors: errorsNow, ...now }: GoodsFieldsProps,
): boolean =>
  (Object.keys(now) as (keyof typeof now)[]).every((name) => before[name] === now[name]) &&
  JSON.stringify(errors) === JSON.stringify(errorsNow);

/** One line of goods: what it is; how much of it and its code, where they are known. */
export const GoodsFields = memo(
  ({ index, value, onChange: change, onRemove, onCopy, isOnly, full, begins, errors }: GoodsFieldsProps) => {
    const { t, i18n } = useLingui();
    const onChange = (next: TypedGoods) => change(index, next);
    const at = `/goods/${index}`;
    const set = (name: "category" | "description" | "hs" | "quantity" | "unit") => (next: string) =>
      onChange({ ...value, [name]: next });
    const unitOptions = units.map(({ code }) => ({ code, name: unitName(code, i18n.locale) }));
    const aboutUnit = errors.filter(
      ({ pointer }) =>
        pointer === `${at}/quantity` ||
        pointer.startsWith(`${at}/quantity/unit`) ||
        pointer.startsWith(`${at}/quantity/unitText`),
    );
    return (
      <fieldset className="goods floating">
        <legend className="field-label">
          <Trans>Product {index + 1}</Trans>
        </legend>
        <div className="form">
          <div className="pair">
            <SelectField
              pointer={`${at}/category`}
              label={t`Category`}
              errors={errorsAt(errors, `${at}/category`)}
              value={value.category}
              onChange={set("category")}
            >
              <option value="">{t`Choose one`}</option>
              {commodityCategories.map((category) => (
                <option key={category} value={category}>
                  {i18n.t(categoryLabels[category])}
                </option>
              ))}
            </SelectField>
            <TextField
              pointer={`${at}/description`}
              label={t`What it is`}
              errors={errorsAt(errors, `${at}/description`)}
              value={value.description}
              onChange={set("description")}
              maxLength={300}
              placeholder={t`Oxytocin 10 IU, ampoules`}
            />
          </div>
          <HsField
            pointer={`${at}/hs`}
            errors={errorsAt(errors, `${at}/hs`)}
            value={value.hs}
            onChange={set("hs")}
          />
          <div className="pair">
            <TextField
              pointer={`${at}/quantity/value`}
              label={t`Quantity`}
              optional
              errors={errorsAt(errors, `${at}/quantity/value`)}
              value={value.quantity}
              onChange={set("quantity")}
              inputMode="decimal"
              autoComplete="off"
            />
            <CodeCombobox
              pointer={`${at}/quantity/unit`}
              label={t`Unit`}
              errors={aboutUnit}
              value={value.unit}
              onChange={set("unit")}
              takesText
              search={(text) => searchOptions(unitOptions, text)}
              nameOf={(code) => (unitCodes.has(code) ? unitName(code, i18n.locale) : undefined)}
            />
          </div>
          <GoodsMore at={at} value={value} onChange={onChange} errors={errors} begins={begins} />
          <div className="actions">
            <Button look="quiet" refused={full} onClick={() => onCopy(index)}>
              <Trans>Same product, another batch</Trans>
            </Button>
            {!isOnly && (
              <Button look="quiet" onClick={() => onRemove(index)}>
                <Trans>Remove this product</Trans>
              </Button>
            )}
          </div>
        </div>
      </fieldset>
    );
  },
  isSame,
);
