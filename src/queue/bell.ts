/** Something loops wait for. A ring that comes while nobody waits is remembered, so none is missed. */
export type Bell = {
  ring(): void;
  /**
   * Resolves at the next ring, at once when it rang while nobody waited, or after `most` milliseconds.
   * It only says "look again": whoever waits must check what it waits for.
   */
  heard(most: number): Promise<void>;
};

export function bell(): Bell {
  let rung = false;
  const waiting = new Set<() => void>();
  return {
    ring() {
      rung = waiting.size === 0;
      for (const answer of waiting) answer();
      waiting.clear();
    },
    async heard(most) {
      if (rung) rung = false;
      else
        await new Promise<void>((resolve) => {
          const answer = () => {
            clearTimeout(timer);
            waiting.delete(answer);
            resolve();
          };
          const timer = setTimeout(answer, most);
          waiting.add(answer);
        });
    },
  };
}
