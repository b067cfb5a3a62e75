import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Scope } from "../../../../shared/domain/permissions.ts";

/** What a system may do by each scope. */
export const scopeLabels = {
  "alerts/read": msg`Read alerts`,
  "alerts/write": msg`Draft alerts`,
  "interchange/read": msg`Read by interchange`,
  "interchange/write": msg`Write by interchange`,
} as const satisfies Readonly<Record<Scope, MessageDescriptor>>;

export const scopeMeanings = {
  "alerts/read": msg`Whatever your administration may read, and nothing that only named people see.`,
  "alerts/write": msg`Into your administration’s drafts. A person releases them.`,
  "interchange/read": msg`Opens nothing yet.`,
  "interchange/write": msg`Opens nothing yet.`,
} as const satisfies Readonly<Record<Scope, MessageDescriptor>>;
