import { nodeCryptography } from "../../shared/adapters/crypto/cryptography.ts";
import { UNSEALED_TRAILS } from "../../shared/names.ts";
import { clock, queues, recordStore } from "../runtime/dependencies.ts";
import { tellMetric } from "../runtime/metric.ts";
import { dispatching } from "../streams/dispatch/dispatching.ts";
import { sealing } from "../streams/index/sealing.ts";
import { sealingLate } from "./sweep/sealing-late.ts";
import { sweeping } from "./sweep/sweeping.ts";

const store = recordStore();
const sweep = sweeping({ store, ...dispatching({ store, queues: queues() }) });
const sealLate = sealingLate({
  store,
  seal: sealing({ store, cryptography: nodeCryptography }),
  tellLate: (trails, now) => tellMetric(UNSEALED_TRAILS, trails, now),
});

/** One that fails does not keep the other from its work. */
export const handler = async (): Promise<void> => {
  const now = clock();
  const outcomes = await Promise.allSettled([sweep(now), sealLate(now)]);
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, "The sweep could not finish its work");
};
