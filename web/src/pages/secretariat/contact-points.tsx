import { Trans } from "@lingui/react/macro";
import type { AdministrationView } from "../../../../shared/contract/administrations.ts";
import { dueAt } from "../../../../shared/domain/contact-point.ts";
import { ContactPointCard } from "../../components/contact-point-card.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { State } from "../../components/state.tsx";
import { paths } from "../../path-builder.ts";

/** The people an administration is reached by, and whether they were confirmed this year. */
export const ContactPoints = ({ administration }: { readonly administration: AdministrationView }) => {
  const { code, state, contactPoints } = administration;
  return (
    <section className="section" aria-labelledby="contact-points">
      <h2 id="contact-points">
        <Trans>Contact points</Trans>
      </h2>
      {contactPoints.length === 0 && (
        <p className="quiet">
          <Trans>None are recorded.</Trans>
        </p>
      )}
      <ul className="cards">
        {contactPoints.map((point, index) => (
          <ContactPointCard
            key={`${point.name} ${point.email}`}
            point={point}
            index={index}
            state={
              point.overdue && (
                <State tone="waiting">
                  <Trans>
                    Confirmation due since <Moment at={dueAt(point)} short />
                  </Trans>
                </State>
              )
            }
          />
        ))}
      </ul>
      {state !== "left" && (
        <div className="actions">
          <LinkButton look="secondary" href={paths.contactPoints(code)}>
            <Trans>Change the contact points</Trans>
          </LinkButton>
        </div>
      )}
    </section>
  );
};
