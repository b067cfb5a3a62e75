import { Trans } from "@lingui/react/macro";
import type { ContactPoint } from "../../../../shared/domain/registration.ts";
import { ContactPointCard } from "../../components/contact-point-card.tsx";

/** The people an application names; their hours they tell once they take part. */
export const ApplicantContactPoints = ({ points }: { readonly points: readonly ContactPoint[] }) => (
  <section className="section" aria-labelledby="contact-points">
    <h2 id="contact-points">
      <Trans>Contact points</Trans>
    </h2>
    <ul className="cards">
      {points.map(({ language, ...point }, index) => (
        <ContactPointCard
          key={`${point.email} ${point.phone}`}
          point={{ ...point, languages: [language] }}
          index={index}
          hours={false}
        />
      ))}
    </ul>
  </section>
);
