import {
  AbortMultipartUploadCommand,
  ChecksumAlgorithm,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListPartsCommand,
  type Part,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { AttachmentFiles, KeptFile } from "../../domain/attachment-files.ts";
import type { Id } from "../../domain/identifiers.ts";

const quarantined = (id: Id): string => `quarantine/${id}`;
const keptKey = (id: Id, which: KeptFile): string => `clean/${id}/${which}`;

const hex = (base64: string): string => Buffer.from(base64, "base64").toString("hex");
const base64 = (digest: string): string => Buffer.from(digest, "hex").toString("base64");

const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException && ["NoSuchUpload", "NoSuchKey", "NotFound"].includes(error.name);

/** RFC 6266: what every browser understands, and the name as it is. Always as a download: nothing is opened in the bucket's origin. */
const asDownload = (fileName: string): string => {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/**
 * Files in a bucket. Each goes up as a multipart upload, a small one in one part: it is no object before the upload is finished, and
 * the signed addresses of its parts are worth nothing afterwards, so that what is checked is what is given out.
 */
export const s3AttachmentFiles = (client: S3Client, bucket: string): AttachmentFiles => {
  const list = async (id: Id, upload: string): Promise<readonly Part[] | undefined> => {
    try {
      const { Parts = [] } = await client.send(
        new ListPartsCommand({ Bucket: bucket, Key: quarantined(id), UploadId: upload }),
      );
      return Parts;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };

  return {
    begin: async (id) => {
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({
          Bucket: bucket,
          Key: quarantined(id),
          ContentType: "application/octet-stream",
          ChecksumAlgorithm: ChecksumAlgorithm.SHA256,
        }),
      );
      if (UploadId === undefined) throw new Error("S3 began an upload without a name");
      return UploadId;
    },

    sign: (id, upload, parts, seconds) =>
      Promise.all(
        parts.map(async ({ number, size, sha256 }) => {
          const checksum = base64(sha256);
          const url = await getSignedUrl(
            client,
            new UploadPartCommand({
              Bucket: bucket,
              Key: quarantined(id),
              UploadId: upload,
              PartNumber: number,
              ContentLength: size,
              ChecksumSHA256: checksum,
            }),
            {
              expiresIn: seconds,
              // Sent as headers and signed: other bytes, or another number of them, are refused by S3 itself.
              unhoistableHeaders: new Set(["x-amz-checksum-sha256"]),
              signableHeaders: new Set(["host", "content-length", "x-amz-checksum-sha256"]),
            },
          );
          return { number, url, headers: { "x-amz-checksum-sha256": checksum } };
        }),
      ),

    arrived: async (id, upload) =>
      (await list(id, upload))?.map(({ PartNumber = 0, Size = 0, ChecksumSHA256 }) => ({
        number: PartNumber,
        size: Size,
        sha256: ChecksumSHA256 === undefined ? undefined : hex(ChecksumSHA256),
      })),

    finish: async (id, upload) => {
      const parts = await list(id, upload);
      // Finished already, by a call that was not told of it.
      if (parts === undefined) return;
      const Parts = parts.map(({ PartNumber, ETag, ChecksumSHA256 }) => ({
        PartNumber,
        ETag,
        ChecksumSHA256,
      }));
      try {
        await client.send(
          new CompleteMultipartUploadCommand({
            Bucket: bucket,
            Key: quarantined(id),
            UploadId: upload,
            MultipartUpload: { Parts },
          }),
        );
      } catch (error) {
        // Finished between, by whoever said so at the same moment.
        if (!isAbsent(error)) throw error;
      }
    },

    read: async (id) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: quarantined(id) }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },

    keep: async (id, which, bytes, { mediaType, fileName }) => {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keptKey(id, which),
          Body: bytes,
          ContentType: mediaType,
          ContentDisposition: asDownload(fileName),
          CacheControl: "private, no-store",
          ChecksumAlgorithm: ChecksumAlgorithm.SHA256,
        }),
      );
    },

    link: (id, which, seconds) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: keptKey(id, which) }), {
        expiresIn: seconds,
      }),

    clear: async (id, upload) => {
      try {
        await client.send(
          new AbortMultipartUploadCommand({ Bucket: bucket, Key: quarantined(id), UploadId: upload }),
        );
      } catch (error) {
        if (!isAbsent(error)) throw error;
      }
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: quarantined(id) }));
    },

    remove: async (id) => {
      for (const which of ["file", "thumbnail"] as const)
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keptKey(id, which) }));
    },
  };
};
