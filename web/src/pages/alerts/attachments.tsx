import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { attachments } from "../../../../shared/contract/attachments.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { AttachedFile, type Row } from "./attached-file.tsx";
import { SendingFiles } from "./sending-files.tsx";
import "./attachments.css";

interface AttachmentsProps {
  readonly alert: string;
  /** The alert's own marking, which need not be said of each. */
  readonly tlp?: string;
  readonly language?: string;
  /** By its author's side, as long as it is a draft. */
  readonly isChangeable: boolean;
}

/** An alert's photos and documents, loaded beside the page: the code as well as the files. */
const Attachments = ({ alert, tlp, language, isChangeable }: AttachmentsProps) => {
  const client = useQueryClient();
  const query = useQuery({
    ...queryOf(attachments.list, { query: { alert } }),
    staleTime: Number.POSITIVE_INFINITY,
    // Its links are good for a minute: whoever comes back to the page gets others.
    gcTime: 0,
  });
  const reload = useCallback(
    () => client.invalidateQueries({ queryKey: keyOf(attachments.list, { query: { alert } }) }),
    [client, alert],
  );
  const rows: readonly Row[] = query.data?.data.items ?? [];
  if (!isChangeable && rows.length === 0 && !query.isError) return null;
  return (
    <section className="section" aria-labelledby="attachments">
      <h2 id="attachments">
        <Trans>Photos and documents</Trans>
      </h2>
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {rows.length > 0 && (
        <ul className="attachments">
          {rows.map((row) => (
            <AttachedFile
              key={row.id}
              row={row}
              alertTlp={tlp}
              language={language}
              onChecked={() => void reload()}
            >
              {isChangeable && <RemoveButton row={row} onRemoved={() => void reload()} />}
            </AttachedFile>
          ))}
        </ul>
      )}
      {isChangeable && (
        <SendingFiles
          alert={alert}
          rows={rows}
          onSent={async () => {
            await reload();
          }}
        />
      )}
    </section>
  );
};
export default Attachments;

const RemoveButton = ({ row, onRemoved }: { readonly row: Row; readonly onRemoved: () => void }) => {
  const { t } = useLingui();
  const remove = useChange(attachments.remove);
  const name = row.fileName;
  return (
    <>
      <Button
        look="quiet"
        busy={remove.isPending}
        aria-label={t`Remove ${name}`}
        onClick={() => remove.mutate({ params: { id: row.id } }, { onSuccess: onRemoved })}
      >
        <Trans>Remove</Trans>
      </Button>
      {remove.error && <Failure error={remove.error} />}
    </>
  );
};
