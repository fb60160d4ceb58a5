/** Finds what the queue has lost sight of; the tables are the truth, the queue only a faster way to it. */
export type Sweep = {
  /** Look now, for everything however young: after a start, or when news may have been missed. */
  everything(): void;
  stop(): Promise<void>;
};

export type SweepSettings = {
  /**
   * Finds overdue work and drives it.
   * @param olderThan milliseconds it must have waited, so that the sweep does not race the queue
   * @returns true when there is more than it could take on at once
   */
  look(olderThan: number): Promise<boolean>;
  report(error: unknown): void;
  /** Milliseconds between two looks. */
  every?: number;
  /** Milliseconds after which waiting work counts as lost. */
  overdue?: number;
};

export function startSweep({ look, report, every = 2_000, overdue = 3_000 }: SweepSettings): Sweep {
  let running: Promise<void> | null = null;
  let next: number | null = null;
  let stopped = false;

  async function run(): Promise<void> {
    while (next !== null && !stopped) {
      const olderThan = next;
      next = null;
      const more = await look(olderThan).catch((error: unknown) => {
        report(error);
        return false;
      });
      if (more && !stopped) start(olderThan);
    }
    running = null;
  }

  function start(olderThan: number): void {
    next = Math.min(olderThan, next ?? Infinity);
    running ??= run();
  }

  const timer = setInterval(() => start(overdue), every);
  timer.unref();
  start(0);
  return {
    everything: () => start(0),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
