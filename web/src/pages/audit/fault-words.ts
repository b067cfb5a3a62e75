import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Verification } from "../../../../shared/contract/audit.ts";

type Reason = NonNullable<Verification["fault"]>["reason"];

/** What is wrong with an entry, as shared/domain/audit-chain.ts says it. */
export const faultWords = {
  missing: msg`It is not there, although the trail goes on: it was deleted, or its position changed.`,
  unreadable: msg`It is no entry of a trail.`,
  "not-linked": msg`It is not linked to the entry before it: one of both was exchanged, or the trail was forked.`,
  "other-administration": msg`It belongs to another administration’s trail.`,
  altered: msg`It is not what was sealed: its contents or its hash were changed.`,
  truncated: msg`It was sealed, and is gone from the end of the trail.`,
  "beyond-head": msg`It stands after the end of the trail: it was not sealed by the exchange, or the end was set back.`,
  "other-head": msg`It is not what the end of the trail stands for.`,
  "not-as-signed": msg`A signed checkpoint holds another hash: this entry, or one since the checkpoint before, was replaced.`,
  "checkpoint-forged": msg`The checkpoint that should prove it was changed, or is not signed by a key of the exchange.`,
} as const satisfies Readonly<Record<Reason, MessageDescriptor>>;
