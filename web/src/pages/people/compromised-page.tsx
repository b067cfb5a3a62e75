import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "wouter";
import { type Sighting, users } from "../../../../shared/contract/users.ts";
import { call } from "../../api/api.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { useMe } from "../../session/me.ts";
import { save } from "../audit/save.ts";
import { pause, walk } from "../audit/walk.ts";
import { csvOf, listsSeen, seenAlerts } from "./sightings.ts";

const allOf = async (id: string, signal: AbortSignal) => {
  const sightings: Sighting[] = [];
  let since = "";
  await walk({
    ask: async (cursor) =>
      (await call(users.sightings, { params: { id }, query: { limit: 100, cursor } }, { signal })).data,
    take: (page) => {
      since = page.since;
      sightings.push(...page.items);
    },
    signal,
    pause,
  });
  return { since, sightings };
};

/** What an account saw that may have been in other hands, to inform each author. */
export const CompromisedPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams<{ id: string }>();
  const person = useQuery(queryOf(users.get, { params: { id } })).data?.data;
  // Each look is recorded, so that it is not taken again behind anybody's back.
  const query = useQuery({
    queryKey: [users.sightings.path, id],
    queryFn: ({ signal }) => allOf(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const name = person?.name ?? "";
  return (
    <Page
      title={t`What the account saw`}
      above={
        <BackLink href={paths.person(id)}>{person === undefined ? <Trans>Person</Trans> : name}</BackLink>
      }
      actions={
        query.data && (
          <Button
            look="secondary"
            onClick={() =>
              save(new Blob([csvOf(query.data.sightings)], { type: "text/csv" }), `seen-${id}.csv`)
            }
          >
            <Trans>Save as CSV</Trans>
          </Button>
        )
      }
    >
      <Asked query={query} lines={8}>
        {({ since, sightings }) => <Seen since={since} sightings={sightings} name={name} />}
      </Asked>
    </Page>
  );
};

interface SeenProps {
  readonly since: string;
  readonly sightings: readonly Sighting[];
  readonly name: string;
}

const Seen = ({ since, sightings, name }: SeenProps) => {
  const { t } = useLingui();
  const me = useMe();
  const nameOf = useAdministrationName();
  const own = me.administration.code;
  const alerts = seenAlerts(sightings, own);
  const { lists, rows } = listsSeen(sightings);
  return (
    <div className="section">
      <p className="prose">
        {alerts.length === 0 ? (
          <Trans>
            The account of {name} was closed because it may have been in other hands since{" "}
            <Moment at={since} />.
          </Trans>
        ) : (
          <Trans>
            The account of {name} was closed because it may have been in other hands since{" "}
            <Moment at={since} />. It opened the alerts below. Inform each author, by a way that you know.
          </Trans>
        )}
      </p>
      {lists > 0 && (
        <p className="prose">
          <Plural
            value={lists}
            one="It also looked at # page of a list, which shows title, severity and reference of alerts."
            other="It also looked at # pages of lists, which show title, severity and reference of alerts."
          />{" "}
          <Plural value={rows} one="They had # row." other="They had # rows." />
        </p>
      )}
      {alerts.length === 0 ? (
        <Empty title={<Trans>It opened no alert</Trans>}>
          <p>
            <Trans>Nothing of this kind is in your audit trail since then.</Trans>
          </p>
        </Empty>
      ) : (
        <Table
          label={t`Alerts that the account saw`}
          columns={[t`Alert`, t`Author`, t`First`, t`Last`]}
          stacks
        >
          {alerts.map((alert) => (
            <tr key={alert.id}>
              <th scope="row">
                {alert.reference === undefined ? (
                  <Trans>A draft</Trans>
                ) : (
                  <Link href={paths.byReference(alert.reference)}>
                    <code>{alert.reference}</code>
                  </Link>
                )}
              </th>
              <td>
                {alert.author === undefined ? (
                  <span className="quiet">–</span>
                ) : alert.author === own ? (
                  <Trans>your own</Trans>
                ) : (
                  nameOf(alert.author)
                )}
              </td>
              <td>
                <Moment at={alert.first} />
              </td>
              <td>
                <Moment at={alert.last} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
};
