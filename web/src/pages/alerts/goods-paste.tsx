import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import { Button } from "../../components/button.tsx";
import { TextArea } from "../../components/field.tsx";
import { categoryLabels } from "../../i18n/labels.ts";
import type { TypedGoods } from "./goods-form.ts";
import { type PastedGoods, pastedGoods } from "./pasted-goods.ts";

/** Rows of a spreadsheet become products; what was not understood is said and kept. */
export const GoodsPaste = ({ onAdd }: { readonly onAdd: (goods: readonly TypedGoods[]) => void }) => {
  const { t, i18n } = useLingui();
  const [text, setText] = useState("");
  const [added, setAdded] = useState<PastedGoods>();
  const add = () => {
    const names = Object.fromEntries(
      commodityCategories.map((category) => [category, i18n.t(categoryLabels[category])]),
    );
    const pasted = pastedGoods(text, names);
    if (pasted.goods.length === 0) return;
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
          help={t`Copy rows there and paste them here. Columns: category, description, HS code, quantity, unit; in another order, copy their names, too.`}
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
