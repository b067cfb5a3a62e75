import { GenerateMacCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { CodeKey } from "../../domain/one-time-code.ts";

/** Codes from a KMS HMAC key: nobody who reads the table or a queue can compute them. */
export const kmsCodeKey = (client: KMSClient, keyId: string): CodeKey => ({
  digits: async (purpose, nonce) => {
    const { Mac } = await client.send(
      new GenerateMacCommand({
        KeyId: keyId,
        MacAlgorithm: "HMAC_SHA_256",
        Message: new TextEncoder().encode(`${purpose}\n${nonce}`),
      }),
    );
    if (Mac === undefined) throw new Error("KMS gave no code");
    return String(new DataView(Mac.buffer, Mac.byteOffset).getUint32(0) % 1_000_000).padStart(6, "0");
  },
});
