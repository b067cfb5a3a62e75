import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { SigningKey } from "../../domain/cryptography.ts";

const base64 = (bytes: Uint8Array | undefined): string => {
  if (bytes === undefined) throw new Error("KMS gave no answer");
  return Buffer.from(bytes).toString("base64");
};

/** A KMS key on P-256: what it signs is at most 4096 bytes. */
export const kmsSigningKey = (client: KMSClient, keyId: string): SigningKey => ({
  publicKey: async () => base64((await client.send(new GetPublicKeyCommand({ KeyId: keyId }))).PublicKey),
  sign: async (text) =>
    base64(
      (
        await client.send(
          new SignCommand({
            KeyId: keyId,
            MessageType: "RAW",
            Message: new TextEncoder().encode(text),
            SigningAlgorithm: "ECDSA_SHA_256",
          }),
        )
      ).Signature,
    ),
});
