import { bell } from "./bell.ts";
import type { Queue } from "./queue.ts";

/** Works through one queue: one batch fetcher per process, conversations side by side up to a bound. */
export type Fetcher = {
  /** There may be work: look now. */
  wake(): void;
  /** Work on conversations without a job, as the sweep does. Resolves when all are in hand. */
  drive(conversationIds: string[]): Promise<void>;
  /** Take nothing more, finish what has begun. */
  stop(): Promise<void>;
};

export type FetcherSettings = {
  queue: Pick<Queue, "fetch" | "finish">;
  /** Name of the queue. */
  name: string;
  /** Conversations in hand at the same time. */
  sideBySide: number;
  /** Does the work of one conversation; must be repeatable, for it may be asked for twice. */
  work(conversationId: string): Promise<void>;
  /** Told when work (or, without an id, the queue itself) failed; work that failed is tried again. */
  report(error: unknown, conversationId: string | null): void;
};

const BATCH = 32;
/** A job that becomes due later wakes nobody: look this often, in milliseconds. */
const LOOK_AGAIN = 500;
/** Pause before work that failed is tried again, in milliseconds. */
const TRY_AGAIN = 1_000;

export function startFetcher(settings: FetcherSettings): Fetcher {
  const { queue, name, sideBySide, work, report } = settings;
  const inHand = new Map<string, { again: boolean; done: Promise<void> }>();
  const finishing = finisher(settings);
  const news = bell();
  const room = bell();
  let stopped = false;

  async function look(): Promise<void> {
    while (!stopped) {
      const jobs = await queue.fetch(name, BATCH).catch((error: unknown) => {
        report(error, null);
        return [];
      });
      for (const { jobId, conversationId } of jobs) {
        await begin(conversationId);
        finishing.add(jobId);
      }
      if (jobs.length < BATCH) await news.heard(LOOK_AGAIN);
    }
  }

  async function begin(conversationId: string): Promise<void> {
    for (;;) {
      const busy = inHand.get(conversationId);
      // Whoever has it in hand may have looked already: let it look once more.
      if (busy) busy.again = true;
      if (busy || stopped) return;
      if (inHand.size < sideBySide) break;
      await room.heard(LOOK_AGAIN);
    }
    const entry = { again: false, done: Promise.resolve() };
    inHand.set(conversationId, entry);
    entry.done = complete(conversationId, entry);
  }

  async function complete(conversationId: string, entry: { again: boolean }): Promise<void> {
    try {
      do {
        entry.again = false;
        await work(conversationId);
      } while (entry.again && !stopped);
    } catch (error) {
      report(error, conversationId);
      setTimeout(() => void begin(conversationId), TRY_AGAIN).unref();
    }
    inHand.delete(conversationId);
    room.ring();
  }

  const looking = look();
  return {
    wake: news.ring,
    async drive(conversationIds) {
      for (const id of conversationIds) if (!inHand.has(id)) await begin(id);
    },
    async stop() {
      stopped = true;
      news.ring();
      room.ring();
      await looking;
      await Promise.all([...inHand.values()].map(({ done }) => done));
      await finishing.flush();
    },
  };
}

/**
 * Removes jobs in batches, as soon as their conversation is in hand. A job is only a hint: if this
 * process dies now, the sweep of the next one finds the conversation by its waiting message.
 */
function finisher({ queue, name, report }: FetcherSettings): {
  add(jobId: string): void;
  flush(): Promise<void>;
} {
  let jobIds: string[] = [];
  let running: Promise<void> | null = null;

  async function remove(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (jobIds.length > 0) {
      const batch = jobIds;
      jobIds = [];
      await queue.finish(name, batch).catch((error: unknown) => report(error, null));
    }
    running = null;
  }

  return {
    add(jobId) {
      jobIds.push(jobId);
      running ??= remove();
    },
    flush: async () => running ?? undefined,
  };
}
