import { Trans } from "@lingui/react/macro";
import { lazy, type ReactElement, Suspense } from "react";
import type { Route } from "../../../../shared/domain/place.ts";
import { AlertHead } from "./alert-head.tsx";
import { AuthorsLedger } from "./alert-ledger.tsx";
import { AlertOrigin } from "./alert-origin.tsx";
import { AlertTodo } from "./alert-todo.tsx";
import { AlertAttachments } from "./attachments-part.tsx";
import { DisclosureRequests } from "./disclosure-requests.tsx";
import { FollowUps } from "./follow-ups.tsx";
import { GoodsTable } from "./goods-table.tsx";
import { Handling } from "./handling.tsx";
import type { PartProps } from "./part-props.ts";
import { AlertParties } from "./parties-part.tsx";
import { AlertRecall, WaitingRecall } from "./recall-panel.tsx";
import {
  AlertArea,
  AlertAssessment,
  AlertConcealment,
  AlertConveyance,
  AlertDetection,
  AlertHarm,
  AlertLaboratory,
  GoodsFacts,
} from "./record-parts.tsx";
import { RouteLine } from "./route-line.tsx";
import { Translations } from "./translations.tsx";

/** With the outlines of all countries, which nothing else on the page waits for. */
const RouteMap = lazy(() => import("./route-map.tsx"));

/** In travelling order. */
const countriesOf = ({ departure, transits = [], destination }: Route): readonly string[] =>
  [departure, ...transits, destination].flatMap((place) => (place === undefined ? [] : [place.country]));

type Part = (props: PartProps) => ReactElement | null;

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
    <GoodsFacts alert={alert} />
  </section>
);

const AlertRoute: Part = ({ alert }) =>
  alert.route === undefined ? null : (
    <section className="section" aria-labelledby="route">
      <h2 id="route">
        <Trans>Route</Trans>
      </h2>
      <div className="route-and-map">
        <RouteLine route={alert.route} />
        <Suspense fallback={<div className="route-map" />}>
          <RouteMap countries={countriesOf(alert.route)} />
        </Suspense>
      </div>
    </section>
  );

/** The page from top to bottom: first what has to be known in three seconds. A part that has nothing to say is not there. */
export const alertParts: readonly (readonly [name: string, part: Part])[] = [
  ["head", AlertHead],
  ["handling", Handling],
  ["waiting-recall", WaitingRecall],
  ["todo", AlertTodo],
  ["assessment", AlertAssessment],
  ["summary", Summary],
  ["translations", Translations],
  ["goods", AlertGoods],
  ["route", AlertRoute],
  ["conveyance", AlertConveyance],
  ["attachments", AlertAttachments],
  ["detection", AlertDetection],
  ["concealment", AlertConcealment],
  ["laboratory", AlertLaboratory],
  ["harm", AlertHarm],
  ["area", AlertArea],
  ["origin", AlertOrigin],
  ["parties", AlertParties],
  ["ledger", AuthorsLedger],
  ["follow-ups", FollowUps],
  ["disclosure", DisclosureRequests],
  ["recall", AlertRecall],
];
