import { Trans } from "@lingui/react/macro";
import { Button } from "../../components/button.tsx";
import { type PartProps, Section } from "./alert-form-fields.tsx";
import { GoodsFields } from "./goods-fields.tsx";
import { noGoods, type TypedGoods } from "./goods-form.ts";
import { GoodsPaste } from "./goods-paste.tsx";

/** A line that nobody wrote into makes room for what is pasted. */
const isUntouched = (line: TypedGoods): boolean => JSON.stringify(line) === JSON.stringify(noGoods);

export const GoodsPart = ({ typed, change, errors }: PartProps) => (
  <Section part="goods" title={<Trans>Goods</Trans>}>
    {typed.goods.map((line, index) => (
      <GoodsFields
        // biome-ignore lint/suspicious/noArrayIndexKey: A line being typed has nothing else that is its own.
        key={index}
        index={index}
        value={line}
        errors={errors}
        onChange={(next) => change({ goods: typed.goods.with(index, next) })}
        onRemove={
          typed.goods.length === 1
            ? undefined
            : () => change({ goods: typed.goods.filter((_, each) => each !== index) })
        }
      />
    ))}
    <div className="actions">
      <Button look="secondary" onClick={() => change({ goods: [...typed.goods, noGoods] })}>
        <Trans>Add a product</Trans>
      </Button>
    </div>
    <GoodsPaste
      onAdd={(goods) => change({ goods: [...typed.goods.filter((line) => !isUntouched(line)), ...goods] })}
    />
  </Section>
);
