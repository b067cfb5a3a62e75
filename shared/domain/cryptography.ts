/** Port: what proofs are made of. Digests are lower-case hex; keys (SPKI, DER) and signatures (DER) are base64. */
export interface Cryptography {
  /** SHA-256 of bytes, or of a text's UTF-8. */
  sha256(data: string | Uint8Array): string;
  /** SHA-256 of a public key's DER, by which people know it: `openssl pkey -pubin -outform der | sha256sum`. */
  fingerprint(publicKey: string): string;
  /** Whether the key's owner signed the text (ECDSA on P-256 with SHA-256). What is no key or signature is no proof. */
  verify(publicKey: string, text: string, signature: string): boolean;
}

/** Port: the exchange's own key, whose private half nobody can read. */
export interface SigningKey {
  publicKey(): Promise<string>;
  sign(text: string): Promise<string>;
}
