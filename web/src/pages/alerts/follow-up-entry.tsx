import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { FollowUpView } from "../../../../shared/contract/follow-ups.ts";
import { TlpMark } from "../../components/marking.tsx";
import { Moment } from "../../components/moment.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { FollowUpReplies } from "./follow-up-replies.tsx";
import { followUpLabels, followUpStateLabels, outcomeLabels } from "./follow-up-words.ts";
import { ProposedChange, ProposedThen } from "./proposed-change.tsx";

interface EntryProps {
  readonly followUp: FollowUpView;
  readonly alert: AlertView;
  readonly etag: string;
}

/** One thing that an administration added: whose, when, what, and what the author said to it. */
export const FollowUpEntry = ({ followUp, alert, etag }: EntryProps) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const { content, administration, at, state, tlp, version, reply } = followUp;
  const stateLabel = followUpStateLabels[state];
  return (
    <li className="panel follow-up">
      <h3>
        {i18n.t(followUpLabels[content.type])} · {nameOf(administration)}
      </h3>
      <p className="quiet">
        <Moment at={at} /> · <Trans>on version {version}</Trans>
        {stateLabel && <> · {i18n.t(stateLabel)}</>}
      </p>
      {tlp !== alert.tlp && (
        <p>
          <TlpMark tlp={tlp} />
        </p>
      )}
      <Said content={content} alert={alert} isOpen={state === "open"} />
      {reply && (
        <blockquote className="written">
          <strong>{nameOf(reply.administration)}</strong> · <Moment at={reply.at} />
          {reply.version !== undefined && (
            <>
              {" · "}
              <Trans>as version {reply.version}</Trans>
            </>
          )}
          {reply.text !== undefined && <p>{reply.text}</p>}
        </blockquote>
      )}
      <FollowUpReplies followUp={followUp} alert={alert} etag={etag} />
    </li>
  );
};

const Said = ({
  content,
  alert,
  isOpen,
}: {
  readonly content: FollowUpView["content"];
  readonly alert: AlertView;
  readonly isOpen: boolean;
}): ReactNode => {
  const { i18n } = useLingui();
  switch (content.type) {
    case "sighting": {
      const { place, date } = content;
      const where = place && [place.place, place.locode, place.country].filter(Boolean).join(", ");
      return (
        <>
          <p className="written">{content.text}</p>
          <Facts facts={[where, date]} />
        </>
      );
    }
    case "result":
      return (
        <>
          <p className="written">{content.text}</p>
          <Facts facts={[content.outcome && i18n.t(outcomeLabels[content.outcome]), content.date]} />
        </>
      );
    case "laboratory-finding": {
      const { result, resultAsReported, laboratory, date, report, findings } = content.laboratory;
      return (
        <>
          <Facts facts={[resultAsReported ?? result, laboratory, date, report]} />
          {findings && <p className="written">{findings}</p>}
          {content.text && <p className="written">{content.text}</p>}
        </>
      );
    }
    case "question":
      return <p className="written">{content.text}</p>;
    case "correction-proposal":
      return (
        <>
          <p className="written">{content.text}</p>
          {isOpen ? (
            <ProposedChange alert={alert} patch={content.patch} />
          ) : (
            <ProposedThen alert={alert} patch={content.patch} />
          )}
        </>
      );
    case "translation":
      return (
        <div lang={content.language} dir="auto">
          <p>
            <strong>{content.title}</strong>
          </p>
          <p className="written">{content.summary}</p>
        </div>
      );
  }
};

const Facts = ({ facts }: { readonly facts: readonly (string | undefined)[] }) => {
  const known = facts.filter((fact) => fact !== undefined);
  return known.length === 0 ? null : <p>{known.join(" · ")}</p>;
};
