import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Goods } from "../../../../shared/domain/goods.ts";
import { countryName } from "../../../../shared/reference/countries.ts";
import { unitName } from "../../../../shared/reference/units.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { Table } from "../../components/table.tsx";
import { numberOf, partialDateOf } from "../../i18n/format.ts";
import { categoryLabels } from "../../i18n/labels.ts";
import "./goods-table.css";

interface GoodsTableProps {
  readonly goods: readonly Goods[];
  /** The language that the author wrote in. */
  readonly language: string;
}

/** What, how many, HS, batch; and what else is known of each product. */
export const GoodsTable = ({ goods, language }: GoodsTableProps) => {
  const { t } = useLingui();
  return (
    <div className="goods-table">
      <Table
        label={t`Table of the goods`}
        columns={[t`Product`, { title: t`Quantity`, number: true }, "HS 2022", t`Batches`]}
        stacks
      >
        {goods.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: A released line has no name of its own, and its place is fixed.
          <tr key={index}>
            <th scope="row">
              {goods.length > 1 && <span className="goods-number">{index + 1}. </span>}
              <span lang={language} dir="auto">
                {line.description}
              </span>
              <GoodsDetails line={line} />
            </th>
            <GoodsCells line={line} language={language} />
          </tr>
        ))}
      </Table>
    </div>
  );
};

const GoodsCells = ({ line, language }: { readonly line: Goods; readonly language: string }) => {
  const { t, i18n } = useLingui();
  const { quantity, hs, batches = [] } = line;
  return (
    <>
      <Cell title={t`Quantity`} isNumber>
        {quantity && (
          <span>
            {numberOf(quantity.value, i18n.locale)}{" "}
            {quantity.unit === undefined ? (
              <bdi lang={language}>{quantity.unitText}</bdi>
            ) : (
              unitName(quantity.unit, i18n.locale)
            )}
          </span>
        )}
      </Cell>
      <Cell title="HS 2022">
        {hs && (
          <span className="with-copy">
            <code className="goods-code">{hs.code}</code>
            <CopyButton text={hs.code} of={hs.code} />
          </span>
        )}
      </Cell>
      <Cell title={t`Batches`}>
        {batches.length > 0 && (
          <span className="with-copy">
            <span className="goods-batches">
              {batches.map((batch, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: What was released does not change its order.
                <code key={index} dir="auto">
                  {batch}
                </code>
              ))}
            </span>
            <CopyButton text={batches.join("\n")} of={t`the batches`} />
          </span>
        )}
      </Cell>
    </>
  );
};

interface CellProps {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly children: ReactNode;
}

const Cell = ({ title, isNumber = false, children }: CellProps) => {
  const isEmpty = children === undefined || children === false;
  return (
    <td
      className={isNumber ? "number" : undefined}
      data-title={title}
      data-empty={isEmpty ? true : undefined}
    >
      {isEmpty ? "–" : children}
    </td>
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
