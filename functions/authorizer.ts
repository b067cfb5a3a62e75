import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import { admitting } from "./authorizer/admitting.ts";
import { identifying } from "./authorizer/identifying.ts";
import { recordStore } from "./runtime/dependencies.ts";

export const handler = admitting(identifying({ store: recordStore(), keys: new SimpleJwksCache() }));
