import { Trans, useLingui } from "@lingui/react/macro";
import type { ContactPoint } from "../../../../shared/domain/registration.ts";
import { CopyButton } from "../../components/copy-button.tsx";

/** The people an administration is reached by; the first is the primary, the second the deputy. */
export const ContactPoints = ({ points }: { readonly points: readonly ContactPoint[] }) => {
  const { i18n } = useLingui();
  const languageNames = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <section className="section" aria-labelledby="contact-points">
      <h2 id="contact-points">
        <Trans>Contact points</Trans>
      </h2>
      {points.length === 0 && (
        <p className="quiet">
          <Trans>None are recorded.</Trans>
        </p>
      )}
      <ul className="cards">
        {points.map((point, index) => (
          <li key={`${point.email} ${point.phone}`} className="panel card">
            <p className="card-kind">
              {index === 0 && <Trans>Primary contact point</Trans>}
              {index === 1 && <Trans>Deputy contact point</Trans>}
              {index > 1 && <Trans>Contact point {index + 1}</Trans>}
            </p>
            <h3>{point.name}</h3>
            <p>{point.function}</p>
            <p className="with-copy">
              <span>{point.email}</span> <CopyButton text={point.email} of={point.email} />
            </p>
            <p className="with-copy">
              <code dir="ltr">{point.phone}</code> <CopyButton text={point.phone} of={point.phone} />
            </p>
            <p className="quiet">{languageNames.of(point.language)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
