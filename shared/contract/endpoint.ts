import type * as z from "zod/mini";
import type { Action } from "../domain/permissions.ts";
import type { ProblemKind } from "../domain/problem.ts";

/** Who may call: anybody, or a caller whose permission is decided by the table in shared/domain/permissions.ts. */
export type Access = "public" | "signed-in" | Action;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One line of the hosted API. Routes, validation, the OpenAPI document and the web client all read it. */
export interface Endpoint {
  readonly method: Method;
  /** Path template as in OpenAPI: `/v1/alerts/{id}`. */
  readonly path: `/v1/${string}`;
  /** One sentence in the imperative: what the caller gets. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodMiniObject;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniType;
  /** Where a change must name the version it was made against (`If-Match`): always, or once there is one to change. */
  readonly conditional?: true | "once-made";
  readonly status: 200 | 201 | 202 | 204;
  readonly response?: z.ZodMiniType;
  /** True where the answer has an `ETag` although it is no view of what is changed by `If-Match`. */
  readonly versioned?: true;
  /** Seconds a shared cache may keep the answer; absent: `no-store`. */
  readonly cacheable?: number;
  /** Refusals that do not follow from the lines above. */
  readonly refusals?: readonly ProblemKind[];
}

/** A noun: the endpoints one function answers, by operation name. */
export type Noun = Readonly<Record<string, Endpoint>>;
