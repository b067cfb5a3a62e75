import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { errorsAt } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { FieldErrors, fieldId } from "../../components/field.tsx";
import { type PartProps, Section } from "./alert-form-fields.tsx";
import { GoodsFields } from "./goods-fields.tsx";
import { anotherBatch, linesOfGoods, noGoods, type TypedGoods } from "./goods-form.ts";
import { GoodsPaste } from "./goods-paste.tsx";

/** A line that nobody wrote into makes room for what is pasted. */
const isUntouched = (line: TypedGoods): boolean => JSON.stringify(line) === JSON.stringify(noGoods);

/** A line being typed has nothing that is its own, and keeps what is open in it when one before it goes. */
const useKeys = (count: number) => {
  const next = useRef(count);
  const [keys, setKeys] = useState<readonly number[]>(() => Array.from({ length: count }, (_, n) => n));
  const known = Array.from({ length: count }, (_, n) => keys[n] ?? next.current + n);
  return {
    keys: known,
    insert: (place: number): number => {
      const key = next.current + count;
      next.current = key + 1;
      setKeys([...known.slice(0, place), key, ...known.slice(place)]);
      return key;
    },
    remove: (place: number) => setKeys(known.filter((_, n) => n !== place)),
  };
};

/** The same functions from first to last, which do what those of the latest drawing do. */
const useLatest = <Made extends Readonly<Record<string, (...given: never[]) => void>>>(made: Made): Made => {
  const latest = useRef(made);
  latest.current = made;
  const [kept] = useState(
    () =>
      Object.fromEntries(
        Object.keys(made).map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]),
      ) as Made,
  );
  return kept;
};

export const GoodsPart = ({ typed, change, errors }: PartProps) => {
  const { t } = useLingui();
  const { goods } = typed;
  const { keys, insert, remove } = useKeys(goods.length);
  const [copied, setCopied] = useState<number>();
  const full =
    goods.length < linesOfGoods
      ? undefined
      : t`An alert has at most 30 lines of goods; tell of the others in another alert.`;
  const add = (place: number, line: TypedGoods, field: string) => {
    const key = insert(place);
    change({ goods: [...goods.slice(0, place), line, ...goods.slice(place)] });
    // Once it is there.
    requestAnimationFrame(() => document.getElementById(fieldId(`/goods/${place}${field}`))?.focus());
    return key;
  };
  const on = useLatest({
    change: (index: number, next: TypedGoods) => change({ goods: goods.with(index, next) }),
    copy: (index: number) => setCopied(add(index + 1, anotherBatch(goods[index] ?? noGoods), "/batches")),
    remove: (index: number) => {
      remove(index);
      change({ goods: goods.filter((_, each) => each !== index) });
    },
  });
  return (
    <Section part="goods" title={<Trans>Goods</Trans>}>
      <FieldErrors id={fieldId("/goods")} errors={errors.filter(({ pointer }) => pointer === "/goods")} />
      {goods.map((line, index) => (
        <GoodsFields
          key={keys[index]}
          index={index}
          value={line}
          errors={errorsAt(errors, `/goods/${index}`)}
          full={full}
          begins={copied !== undefined && keys[index] === copied}
          onChange={on.change}
          onCopy={on.copy}
          onRemove={on.remove}
          isOnly={goods.length === 1}
        />
      ))}
      <div className="actions">
        <Button look="secondary" refused={full} onClick={() => add(goods.length, noGoods, "/category")}>
          <Trans>Add a product</Trans>
        </Button>
      </div>
      <GoodsPaste
        room={linesOfGoods - goods.filter((line) => !isUntouched(line)).length}
        onAdd={(pasted) => change({ goods: [...goods.filter((line) => !isUntouched(line)), ...pasted] })}
      />
    </Section>
  );
};
