import { nodeCryptography } from "../../shared/adapters/crypto/cryptography.ts";
import { clock, recordStore, signingKey, vault } from "../runtime/dependencies.ts";
import { checkpointing } from "./checkpoint/checkpointing.ts";

const checkpoint = checkpointing({
  store: recordStore(),
  vault: vault(),
  signingKey: signingKey(),
  cryptography: nodeCryptography,
});

export const handler = async (): Promise<void> => checkpoint(clock());
