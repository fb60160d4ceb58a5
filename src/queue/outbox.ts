import { startFetcher, type Fetcher, type FetcherSettings } from "./fetcher.ts";
import { outboxOf } from "./queue.ts";

/** Conversations of one channel being delivered at the same time; a slow platform holds no connection. */
const SIDE_BY_SIDE = 64;

/** A platform that is away for a day finds its replies waiting; after that a reply is a dead letter. */
export const MOST_ATTEMPTS = 100;

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15 * 60_000;

/**
 * Pause before a refused reply is tried again.
 * @param attempt the attempts made so far, from 1
 * @returns milliseconds: doubled each time, at most a quarter of an hour
 */
export function pauseAfter(attempt: number): number {
  return Math.min(FIRST_PAUSE * 2 ** Math.min(attempt - 1, 20), LONGEST_PAUSE);
}

/** Takes conversations of one channel that have something to deliver. */
export function startOutbox(
  channel: string,
  settings: Pick<FetcherSettings, "queue" | "work" | "report">,
): Fetcher {
  return startFetcher({ name: outboxOf(channel), sideBySide: SIDE_BY_SIDE, ...settings });
}
