import { Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { mediaTypes } from "../../../../shared/domain/attachment.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Reason } from "../../components/reason.tsx";
import type { Row } from "./attached-file.tsx";
import { sizeOf } from "./file-size.ts";
import { refusalOf, sendFile } from "./sending-file.ts";

interface OnItsWay {
  readonly key: string;
  readonly file: File;
  readonly caption: string | undefined;
  readonly sent: number;
  readonly isWaiting?: boolean;
  readonly refusal?: string;
  readonly error?: Error;
}

interface SendingFilesProps {
  readonly alert: string;
  readonly rows: readonly Row[];
  readonly onSent: () => Promise<void>;
}

/** Chosen or dropped files go up one after the other, each with its progress. */
export const SendingFiles = ({ alert, rows, onSent }: SendingFilesProps) => {
  const { t } = useLingui();
  const [files, setFiles] = useState<readonly OnItsWay[]>([]);
  const [caption, setCaption] = useState("");
  const [isOver, setIsOver] = useState(false);
  const aborting = useRef(new Map<string, AbortController>());
  const line = useRef(Promise.resolve());
  const known = useRef(rows);
  known.current = rows;
  // Whoever leaves the page stops; what arrived stays, and the same file goes on from there.
  useEffect(() => {
    const begun = aborting.current;
    return () => {
      for (const controller of begun.values()) controller.abort();
    };
  }, []);

  const change = (key: string, next: Partial<OnItsWay>) =>
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...next } : each)));
  const drop = useCallback((key: string) => {
    aborting.current.get(key)?.abort();
    setFiles((all) => all.filter((each) => each.key !== key));
  }, []);

  const send = ({ key, file, caption: words }: OnItsWay): void => {
    const controller = new AbortController();
    aborting.current.set(key, controller);
    const { signal } = controller;
    const work = async () => {
      if (signal.aborted) return;
      try {
        await sendFile(file, {
          alert,
          ...(words === undefined ? {} : { caption: words }),
          awaited: (sha256, size) =>
            known.current.find((row) => row.state === "awaited" && row.sha256 === sha256 && row.size === size)
              ?.id,
          onProgress: (sent) => change(key, { sent }),
          onWaiting: (isWaiting) => change(key, { isWaiting }),
          signal,
        });
        await onSent();
        drop(key);
      } catch (error) {
        // What began to go up is listed, to go on with or to be removed.
        if (signal.aborted) return onSent();
        change(key, { error: error instanceof Error ? error : new Error(String(error)) });
        await onSent();
      }
    };
    line.current = line.current.then(work);
  };

  const add = (chosen: Iterable<File>): void => {
    const words = caption.trim() === "" ? undefined : caption.trim();
    const begun = [...chosen].map((file): OnItsWay => {
      const refusal = refusalOf(file);
      const key = crypto.randomUUID();
      return { key, file, caption: words, sent: 0, ...(refusal === undefined ? {} : { refusal }) };
    });
    setFiles((all) => [...all, ...begun]);
    setCaption("");
    for (const each of begun) if (each.refusal === undefined) send(each);
  };
  const again = (each: OnItsWay): void => {
    const { error: _, ...rest } = each;
    setFiles((all) => all.map((other) => (other.key === each.key ? rest : other)));
    send(rest);
  };

  const total = files.filter(({ refusal }) => refusal === undefined).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons are for everybody.
    <div
      className="attachment-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        add(event.dataTransfer.files);
      }}
    >
      <TextField
        pointer="/attachments/caption"
        label={t`Caption of the next file`}
        optional
        errors={[]}
        maxLength={500}
        value={caption}
        onChange={setCaption}
      />
      <div className="actions">
        <ChooseButton accept={mediaTypes.join(",")} multiple onChosen={add}>
          <Trans>Add photos or PDF…</Trans>
        </ChooseButton>
        <ChooseButton accept="image/jpeg" capture onChosen={add}>
          <Trans>Take a photo…</Trans>
        </ChooseButton>
      </div>
      <p className="quiet">
        <Trans>
          JPEG, PNG or PDF, 25 MB each, 20 in all. Where a photo was taken is removed from it; you can drop
          files here.
        </Trans>
      </p>
      {files.length > 0 && (
        <ul className="attachments" aria-label={t`On their way`}>
          {files.map((each, n) => (
            <FileOnItsWay
              key={each.key}
              each={each}
              place={n + 1}
              total={total}
              onAgain={() => again(each)}
              onDrop={() => drop(each.key)}
            />
          ))}
        </ul>
      )}
    </div>
  );
};

const FileOnItsWay = ({
  each: { file, sent, isWaiting, refusal, error },
  place,
  total,
  onAgain,
  onDrop,
}: {
  readonly each: OnItsWay;
  readonly place: number;
  readonly total: number;
  readonly onAgain: () => void;
  readonly onDrop: () => void;
}) => {
  const { t, i18n } = useLingui();
  const name = file.name;
  const progress = `${sizeOf(sent, i18n.locale)} / ${sizeOf(file.size, i18n.locale)}`;
  return (
    <li className="attachment">
      <div className="attachment-words">
        <p className="attachment-name">
          <bdi>{name}</bdi>
        </p>
        {refusal === undefined && error === undefined && (
          <>
            <progress max={file.size} value={sent} aria-label={t`Sending ${name}`} />
            <p className="quiet" role="status">
              {isWaiting ? (
                <Trans>The line is down; it goes on by itself.</Trans>
              ) : (
                <Trans>
                  File {place} of {total}: {progress}
                </Trans>
              )}
            </p>
          </>
        )}
        {refusal !== undefined && <Notice kind="bad" title={<Reason sentence={refusal} />} live />}
        {error && <Failure error={error} onRetry={onAgain} />}
        <div className="actions">
          <Button look="quiet" aria-label={t`Do not send ${name}`} onClick={onDrop}>
            <Trans>Do not send</Trans>
          </Button>
        </div>
      </div>
    </li>
  );
};

const ChooseButton = ({
  accept,
  multiple = false,
  capture = false,
  onChosen,
  children,
}: {
  readonly accept: string;
  readonly multiple?: boolean;
  /** With the camera, where the device has one. */
  readonly capture?: boolean;
  readonly onChosen: (files: Iterable<File>) => void;
  readonly children: React.ReactNode;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="secondary" onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        {...(capture ? { capture: "environment" as const } : {})}
        onChange={({ currentTarget }) => {
          onChosen([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
};
