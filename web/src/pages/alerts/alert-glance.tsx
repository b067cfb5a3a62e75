import { Trans, useLingui } from "@lingui/react/macro";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { Goods } from "../../../../shared/domain/goods.ts";
import { countryName } from "../../../../shared/reference/countries.ts";
import { unitName } from "../../../../shared/reference/units.ts";
import { listOf, numberOf } from "../../i18n/format.ts";

/** Different units beyond so many are read in the table. */
const FEW = 3;

/** Pieces are counted without a word for them. */
const wordOf = (unit: Parameters<typeof unitName>[0], locale: string): string =>
  unit === "C62" ? "" : unitName(unit, locale);

/** How many of each unit, over all products. */
const totals = (goods: readonly Goods[], locale: string): readonly string[] => {
  const sums = new Map<string, number>();
  for (const { quantity } of goods) {
    if (quantity === undefined) continue;
    const unit = quantity.unit === undefined ? (quantity.unitText ?? "") : wordOf(quantity.unit, locale);
    sums.set(unit, (sums.get(unit) ?? 0) + quantity.value);
  }
  return [...sums].map(([unit, sum]) => `${numberOf(sum, locale)} ${unit}`.trim());
};

const waysOf = ({ route }: AlertView): readonly string[] => {
  const places = [route?.departure, ...(route?.transits ?? []), route?.destination];
  const codes = places.flatMap((place) => (place === undefined ? [] : [place.country]));
  return codes.filter((code, index) => index === 0 || code !== codes[index - 1]);
};

/** What, how many, where from and to: in one line, before anything is to be done about it. */
export const AlertGlance = ({ alert }: { readonly alert: AlertView }) => {
  const { i18n } = useLingui();
  const { goods, language } = alert;
  const amounts = totals(goods, i18n.locale);
  const way = waysOf(alert);
  const more = goods.length - 1;
  return (
    <dl className="glance">
      <div>
        <dt>
          <Trans>What</Trans>
        </dt>
        <dd>
          <span lang={language} dir="auto">
            {goods[0]?.description}
          </span>
          {more > 0 && (
            <>
              {" "}
              <Trans>and {numberOf(more, i18n.locale)} more</Trans>
            </>
          )}
        </dd>
      </div>
      {amounts.length > 0 && (
        <div>
          <dt>
            <Trans>How many</Trans>
          </dt>
          <dd>
            {amounts.length <= FEW ? listOf(amounts, i18n.locale) : <Trans>see the table of the goods</Trans>}
          </dd>
        </div>
      )}
      {way.length > 0 && (
        <div>
          <dt>
            <Trans>From and to</Trans>
          </dt>
          <dd>
            {way.map((code, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: A route may pass a country twice.
              <span key={index}>
                {index > 0 && (
                  <>
                    {" "}
                    <span className="arrow">→</span>{" "}
                  </>
                )}
                {countryName(code, i18n.locale)}
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
};
