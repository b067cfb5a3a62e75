import { createHash } from "node:crypto";
import type { AttachmentView } from "../../shared/contract/attachments.ts";
import { attachments } from "../../shared/contract/attachments.ts";
import type { AttachmentInput } from "../../shared/domain/attachment.ts";
import { PART_SIZE } from "../../shared/domain/attachment.ts";
import { api, system, tokenOf, until } from "./system.ts";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The signed address as it is reached here (local/gateway.ts). */
const reached = (url: string): string => {
  const { host, pathname, search } = new URL(url);
  return `${system.webUrl}/files/${host}${pathname}${search}`;
};

export const fetchFile = (url: string) => fetch(reached(url));

/** Sends the parts for which there is an address, or some of them; answers with their statuses. */
export const send = async (
  { upload }: AttachmentView,
  file: Buffer,
  only: (number: number) => boolean = () => true,
): Promise<readonly number[]> => {
  const statuses: number[] = [];
  for (const { number, url, headers } of upload?.parts ?? []) {
    if (url === undefined || !only(number)) continue;
    const body = new Uint8Array(file.subarray((number - 1) * PART_SIZE, number * PART_SIZE));
    const answer = await fetch(reached(url), {
      method: "PUT",
      body,
      ...(headers === undefined ? {} : { headers }),
    });
    await answer.arrayBuffer();
    statuses.push(answer.status);
  }
  return statuses;
};

const partsOf = (file: Buffer): readonly string[] =>
  Array.from({ length: Math.ceil(file.length / PART_SIZE) }, (_, n) =>
    sha256(file.subarray(n * PART_SIZE, (n + 1) * PART_SIZE)),
  );

export const announce = async (
  administration: string,
  alert: string,
  file: Buffer,
  said: Partial<AttachmentInput> = {},
) =>
  (
    await api.call(attachments.create, {
      token: await tokenOf(administration, "officer"),
      body: {
        alert,
        fileName: "photo.png",
        mediaType: "image/png",
        size: file.length,
        sha256: sha256(file),
        parts: [...partsOf(file)],
        ...said,
      },
    })
  ).body;

export const complete = async (administration: string, id: string) =>
  (
    await api.call(attachments.complete, {
      token: await tokenOf(administration, "officer"),
      params: { id },
    })
  ).body;

export const show = async (administration: string, role: string, id: string) =>
  (await api.call(attachments.get, { token: await tokenOf(administration, role), params: { id } })).body;

/** What the check makes of it. */
export const checked = (administration: string, id: string) =>
  until(
    `the check of ${id}`,
    async () => {
      const found = await show(administration, "officer", id);
      return found.state === "clean" || found.state === "refused" ? found : undefined;
    },
    60,
  );
