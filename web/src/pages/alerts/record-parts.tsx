import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactElement, ReactNode } from "react";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { Goods } from "../../../../shared/domain/goods.ts";
import { europolEquivalent, Grading } from "../../../../shared/domain/grading.ts";
import { listOf } from "../../i18n/format.ts";
import { Facts } from "./facts.tsx";

type Part = Readonly<Record<string, unknown>>;
interface PartProps {
  readonly alert: AlertView;
}

const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A part, or as many of its kind as there are. */
const partsAt = (alert: AlertView, name: string): readonly Part[] => {
  const value: unknown = (alert as unknown as Part)[name];
  return (Array.isArray(value) ? value : [value]).filter(isPart);
};

const Section = ({
  alert,
  name,
  title,
  children,
}: PartProps & { readonly name: string; readonly title: ReactNode; readonly children?: ReactNode }) => {
  const parts = partsAt(alert, name);
  if (parts.length === 0) return null;
  return (
    <section className="section" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: What was released does not change its order.
        <Facts key={index} part={name} of={part} language={alert.language} />
      ))}
      {children}
    </section>
  );
};

/** How far it is to be believed, and how soon to be acted on: read before everything that follows. */
export const AlertAssessment = ({ alert }: PartProps): ReactElement | null => {
  const { t } = useLingui();
  const whole = alert as unknown as Part;
  const grading = Grading.safeParse(whole["grading"]).data;
  const assessed = {
    purpose: whole["purpose"],
    urgency: whole["urgency"],
    certainty: whole["certainty"],
    ...grading,
  };
  if (Object.values(assessed).every((value) => value === undefined)) return null;
  const { source, information } = grading === undefined ? {} : europolEquivalent(grading);
  const europol = `${source ?? "–"}${information ?? "–"}`;
  return (
    <section className="section" aria-label={t`Assessment`}>
      <Facts part="assessment" of={assessed} language={alert.language} />
      {grading !== undefined && (
        <p className="quiet">
          <Trans>Europol 4×4: {europol}</Trans>
        </p>
      )}
    </section>
  );
};

/** What else is known of the products, under the table that has them all: once for those of which the same is. */
export const GoodsFacts = ({ alert }: PartProps): ReactElement | null => {
  const { i18n } = useLingui();
  const groups = new Map<
    string,
    { readonly facts: Part; readonly names: Set<string>; readonly numbers: number[] }
  >();
  for (const [index, line] of alert.goods.entries()) {
    const facts = factsOf(line);
    if (Object.keys(facts).length === 0) continue;
    const same = JSON.stringify(facts);
    const group = groups.get(same) ?? { facts, names: new Set(), numbers: [] };
    group.names.add(line.description);
    group.numbers.push(index + 1);
    groups.set(same, group);
  }
  if (groups.size === 0) return null;
  return (
    <div className="stack goods-facts">
      {[...groups.values()].map(({ facts, names, numbers }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: What was released does not change its order.
        <section key={index} aria-labelledby={`products-${index}`}>
          <h3 id={`products-${index}`}>
            {numbers.length > 1 && numbers.length === alert.goods.length ? (
              <Trans>All products</Trans>
            ) : (
              <>
                {alert.goods.length > 1 && (
                  <span className="goods-number">{listOf(numbers.map(String), i18n.locale)}. </span>
                )}
                <span lang={alert.language} dir="auto">
                  {[...names].join(" · ")}
                </span>
              </>
            )}
          </h3>
          <Facts part="goods" of={facts} language={alert.language} />
        </section>
      ))}
    </div>
  );
};

/** What a product's row in the table shows. */
const rowFields: ReadonlySet<string> = new Set<keyof Goods>([
  "category",
  "description",
  "hs",
  "quantity",
  "batches",
  "brand",
  "statedManufacturer",
  "origin",
  "manufactured",
  "expires",
]);

/** Of a line of goods, what its row does not show. */
const factsOf = ({ medicine, ipr, identifiers, falsification, ...line }: Goods): Part =>
  Object.fromEntries(
    Object.entries({
      ...line,
      falsification: falsification?.code,
      falsificationAsReported: falsification?.asReported,
      ...medicine,
      ...ipr,
      ...identifiers,
    }).filter(([name, each]) => each !== undefined && !rowFields.has(name)),
  );

export const AlertConveyance = (props: PartProps) => (
  <Section {...props} name="conveyance" title={<Trans>Conveyance and identifiers</Trans>} />
);
export const AlertDetection = (props: PartProps) => (
  <Section {...props} name="detection" title={<Trans>How it was found</Trans>} />
);
export const AlertConcealment = (props: PartProps) => (
  <Section {...props} name="concealment" title={<Trans>How it was hidden</Trans>} />
);
export const AlertLaboratory = (props: PartProps) => (
  <Section {...props} name="laboratory" title={<Trans>Laboratory</Trans>} />
);
export const AlertHarm = (props: PartProps) => (
  <Section {...props} name="adverseReactions" title={<Trans>Harm to people</Trans>} />
);
export const AlertArea = (props: PartProps) => (
  <Section {...props} name="area" title={<Trans>Where it is found or expected</Trans>} />
);
