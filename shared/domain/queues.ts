export type QueueName = "provision" | "endpoint" | "mail" | "hand-over";

/** Port: queues of work that follows from a change. */
export interface Queues {
  /** Queues every message or throws; a repeated call queues them again. */
  send(queue: QueueName, messages: readonly unknown[]): Promise<void>;
}
