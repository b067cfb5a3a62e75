import { type alerts, RevisionReason } from "../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../shared/domain/alert.ts";
import { differencesBetween } from "../../../shared/domain/differences.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { parse } from "../../runtime/parse.ts";
import { patched } from "../../runtime/patched.ts";
import type { Answer, Command, Request } from "../../runtime/request.ts";
import { contentOf, ownAlert, type ReachedRelease } from "./access.ts";
import { assertCurrentVersion, render } from "./answering.ts";
import { publish } from "./publishing.ts";

type Contract = typeof alerts;

/** A change of what was released: its next version, by who may release. */
export const revise = async (
  store: RecordStore,
  request: Request<Contract["update"]>,
  found: ReachedRelease,
): Promise<Answer> => {
  const { body, query, caller, circumstances } = request;
  if (!may(caller, "alerts.release"))
    throw new Problem("forbidden", "A released alert is revised by those who may release one.");
  assertCurrentVersion(request, found.head);
  // Of the version that is made, and no field of what it says.
  const { reason, ...patch } = body;
  const why = parse(RevisionReason, reason === undefined ? {} : { reason }, "body");
  const before = await contentOf(store, found.head);
  const content = patched(AlertContent, before, patch);
  if (differencesBetween(before, content).length === 0)
    throw new Problem("conflict", `Nothing in it differs from version ${found.head.version}.`);
  await publish(store, circumstances, found, {
    kind: "revise",
    action: "alerts.update",
    by: caller.id,
    content,
    reason: why.reason,
    minor: query.minor === "true",
  });
  return render(store, caller, found.head.id, circumstances.now);
};

/** The steps after which nothing is revised any more. */
export const revising = ({ store }: { readonly store: RecordStore }) => {
  const end = async (
    kind: "withdraw" | "close",
    request: Pick<Request, "ifMatch" | "circumstances"> & {
      readonly params: { readonly id: string };
      readonly caller: Caller;
      readonly body: { readonly reason?: string | undefined };
    },
  ) => {
    const { params, body, caller, circumstances } = request;
    const found = await ownAlert(store, caller, params.id, circumstances.now);
    if ("draft" in found)
      throw new Problem("conflict", "Nobody outside has seen it yet. Discard it instead.");
    assertCurrentVersion(request, found.head);
    await publish(store, circumstances, found, {
      kind,
      action: `alerts.${kind}`,
      by: caller.id,
      reason: body.reason,
    });
    return { subject: params.id };
  };

  const withdraw: Command<Contract["withdraw"]> = {
    perform: (request) => end("withdraw", request),
    render: (id, { caller, circumstances }) => render(store, caller, id, circumstances.now),
  };
  const close: Command<Contract["close"]> = {
    perform: (request) => end("close", request),
    render: (id, { caller, circumstances }) => render(store, caller, id, circumstances.now),
  };
  return { withdraw, close };
};
