import { type AttachmentView, attachments } from "../../../../shared/contract/attachments.ts";
import {
  type AttachmentInput,
  attachmentConflict,
  AttachmentInput as Input,
  type MediaType,
  PART_SIZE,
} from "../../../../shared/domain/attachment.ts";
import { call } from "../../api/api.ts";
import { ApiProblem, isPassing, Unreachable } from "../../api/problem.ts";
import { reachable } from "./reachable.ts";

export interface Sending {
  readonly alert: string;
  readonly caption?: string;
  /** The one that began to go up earlier, of the same content. */
  readonly awaited?: (sha256: string, size: number) => string | undefined;
  readonly onProgress: (sent: number) => void;
  /** The line is down, and is waited for. */
  readonly onWaiting: (isWaiting: boolean) => void;
  readonly signal: AbortSignal;
}

const hex = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (bytes: ArrayBuffer): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", bytes));

/** What the exchange is told of a file before it is sent. */
const describeFile = async (file: File, alert: string, caption?: string): Promise<AttachmentInput> => {
  const bytes = await file.arrayBuffer();
  const parts: string[] = [];
  for (let from = 0; from < bytes.byteLength; from += PART_SIZE)
    parts.push(await sha256(bytes.slice(from, from + PART_SIZE)));
  return {
    alert,
    fileName: file.name,
    mediaType: file.type as MediaType,
    size: bytes.byteLength,
    sha256: await sha256(bytes),
    parts,
    ...(caption === undefined ? {} : { caption }),
  };
};

/** What is wrong with a file, in the words of whoever would refuse it; undefined when it can be sent. */
export const refusalOf = (file: File): string | undefined => {
  const zeros = "0".repeat(64);
  const count = Math.max(1, Math.ceil(file.size / PART_SIZE));
  const said = {
    alert: "019a8b00-0000-7000-8000-000000000000",
    ...{ fileName: file.name, mediaType: file.type, size: file.size, sha256: zeros },
    parts: Array.from({ length: Math.min(count, 5) }, () => zeros),
  };
  const read = Input.safeParse(said);
  return read.success ? attachmentConflict(read.data)?.detail : read.error.issues[0]?.message;
};

/** PUT with its progress, which fetch does not tell of sending. */
const put = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Blob,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener("abort", abort, { once: true });
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve(request.status);
    request.onerror = () => reject(new Unreachable(undefined));
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => signal.removeEventListener("abort", abort);
    request.send(body);
  });

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", done);
      signal.removeEventListener("abort", stop);
      resolve();
    };
    const stop = () => {
      done();
      reject(signal.reason);
    };
    const timer = setTimeout(done, milliseconds);
    // Back at once, and not only when the time is over.
    globalThis.addEventListener("online", done);
    signal.addEventListener("abort", stop, { once: true });
  });

const sendParts = async (
  view: AttachmentView,
  file: File,
  { onProgress, signal }: Pick<Sending, "onProgress" | "signal">,
): Promise<void> => {
  const parts = view.upload?.parts ?? [];
  let sent = parts.filter(({ isThere }) => isThere).reduce((sum, { size }) => sum + size, 0);
  onProgress(sent);
  for (const { number, size, url, headers = {} } of parts) {
    if (url === undefined) continue;
    const from = (number - 1) * PART_SIZE;
    const before = sent;
    const status = await put(
      await reachable(url),
      headers,
      file.slice(from, from + size),
      (loaded) => onProgress(before + Math.min(loaded, size)),
      signal,
    );
    // An address that has run out, or a part that arrived damaged: what is missing is asked for anew.
    if (status >= 400) throw new Unreachable(`A part was answered with ${status}`);
    sent += size;
    onProgress(sent);
  }
};

/** What is missing is sent once more; then the exchange means something else, which waiting does not mend. */
const CONFLICTS = 2;

/** How long it is tried without anything arriving. */
const TRIES = 40;

/** Sends a file and has it checked. A line that drops is waited for, and only what is missing is sent again. */
export const sendFile = async (file: File, sending: Sending): Promise<string> => {
  const { signal, onWaiting } = sending;
  const said = await describeFile(file, sending.alert, sending.caption);
  const idempotencyKey = crypto.randomUUID();
  let id = sending.awaited?.(said.sha256, said.size);
  let conflicts = 0;
  for (let tries = 1; ; tries++) {
    try {
      const view: AttachmentView =
        id === undefined
          ? (await call(attachments.create, { body: said, idempotencyKey }, { signal })).data
          : (await call(attachments.get, { params: { id } }, { signal })).data;
      id = view.id;
      if (view.state === "awaited") {
        await sendParts(view, file, sending);
        await call(attachments.complete, { params: { id }, idempotencyKey: crypto.randomUUID() }, { signal });
      }
      return id;
    } catch (error) {
      const isConflict = error instanceof ApiProblem && error.status === 409;
      const isMissing = isConflict && id !== undefined && ++conflicts < CONFLICTS;
      if (signal.aborted || tries === TRIES || !(isPassing(error) || isMissing)) throw error;
      onWaiting(true);
      await pause(Math.min(1000 * tries, 15_000), signal);
      onWaiting(false);
    }
  }
};
