import { Trans, useLingui } from "@lingui/react/macro";
import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { unitCodes, unitName, units } from "../../../../shared/reference/units.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { CodeCombobox } from "../../components/code-combobox.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { SelectField, TextField } from "../../components/field.tsx";
import { categoryLabels } from "../../i18n/labels.ts";
import type { TypedGoods } from "./alert-form.ts";
import { HsField } from "./hs-field.tsx";

interface GoodsFieldsProps {
  readonly index: number;
  readonly value: TypedGoods;
  readonly onChange: (goods: TypedGoods) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly errors: readonly FieldError[];
}

/** One line of goods: what it is; how much of it and its code, where they are known. */
export const GoodsFields = ({ index, value, onChange, onRemove, errors }: GoodsFieldsProps) => {
  const { t, i18n } = useLingui();
  const at = `/goods/${index}`;
  const set = (name: Exclude<keyof TypedGoods, "rest">) => (next: string) =>
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
        {onRemove && (
          <div className="actions">
            <Button look="quiet" onClick={onRemove}>
              <Trans>Remove this product</Trans>
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
};
