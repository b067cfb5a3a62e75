import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Redirect, useParams } from "wouter";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { NotFound } from "../../components/not-found.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";

/** From the reference of an e-mail or SMS straight to the alert; a reference that the reader may not see leads nowhere. */
export const ByReferencePage = () => {
  const { t } = useLingui();
  const { reference = "" } = useParams();
  const query = useQuery(queryOf(alerts.list, { query: { reference } }));
  const rows = query.data?.data.items;
  if (rows?.length === 0) return <NotFound />;
  const [found] = rows ?? [];
  if (found !== undefined) return <Redirect to={paths.alert(found.id)} replace />;
  return (
    <Page title={t`Alert`}>
      <Asked query={query} lines={10}>
        {() => null}
      </Asked>
    </Page>
  );
};
