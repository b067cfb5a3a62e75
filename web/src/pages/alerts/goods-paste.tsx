import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import { Button } from "../../components/button.tsx";
import { TextArea } from "../../components/field.tsx";
import { categoryLabels } from "../../i18n/labels.ts";
import type { TypedGoods } from "./goods-form.ts";
import { type PastedGoods, pastedGoods } from "./pasted-goods.ts";

interface GoodsPasteProps {
  /** How many more lines the alert can have. */
  readonly room: number;
  readonly onAdd: (goods: readonly TypedGoods[]) => void;
}

/** Rows of a spreadsheet become products; what was not understood is said and kept. */
export const GoodsPaste = ({ room, onAdd }: GoodsPasteProps) => {
  const { t, i18n } = useLingui();
  const [text, setText] = useState("");
  const [added, setAdded] = useState<PastedGoods>();
  const [refused, setRefused] = useState<string>();
  const add = () => {
    const names = Object.fromEntries(
      commodityCategories.map((category) => [category, i18n.t(categoryLabels[category])]),
    );
    const pasted = pastedGoods(text, names);
    const count = pasted.goods.length;
    if (count === 0) return;
    setAdded(undefined);
    if (count > room) {
      setRefused(
        t`These are ${count} products, and there is room for ${room}: an alert has at most 30 lines of goods. Nothing was added; tell of the others in another alert.`,
      );
      return;
    }
    setRefused(undefined);
    onAdd(pasted.goods);
    setAdded(pasted);
    setText("");
  };
  return (
    <details>
      <summary>
        <Trans>Add products from a spreadsheet</Trans>
      </summary>
      <div className="form">
        <TextArea
          pointer="/pasted-goods"
          label={t`Rows of a spreadsheet`}
          help={t`Copy rows there and paste them here. Columns: category, description, HS code, quantity, unit. With their names in the first row they can be in any order, and brand, batch, expiry, GTIN, manufacturer, origin, value, currency, active substance, strength and form are read, too.`}
          errors={[]}
          value={text}
          onChange={setText}
          rows={4}
          dir="auto"
        />
        <div className="actions">
          <Button look="secondary" onClick={add}>
            <Trans>Add these products</Trans>
          </Button>
        </div>
        <div role="status">
          {refused && <p className="field-wrong">{refused}</p>}
          {added && (
            <p>
              <Plural value={added.goods.length} one="# product was added." other="# products were added." />
            </p>
          )}
          {added?.kept.map(({ row, texts }) => (
            <p key={row}>
              <Trans>
                Row {row}: not understood, and kept in the description: {texts.join("; ")}
              </Trans>
            </p>
          ))}
        </div>
      </div>
    </details>
  );
};
