import { StoreUnavailable, stateProvedBy, wordsOf, type StoreState } from "./unavailable.ts";

/** Watches whether the store can be used, and finds its way back alone. */
export type Availability = {
  state(): StoreState;
  /** One sentence for a person when the state is not ready. */
  remedy(): string | null;
  /** Throws at once while the store cannot be used, so that callers do not pile up behind timeouts. */
  demand(): void;
  /**
   * Judges an error; when it speaks of the whole store the state changes and the way back begins.
   * @returns the error to throw: StoreUnavailable, or the same error when only one statement failed
   */
  judge(error: unknown): unknown;
  /** Be told each time the store is usable again. @returns stop being told */
  onReady(listener: () => void): () => void;
  close(): void;
};

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1_000;

/**
 * @param recover tries to make the store usable (starts a dead server, reads and writes a little);
 *   throws while that is not possible; it is told which state it must disprove
 */
export function watchAvailability(recover: (state: StoreState) => Promise<void>): Availability {
  let trouble: StoreUnavailable | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const listeners = new Set<() => void>();

  async function tryAgain(pause: number): Promise<void> {
    if (closed || !trouble) return;
    try {
      await recover(trouble.state);
      trouble = null;
      for (const listener of listeners) listener();
    } catch (error) {
      const state = stateProvedBy(error);
      if (state) trouble = asUnavailable(error, state);
      if (!closed)
        timer = setTimeout(() => void tryAgain(Math.min(pause * 2, LONGEST_PAUSE)), pause);
    }
  }

  return {
    state: () => trouble?.state ?? "ready",
    remedy: () => trouble?.remedy ?? null,
    demand() {
      if (trouble) throw new StoreUnavailable(trouble.state, trouble.remedy, trouble.cause);
    },
    judge(error) {
      const state = stateProvedBy(error);
      if (!state) return error;
      const unavailable = asUnavailable(error, state);
      if (!trouble && !closed) {
        trouble = unavailable;
        timer = setTimeout(() => void tryAgain(FIRST_PAUSE), 0);
      }
      return unavailable;
    },
    onReady(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

function asUnavailable(error: unknown, state: Exclude<StoreState, "ready">): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  // Only its words: the driver hangs the whole connection on its errors, and causes are logged.
  return new StoreUnavailable(state, undefined, new Error(wordsOf(error)));
}
