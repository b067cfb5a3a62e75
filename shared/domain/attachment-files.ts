import type { Id } from "./identifiers.ts";

/** A part that arrived; `sha256` where the keeper tells it. */
export interface ArrivedPart {
  readonly number: number;
  readonly size: number;
  readonly sha256: string | undefined;
}

export interface PartToSend {
  readonly number: number;
  readonly size: number;
  readonly sha256: string;
}

/** Where to PUT a part, and the headers that belong to it: other bytes are refused. */
export interface SignedPart {
  readonly number: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type KeptFile = "file" | "thumbnail";

/** Port: where files arrive, in quarantine, and where those that were checked are kept. */
export interface AttachmentFiles {
  /** Begins an upload and answers with its name. */
  begin(id: Id): Promise<string>;
  sign(id: Id, upload: string, parts: readonly PartToSend[], seconds: number): Promise<readonly SignedPart[]>;
  /** The parts that arrived; undefined of an upload that was finished, or given up. */
  arrived(id: Id, upload: string): Promise<readonly ArrivedPart[] | undefined>;
  /** Makes the parts one file in quarantine. From here on nobody who was given an address can change it. */
  finish(id: Id, upload: string): Promise<void>;
  /** The file in quarantine, where there is one. */
  read(id: Id): Promise<Uint8Array | undefined>;
  keep(
    id: Id,
    which: KeptFile,
    bytes: Uint8Array,
    as: { readonly mediaType: string; readonly fileName: string },
  ): Promise<void>;
  /** An address under which anybody may download it for so many seconds. */
  link(id: Id, which: KeptFile, seconds: number): Promise<string>;
  /** Deletes what is in quarantine: an upload that was begun, and the file. */
  clear(id: Id, upload: string): Promise<void>;
  /** Deletes what was kept. */
  remove(id: Id): Promise<void>;
}
