import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Redirect, useParams } from "wouter";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { AlertReference } from "../../../../shared/domain/alert-reference.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { ReferenceForm } from "./reference-form.tsx";

/** From the reference of an e-mail or SMS straight to the alert; an SMS has no link, so it is typed here. */
export const ByReferencePage = () => {
  const { t } = useLingui();
  const { reference = "" } = useParams();
  const asked = AlertReference.safeParse(reference);
  if (asked.success) return <Found key={asked.data} reference={asked.data} />;
  return reference === "" ? (
    <Page key="empty" title={t`Open an alert by its reference`}>
      <ReferenceForm typed="" />
    </Page>
  ) : (
    <Unknown key={reference} reference={reference} />
  );
};

const Found = ({ reference }: { readonly reference: string }) => {
  const { t } = useLingui();
  const query = useQuery(queryOf(alerts.list, { query: { reference } }));
  const rows = query.data?.data.items;
  if (rows?.length === 0) return <Unknown reference={reference} />;
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

/** Mistyped, or of an alert that the reader may not see: which of both is told by nobody. */
const Unknown = ({ reference }: { readonly reference: string }) => {
  const { t } = useLingui();
  return (
    <Page title={t`There is no such reference`}>
      <ReferenceForm typed={reference} />
    </Page>
  );
};
