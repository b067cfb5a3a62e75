import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, Redirect, useParams } from "wouter";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { usualGroup } from "../../../../shared/domain/group.ts";
import { changeable } from "../../../../shared/domain/lifecycle.ts";
import { queryOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept, keptOf } from "../../session/kept.ts";
import { useMe } from "../../session/me.ts";
import { AlertEditor } from "./alert-editor.tsx";
import { contentOf, emptyAlert, fromContent } from "./alert-form.ts";
import { EditorState, isSavedWhole } from "./use-draft.ts";

const NEW = "alert.new";

/** A language and a group are chosen from the start; anything else somebody wrote. */
const hasWriting = (kept: EditorState | undefined): boolean =>
  kept !== undefined &&
  JSON.stringify(kept.typed) !== JSON.stringify(emptyAlert(kept.typed.group, kept.typed.language));

export const NewAlertPage = () => {
  const { t, i18n } = useLingui();
  const { groups } = useMe();
  const [wasKept] = useState(() => hasWriting(keptOf(NEW, EditorState)));
  const [round, setRound] = useState(0);
  const begin = () => {
    dropKept(NEW);
    setRound(round + 1);
  };
  return (
    <Page title={t`New alert`}>
      {wasKept && round === 0 && (
        <Notice title={<Trans>This tab kept what you had begun to write</Trans>}>
          <Button look="secondary" onClick={begin}>
            <Trans>Begin a new one instead</Trans>
          </Button>
        </Notice>
      )}
      <AlertEditor
        key={round}
        kept={NEW}
        state="draft"
        initial={() => ({ typed: emptyAlert(usualGroup(groups), i18n.locale) })}
      />
    </Page>
  );
};

export const EditAlertPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const kept = `alert.${id}`;
  const query = useQuery({ ...queryOf(alerts.get, { params: { id } }), staleTime: Number.POSITIVE_INFINITY });
  const [round, setRound] = useState(0);
  const found = query.data;

  if (found === undefined)
    return (
      <Page title={t`Edit a draft`}>
        {query.isError ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
        ) : (
          <Skeleton lines={10} />
        )}
      </Page>
    );
  const alert = found.data;
  if (!changeable.includes(alert.state)) return <Redirect to={paths.alert(id)} replace />;
  const content = AlertContent.parse(contentOf(alert));
  // Writing against an older version is taken up, and refused when it is saved; an older version as it was is not.
  const earlier = round === 0 ? keptOf(kept, EditorState) : undefined;
  if (earlier && earlier.saved?.etag !== found.etag && isSavedWhole(earlier)) dropKept(kept);
  return (
    <Page title={t`Edit a draft`}>
      <p>
        <Link href={paths.alert(id)}>
          <Trans>Read it as it will be seen</Trans>
        </Link>
      </p>
      <AlertEditor
        key={round}
        kept={kept}
        state={alert.state}
        approved={alert.review?.standing === "approved" ? found.etag : undefined}
        initial={() => ({
          typed: fromContent(content),
          saved: { id, etag: found.etag ?? "", content, at: Date.parse(alert.changedAt) },
        })}
        onReload={() => {
          dropKept(kept);
          void query.refetch().then(() => setRound(round + 1));
        }}
      />
    </Page>
  );
};
