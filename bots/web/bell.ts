/** Wakes one sleeping event stream; a ring while it is awake is not lost. */
export type Bell = {
  /** @param accepted id of a message that was just stored, if that is the news */
  ring(accepted?: string): void;
  /** @returns true when rung, false when `milliseconds` went by in silence */
  wait(milliseconds: number): Promise<boolean>;
  /** @returns the ids rung in since the last call */
  accepted(): string[];
};

/** @returns a bell that has not been rung */
export function createBell(): Bell {
  let rung = false;
  let wake = (): void => {};
  let ids: string[] = [];
  return {
    ring(accepted) {
      if (accepted !== undefined) ids.push(accepted);
      rung = true;
      wake();
    },
    async wait(milliseconds) {
      if (!rung) await sleep(milliseconds, (awaken) => (wake = awaken));
      const news = rung;
      rung = false;
      return news;
    },
    accepted: () => ids.splice(0),
  };
}

function sleep(milliseconds: number, wakeable: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wakeable(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
