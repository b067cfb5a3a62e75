import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Gtin } from "../../../../shared/domain/gtin.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { Disclosure } from "./disclosure.tsx";
import type { MoreGoods, TypedGoods } from "./goods-form.ts";
import { GoodsMoreField } from "./goods-more-field.tsx";
import { StatedNumbersField } from "./stated-numbers-field.tsx";

/** A field, or two that stand side by side. */
type Row = readonly [MoreGoods, MoreGoods?];

const carried: readonly Row[] = [
  ["/brand", "/statedManufacturer"],
  ["/batches", "/identifiers/serials"],
  ["/manufactured", "/expires"],
];
const valued: readonly Row[] = [
  ["/origin", "/marks"],
  ["/identifiers/models", "/identifiers/registrations"],
  ["/value/amount", "/value/currency"],
];

/** What some goods have, and others have not; it begins open for the categories that have it as a rule. */
const groups: readonly {
  readonly title: MessageDescriptor;
  readonly rows: readonly Row[];
  readonly of: readonly string[];
}[] = [
  {
    title: msg`Medicine or vaccine`,
    rows: [
      ["/medicine/inn"],
      ["/medicine/strength", "/medicine/form"],
      ["/medicine/atc", "/medicine/storage"],
    ],
    of: ["medicines", "vaccines"],
  },
  {
    title: msg`What is false about it`,
    rows: [["/falsification/code"], ["/falsification/asReported"]],
    of: ["medicines", "vaccines"],
  },
  {
    title: msg`Intellectual property right`,
    rows: [
      ["/ipr/right", "/ipr/mark"],
      ["/ipr/rightHolder", "/ipr/niceClass"],
      ["/ipr/applicationForAction"],
      ["/ipr/evidence"],
    ],
    of: ["other-ipr"],
  },
  {
    title: msg`In the words of whoever reported it`,
    rows: [
      ["/categoryAsReported", "/hsAsReported"],
      ["/quantityAsReported", "/valueAsReported"],
      ["/batchesAsReported"],
      ["/manufacturedAsReported", "/expiresAsReported"],
      ["/originAsReported", "/ipr/rightAsReported"],
      ["/medicine/innAsReported", "/medicine/atcAsReported"],
    ],
    of: [],
  },
];

const fieldsOf = (rows: readonly Row[]): readonly MoreGoods[] =>
  rows.flatMap(([first, second]) => (second === undefined ? [first] : [first, second]));

interface GoodsMoreProps {
  /** Of the line. */
  readonly at: string;
  readonly value: TypedGoods;
  readonly onChange: (goods: TypedGoods) => void;
  readonly errors: readonly FieldError[];
  readonly begins: boolean;
}

/** All that the long form has of a product, out of the way of whoever has two minutes. */
export const GoodsMore = ({ at, value, onChange, errors, begins }: GoodsMoreProps) => {
  const { t, i18n } = useLingui();
  const filledIn = (fields: readonly MoreGoods[]) =>
    fields.filter((field) => (value.more[field] ?? "").trim() !== "").length;
  const wrongIn = (fields: readonly MoreGoods[]) =>
    fields.some((field) => errorsAt(errors, `${at}${field}`).length > 0);
  const gtins = value.gtins.filter((gtin) => gtin.value.trim() !== "").length;
  const own = fieldsOf([...carried, ...valued]);
  const all = [...own, ...groups.flatMap(({ rows }) => fieldsOf(rows))];
  const rowsOf = (rows: readonly Row[]) =>
    rows.map((row) => (
      <div key={row[0]} className={row.length === 2 ? "pair" : "form"}>
        {fieldsOf([row]).map((field) => (
          <GoodsMoreField
            key={field}
            at={at}
            field={field}
            errors={errors}
            value={value.more[field] ?? ""}
            onChange={(next) => onChange({ ...value, more: { ...value.more, [field]: next } })}
          />
        ))}
      </div>
    ));
  return (
    <Disclosure
      title={<Trans>More about this product</Trans>}
      filled={filledIn(all) + gtins}
      begins={begins}
      isWrong={wrongIn(all) || errorsAt(errors, `${at}/identifiers`).length > 0}
    >
      {rowsOf(carried)}
      <StatedNumbersField
        pointer={`${at}/identifiers/gtins`}
        label={t`Article number (GTIN)`}
        help={t`The number under the bar code: 8, 12, 13 or 14 digits. Example: 4006381333931`}
        schema={Gtin}
        errors={errors}
        value={value.gtins}
        onChange={(next) => onChange({ ...value, gtins: next })}
        inputMode="numeric"
      />
      {rowsOf(valued)}
      {groups.map(({ title, rows, of }) => (
        <Disclosure
          key={title.id}
          title={i18n.t(title)}
          filled={filledIn(fieldsOf(rows))}
          begins={of.includes(value.category)}
          isWrong={wrongIn(fieldsOf(rows))}
        >
          {rowsOf(rows)}
        </Disclosure>
      ))}
    </Disclosure>
  );
};
