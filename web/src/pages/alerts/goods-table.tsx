import { useLingui } from "@lingui/react/macro";
import type { Goods } from "../../../../shared/domain/goods.ts";
import { countryName } from "../../../../shared/reference/countries.ts";
import { unitName } from "../../../../shared/reference/units.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { Table } from "../../components/table.tsx";
import { numberOf, partialDateOf } from "../../i18n/format.ts";
import { categoryLabels } from "../../i18n/labels.ts";

interface GoodsTableProps {
  readonly goods: readonly Goods[];
  /** The language that the author wrote in. */
  readonly language: string;
}

/** What, how many, HS, batch; and what else is known of each product. */
export const GoodsTable = ({ goods, language }: GoodsTableProps) => {
  const { t, i18n } = useLingui();
  return (
    <Table
      label={t`Table of the goods`}
      columns={[t`Product`, { title: t`Quantity`, number: true }, "HS 2022", t`Batches`]}
    >
      {goods.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A released line has no name of its own, and its place is fixed.
        <tr key={index}>
          <th scope="row">
            <span lang={language} dir="auto">
              {line.description}
            </span>
            <GoodsDetails line={line} />
          </th>
          <td className="number">
            {line.quantity
              ? `${numberOf(line.quantity.value, i18n.locale)} ${line.quantity.unit === undefined ? (line.quantity.unitText ?? "") : unitName(line.quantity.unit, i18n.locale)}`
              : "–"}
          </td>
          <td>
            {line.hs ? (
              <span className="with-copy">
                <code>{line.hs.code}</code>
                <CopyButton text={line.hs.code} of={line.hs.code} />
              </span>
            ) : (
              "–"
            )}
          </td>
          <td>
            {line.batches && line.batches.length > 0 ? (
              <span className="with-copy">
                <code className="batches">{line.batches.join(", ")}</code>
                <CopyButton text={line.batches.join("\n")} of={t`the batches`} />
              </span>
            ) : (
              "–"
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
};

const GoodsDetails = ({ line }: { readonly line: Goods }) => {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  const details = [
    i18n.t(categoryLabels[line.category]),
    line.brand && t`marked ${line.brand}`,
    line.statedManufacturer && t`stated manufacturer ${line.statedManufacturer}`,
    line.origin && t`stated origin ${countryName(line.origin, locale)}`,
    line.manufactured && t`made ${partialDateOf(line.manufactured, locale)}`,
    line.expires && t`expires ${partialDateOf(line.expires, locale)}`,
  ].filter((detail): detail is string => detail !== undefined && detail !== "");
  return <span className="goods-details">{details.join(" · ")}</span>;
};
