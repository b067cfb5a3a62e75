import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link, Redirect, useParams } from "wouter";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { usualGroup } from "../../../../shared/domain/group.ts";
import { type AlertState, changeable } from "../../../../shared/domain/lifecycle.ts";
import { queryOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { paths } from "../../path-builder.ts";
import { writings } from "../../session/device-writing.ts";
import { useMe } from "../../session/me.ts";
import { beginAnew, useWritingPlace, type WritingPlace } from "../../session/use-writing.ts";
import { AlertEditor } from "./alert-editor.tsx";
import { contentOf, emptyAlert, fromContent } from "./alert-form.ts";
import { EditorState, isSavedWhole } from "./editor-state.ts";
import { LeftWritings } from "./left-writings.tsx";
import { RevisionEditor } from "./revision-editor.tsx";
import { asRevision } from "./use-draft.ts";
import { NEW, ofAlert } from "./writing-names.ts";

export const NewAlertPage = () => {
  const { t, i18n } = useLingui();
  const { groups } = useMe();
  const { place, again } = useWritingPlace(NEW);
  const begin = () => {
    if (place) writings().drop(place);
    beginAnew(NEW);
    again();
  };
  return (
    <Page title={t`New alert`}>
      {place === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <>
          {place.kept && (
            <Notice title={<Trans>What you had begun to write is still here</Trans>}>
              <Button look="secondary" onClick={begin}>
                <Trans>Begin a new one instead</Trans>
              </Button>
            </Notice>
          )}
          <LeftWritings left={place.left} onGoOn={again} />
          <AlertEditor
            key={place.slot}
            place={place}
            state="draft"
            initial={() => ({ typed: emptyAlert(usualGroup(groups), i18n.locale) })}
          />
        </>
      )}
    </Page>
  );
};

const canEdit = (state: AlertState): boolean =>
  changeable.includes(state) || asRevision.states.includes(state);

/** A draft that is changed, or a released alert of which the next version is written. */
export const EditAlertPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const query = useQuery({ ...queryOf(alerts.get, { params: { id } }), staleTime: Number.POSITIVE_INFINITY });
  const found = query.data;
  if (found === undefined)
    return (
      <Page title={t`Edit an alert`}>
        {query.isError ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
        ) : (
          <Skeleton lines={10} />
        )}
      </Page>
    );
  if (!canEdit(found.data.state)) return <Redirect to={paths.alert(id)} replace />;
  return <Edit alert={found.data} etag={found.etag ?? ""} />;
};

/** Writing against an older version is taken up, and compared when it is saved; an older version as it was is not. */
const isOutdated = ({ kept }: WritingPlace, etag: string): boolean => {
  const earlier = EditorState.safeParse(kept?.value).data;
  return earlier?.saved !== undefined && earlier.saved.etag !== etag && isSavedWhole(earlier);
};

const Edit = ({ alert: seen, etag: seenEtag }: { readonly alert: AlertView; readonly etag: string }) => {
  const { t } = useLingui();
  // What is written here begins with this version, whatever comes of it elsewhere.
  const [{ alert, etag }] = useState({ alert: seen, etag: seenEtag });
  const { id } = alert;
  const isRevision = !changeable.includes(alert.state);
  const { place: taken, again } = useWritingPlace(ofAlert(id));
  const content = AlertContent.parse(contentOf(alert));
  const initial = (): EditorState => ({
    typed: fromContent(content),
    saved: { id, etag, content, at: Date.parse(alert.changedAt) },
  });
  const place = useMemo(
    () => (taken && isOutdated(taken, etag) ? { ...taken, kept: undefined } : taken),
    [taken, etag],
  );
  return (
    <Page title={isRevision ? t`Revise an alert` : t`Edit a draft`}>
      <p>
        <Link href={paths.alert(id)}>
          {isRevision ? <Trans>Read it as it is now</Trans> : <Trans>Read it as it will be seen</Trans>}
        </Link>
      </p>
      {place === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <>
          <LeftWritings left={place.left} onGoOn={again} />
          {isRevision ? (
            <RevisionEditor key={place.slot} place={place} alert={alert} initial={initial} />
          ) : (
            <AlertEditor
              key={place.slot}
              place={place}
              state={alert.state}
              approved={alert.review?.standing === "approved" ? etag : undefined}
              initial={initial}
            />
          )}
        </>
      )}
    </Page>
  );
};
