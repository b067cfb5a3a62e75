import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type RegistrationView, registrations } from "../../../../shared/contract/registrations.ts";
import type { RegistrationState } from "../../../../shared/domain/registration.ts";
import { usePages } from "../../api/pages.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { Moment } from "../../components/moment.tsx";
import { More } from "../../components/more.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { applicationFilters, paths } from "../../path-builder.ts";
import { applicationEmptiness, applicationLabels } from "./labels.ts";

/** Applications of one state, the newest first; those that wait come first. */
export const ApplicationList = ({ state }: { readonly state: RegistrationState }) => {
  const { t, i18n } = useLingui();
  const { rows, pages } = usePages(registrations.list, { query: { state, limit: 25 } });
  return (
    <>
      <nav aria-label={t`Which applications`}>
        <ul className="tabs">
          {applicationFilters.map((each) => (
            <li key={each}>
              <Link
                href={paths.secretariat({ show: each })}
                className="tab"
                aria-current={each === state ? "page" : undefined}
              >
                {i18n.t(applicationLabels[each])}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Asked query={rows} lines={5}>
        {(applications) =>
          applications.length === 0 ? (
            <Empty title={state === "confirmed" ? t`Nothing waits for you` : t`There are none`}>
              <p>{i18n.t(applicationEmptiness[state])}</p>
            </Empty>
          ) : (
            <>
              <ul className="row-list">
                {applications.map((application) => (
                  <Row key={application.id} application={application} />
                ))}
              </ul>
              <More pages={pages} />
            </>
          )
        }
      </Asked>
    </>
  );
};

const Row = ({ application }: { readonly application: RegistrationView }) => {
  const nameOf = useAdministrationName();
  const { id, reference, administration, contactPoints, differences, changedAt } = application;
  const [primary] = contactPoints;
  return (
    <li className="row">
      <p className="row-title">
        <Link href={paths.application(id)}>{nameOf(administration)}</Link> <code>{administration}</code>
      </p>
      <p className="row-meta">
        {primary && (
          <span>
            {primary.name}, {primary.email}
          </span>
        )}
        <span>
          <Trans>
            Application <code>{reference}</code>
          </Trans>
        </span>
        <span>
          <Moment at={changedAt} short />
        </span>
      </p>
      {differences.length > 0 && (
        <p className="row-warn">
          <Plural value={differences.length} one="# thing differs" other="# things differ" />
        </p>
      )}
    </li>
  );
};
