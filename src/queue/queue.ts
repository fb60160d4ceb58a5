import { PgBoss, type Job } from "pg-boss";
import { forBoss, type Sql } from "./sql.ts";

/**
 * Jobs in the same database as their causes. A job only means "look at this conversation": what is to
 * be done, and in which order, stands in the tables, so a job that is lost, doubled or late does no harm.
 */
export type Queue = {
  /** Ask for turns of these conversations; part of the caller's transaction. */
  askForTurns(sql: Sql, conversationIds: string[]): Promise<void>;
  /**
   * Ask for delivery of these conversations' replies; part of the caller's transaction.
   * @param afterSeconds not before so many seconds
   */
  askForDelivery(
    sql: Sql,
    channel: string,
    conversationIds: string[],
    afterSeconds?: number,
  ): Promise<void>;
  /** Makes sure that a channel's replies have a queue; cheap when they have. Not inside a transaction. */
  ensureOutbox(channel: string): Promise<void>;
  /** Takes up to `most` jobs. @returns conversation ids with the job that named them */
  fetch(name: string, most: number): Promise<QueuedConversation[]>;
  /** Forgets finished jobs. */
  finish(name: string, jobIds: string[]): Promise<void>;
  stop(): Promise<void>;
};

export type QueuedConversation = { jobId: string; conversationId: string };

export const INBOX = "inbox";
export const outboxOf = (channel: string): string => `outbox.${channel.replace(/[^\w.-]/g, "-")}`;

/** One waiting job a conversation is enough: "short" keeps a second one out until the first is taken. */
const SETTINGS = {
  policy: "short",
  partition: true,
  // Whoever died with a job in hand is healed by the sweep; this only clears the rows away.
  expireInSeconds: 120,
  retryLimit: 1,
  deleteAfterSeconds: 60,
  retentionSeconds: 86_400,
} as const;

/**
 * @param sql the pool
 * @param report told of what pg-boss notices on its own
 * @param maintain false for a process that only sends, such as the command line
 */
export async function openQueue(
  sql: Sql,
  report: (error: Error) => void,
  maintain = true,
): Promise<Queue> {
  const boss = new PgBoss({
    db: forBoss(sql),
    supervise: maintain,
    schedule: maintain,
    monitorVacuum: false,
  });
  boss.on("error", report);
  await boss.start();
  await boss.createQueue(INBOX, SETTINGS);
  const outboxes = new Map<string, Promise<void>>();

  async function ask(
    caller: Sql,
    name: string,
    conversationIds: string[],
    startAfter?: number,
  ): Promise<void> {
    const jobs = [...new Set(conversationIds)].map((id) => ({
      singletonKey: id,
      data: { id },
      startAfter,
    }));
    if (jobs.length > 0) await boss.insert(name, jobs, { db: forBoss(caller) });
  }

  return {
    askForTurns: (caller, ids) => ask(caller, INBOX, ids),
    askForDelivery: (caller, channel, ids, afterSeconds) =>
      ask(caller, outboxOf(channel), ids, afterSeconds),
    ensureOutbox(channel) {
      const known = outboxes.get(channel) ?? boss.createQueue(outboxOf(channel), SETTINGS);
      outboxes.set(channel, known);
      return known.catch((error: unknown) => {
        outboxes.delete(channel);
        throw error;
      });
    },
    async fetch(name, most) {
      const jobs: Job<{ id: string }>[] = await boss.fetch<{ id: string }>(name, {
        batchSize: most,
      });
      return jobs.map(({ id, data }) => ({ jobId: id, conversationId: data.id }));
    },
    async finish(name, jobIds) {
      await boss.deleteJob(name, jobIds);
    },
    stop: () => boss.stop({ graceful: false }),
  };
}
