import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactElement } from "react";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { tlpMeanings } from "../../i18n/labels.ts";
import { AlertHead } from "./alert-head.tsx";
import { AuthorsLedger } from "./alert-ledger.tsx";
import { AlertOrigin } from "./alert-origin.tsx";
import { AlertTodo } from "./alert-todo.tsx";
import { GoodsTable } from "./goods-table.tsx";
import { AlertRecall } from "./recall-panel.tsx";
import { RouteLine } from "./route-line.tsx";

/** What every part of the page is given. */
export interface PartProps {
  readonly alert: AlertView;
  /** Names the form of it that a change is made against. */
  readonly etag: string;
}

type Part = (props: PartProps) => ReactElement | null;

const Handling: Part = ({ alert }) => {
  const { i18n } = useLingui();
  return <p className="handling">{i18n.t(tlpMeanings[alert.tlp])}</p>;
};

const Summary: Part = ({ alert }) => (
  <section className="section" aria-labelledby="summary">
    <h2 id="summary">
      <Trans>Summary</Trans>
    </h2>
    <p className="written summary" lang={alert.language} dir="auto">
      {alert.summary}
    </p>
  </section>
);

const AlertGoods: Part = ({ alert }) => (
  <section className="section" aria-labelledby="goods">
    <h2 id="goods">
      <Trans>Goods</Trans>
    </h2>
    <GoodsTable goods={alert.goods} language={alert.language} />
  </section>
);

const AlertRoute: Part = ({ alert }) =>
  alert.route === undefined ? null : (
    <section className="section" aria-labelledby="route">
      <h2 id="route">
        <Trans>Route</Trans>
      </h2>
      <RouteLine route={alert.route} />
    </section>
  );

/** The page from top to bottom: first what has to be known in three seconds. A part that has nothing to say is not there. */
export const alertParts: readonly (readonly [name: string, part: Part])[] = [
  ["head", AlertHead],
  ["handling", Handling],
  ["todo", AlertTodo],
  ["summary", Summary],
  ["goods", AlertGoods],
  ["route", AlertRoute],
  ["origin", AlertOrigin],
  ["ledger", AuthorsLedger],
  ["recall", AlertRecall],
];
