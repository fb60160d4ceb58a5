/**
 * Turns many small calls into few large ones: while one batch is on its way, the next one gathers.
 * A lone call goes out at once, so gathering costs no time when there is nothing to gather.
 *
 * @param run takes a batch and gives its results in the same order
 * @param largest items in one batch at most
 * @param alone says whether a failed batch is worth repeating one by one, so that one bad item does
 *   not fail its neighbours; by default never
 */
export function gather<In, Out>(
  run: (batch: In[]) => Promise<Out[]>,
  largest: number,
  alone: (error: unknown) => boolean = () => false,
): (item: In) => Promise<Out> {
  type Waiting = { item: In; resolve: (result: Out) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = false;

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, position) => resolve(results[position] as Out));
    } catch (error) {
      if (batch.length > 1 && alone(error)) for (const one of batch) await settle([one]);
      else for (const { reject } of batch) reject(error);
    }
  }

  async function flush(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      await settle(batch);
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      // What arrives in the same turn of the event loop belongs to the same batch.
      setImmediate(() => void flush());
    });
}
