import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { groups } from "../../../../shared/contract/groups.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { Empty } from "../../components/empty.tsx";
import { Page } from "../../components/page.tsx";
import { dateOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";

/** The groups that the own administration is in, and who else is. */
export const GroupsPage = () => {
  const { t } = useLingui();
  const query = useQuery(queryOf(groups.list, {}));
  return (
    <Page title={t`Groups`}>
      <Asked query={query} lines={8}>
        {({ data }) =>
          data.items.length === 0 ? (
            <Empty title={<Trans>Your administration is in no group</Trans>}>
              <p>
                <Trans>The secretariat admits administrations to groups; those you are in appear here.</Trans>
              </p>
            </Empty>
          ) : (
            data.items.map(({ id }) => <Group key={id} id={id} />)
          )
        }
      </Asked>
    </Page>
  );
};

const Group = ({ id }: { readonly id: string }) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const query = useQuery(queryOf(groups.get, { params: { id } }));
  const collator = new Intl.Collator(i18n.locale);
  return (
    <section className="section" aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>
        <code>{id}</code>
      </h2>
      <Asked query={query} lines={6}>
        {({ data }) => (
          <ul className="group-members">
            {data.members
              .map((member) => ({ ...member, name: nameOf(member.code) }))
              .sort((one, other) => collator.compare(one.name, other.name))
              .map(({ code, name, since }) => (
                <li key={code}>
                  <span>
                    {name} <code className="quiet">{code}</code>
                  </span>
                  <span className="quiet">
                    <Trans>since {dateOf(since, i18n.locale)}</Trans>
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Asked>
    </section>
  );
};
