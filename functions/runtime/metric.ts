import { METRICS } from "../../shared/names.ts";

/**
 * A value for an alarm, by the embedded metric format. Written past `console`, which Lambda would wrap into a log record of its own, where
 * CloudWatch looks for no metric.
 */
export const tellMetric = (name: string, value: number, now: Date): void => {
  const told = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [{ Namespace: METRICS, Dimensions: [[]], Metrics: [{ Name: name, Unit: "Count" }] }],
    },
    [name]: value,
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
};
