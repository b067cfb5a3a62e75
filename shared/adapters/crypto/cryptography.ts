import { createPublicKey, hash, verify } from "node:crypto";
import type { Cryptography } from "../../domain/cryptography.ts";

/** Bytes have one way to be written: Node also reads others, and what was changed must not pass for what it was. */
const bytesOf = (base64: string): Buffer => {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.toString("base64") !== base64) throw new TypeError("This is no base64");
  return bytes;
};

/** By Node's own OpenSSL. */
export const nodeCryptography: Cryptography = {
  sha256: (data) => hash("sha256", data, "hex"),
  fingerprint: (publicKey) => hash("sha256", Buffer.from(publicKey, "base64"), "hex"),
  verify: (publicKey, text, signature) => {
    try {
      const key = createPublicKey({ key: bytesOf(publicKey), format: "der", type: "spki" });
      // Another curve, or RSA, is none of the exchange's keys, whatever it signed.
      if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") return false;
      return verify("sha256", Buffer.from(text), key, bytesOf(signature));
    } catch {
      return false;
    }
  },
};
