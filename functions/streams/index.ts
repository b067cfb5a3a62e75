import { nodeCryptography } from "../../shared/adapters/crypto/cryptography.ts";
import { administrationOf } from "../../shared/adapters/records/trail.ts";
import { partitionHandler } from "../runtime/batch.ts";
import { recordStore } from "../runtime/dependencies.ts";
import { sealing } from "./index/sealing.ts";

const seal = sealing({ store: recordStore(), cryptography: nodeCryptography });

export const handler = partitionHandler((pk) => seal(administrationOf(pk)));
