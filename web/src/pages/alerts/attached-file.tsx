import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { type AttachmentLine, attachments } from "../../../../shared/contract/attachments.ts";
import { call } from "../../api/api.ts";
import { queryOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { TlpMark } from "../../components/marking.tsx";
import { attachmentStateWords, refusalWords } from "./attachment-words.ts";
import { sizeOf } from "./file-size.ts";
import { reachable } from "./reachable.ts";

/** How often a check that is under way is asked about. */
const EVERY_MS = 1500;

export interface Row extends AttachmentLine {
  readonly thumbnail?: { readonly url: string } | undefined;
}

/** A link is good for a minute; a picture that is there stays, whatever its link is by then. */
const Thumbnail = ({ url, name }: { readonly url: string; readonly name: string }) => {
  const [first, setFirst] = useState<string>();
  useEffect(() => {
    if (first === undefined) void reachable(url).then(setFirst);
  }, [first, url]);
  return first === undefined ? null : <img className="attachment-picture" src={first} alt={name} />;
};

/** Follows the check, and tells when it is done. */
const useFollowed = ({ id, state }: Row, onChecked: () => void): void => {
  const { data } = useQuery({
    ...queryOf(attachments.get, { params: { id } }),
    enabled: state === "quarantined",
    refetchInterval: EVERY_MS,
  });
  const now = data?.data.state;
  const isDone = state === "quarantined" && now !== undefined && now !== "quarantined";
  useEffect(() => {
    if (isDone) onChecked();
  }, [isDone, onChecked]);
};

/** What is behind the exchange's link is a download: the page stays. */
const useDownload = (id: string) => {
  const [state, setState] = useState<{ readonly busy?: boolean; readonly error?: Error }>({});
  const download = async () => {
    setState({ busy: true });
    try {
      const { data } = await call(attachments.get, { params: { id } });
      if (data.download) globalThis.location.assign(await reachable(data.download.url));
      setState({});
    } catch (error) {
      setState({ error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return { ...state, download };
};

export const AttachedFile = ({
  row,
  alertTlp,
  language,
  onChecked,
  children,
}: {
  readonly row: Row;
  readonly alertTlp: string | undefined;
  readonly language: string | undefined;
  readonly onChecked: () => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}) => {
  const { t, i18n } = useLingui();
  useFollowed(row, onChecked);
  const { busy, error, download } = useDownload(row.id);
  const { fileName, caption, state, refusal } = row;
  return (
    <li className="attachment" data-state={state}>
      {row.thumbnail && <Thumbnail url={row.thumbnail.url} name={caption ?? fileName} />}
      <div className="attachment-words">
        <p className="attachment-name">
          <bdi>{fileName}</bdi>
        </p>
        {caption && (
          <p className="written" lang={language} dir="auto">
            {caption}
          </p>
        )}
        <p className="quiet">
          {row.tlp !== alertTlp && <TlpMark tlp={row.tlp} />} {sizeOf(row.size, i18n.locale)}
        </p>
        {state !== "clean" && (
          <p role="status">{i18n.t(refusal ? refusalWords[refusal.code] : attachmentStateWords[state])}</p>
        )}
        <div className="actions">
          {state === "clean" && (
            <Button
              look="secondary"
              busy={busy === true}
              aria-label={t`Download ${fileName}`}
              onClick={() => void download()}
            >
              <Trans>Download</Trans>
            </Button>
          )}
          {children}
        </div>
        {error && <Failure error={error} onRetry={() => void download()} />}
      </div>
    </li>
  );
};
