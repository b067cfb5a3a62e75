import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { Vault } from "../../domain/checkpoint.ts";

/** A bucket with Object Lock: what is put there is kept for as long as the bucket says, and nothing is put over it. */
export const s3Vault = (client: S3Client, bucket: string): Vault => {
  const read = async (name: string): Promise<string | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
      return await Body?.transformToString();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };

  return {
    read,
    keep: async (name, text) => {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: name,
            Body: text,
            ContentType: "application/json",
            IfNoneMatch: "*",
            // S3 asks for a checksum of what it is to lock.
            ChecksumAlgorithm: "SHA256",
          }),
        );
        return text;
      } catch (error) {
        const isThere = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;
        const kept = isThere ? await read(name) : undefined;
        if (kept === undefined) throw error;
        return kept;
      }
    },
  };
};
