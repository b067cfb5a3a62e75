import type * as z from "zod/mini";
import type { Circumstances } from "../../shared/adapters/records/change.ts";
import { stale } from "../../shared/adapters/records/change.ts";
import type { Endpoint } from "../../shared/contract/endpoint.ts";
import type { ScopedAction } from "../../shared/domain/permissions.ts";
import type { Caller, PersonCaller } from "../../shared/domain/user.ts";

type Parsed<S> = S extends z.ZodMiniType ? z.infer<S> : undefined;
type Part<E extends Endpoint, Name extends "params" | "query" | "body"> =
  E extends Record<Name, infer S> ? Parsed<S> : undefined;

type CallerOf<E extends Endpoint> = E["access"] extends "public"
  ? undefined
  : E["access"] extends "signed-in" | ScopedAction
    ? Caller
    : PersonCaller;

/** What an operation is given: everything parsed, the caller read afresh; no event, no headers. */
export interface Request<E extends Endpoint = Endpoint> {
  readonly params: Part<E, "params">;
  readonly query: Part<E, "query">;
  readonly body: Part<E, "body">;
  /** The version the caller's change was made against. */
  readonly ifMatch: string | undefined;
  /** The versions that the caller holds of what is asked for. */
  readonly ifNoneMatch: readonly string[];
  readonly circumstances: Circumstances;
  readonly caller: CallerOf<E>;
}

export interface Answer {
  readonly body?: unknown;
  /** The version shown, without quotes. */
  readonly etag?: string;
  readonly location?: string;
}

/** What was made or changed; `once` is added to the first answer alone and never repeated. */
export interface Outcome {
  readonly subject: string;
  readonly once?: Readonly<Record<string, unknown>>;
}

export type Read<E extends Endpoint = Endpoint> = (request: Request<E>) => Promise<Answer>;

/** A POST: performed once per Idempotency-Key, rendered at every try. */
export interface Command<E extends Endpoint = Endpoint> {
  readonly perform: (request: Request<E>) => Promise<Outcome>;
  readonly render: (subject: string, request: Request<E>) => Promise<Answer>;
}

export type Operation<E extends Endpoint> = E["method"] extends "POST" ? Command<E> : Read<E>;

/** Whether the caller holds this very answer. It is told so (304) and shown nothing, so that there is nothing to record. */
export const isHeld = ({ ifNoneMatch }: Pick<Request, "ifNoneMatch">, { etag }: Answer): boolean =>
  etag !== undefined && ifNoneMatch.includes(etag);

/** Refuses a change that was made against another version than the current one. */
export const assertCurrent = (request: { readonly ifMatch: string | undefined }, current: string): void => {
  if (request.ifMatch !== current) throw stale();
};
