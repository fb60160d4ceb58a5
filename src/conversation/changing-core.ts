import type { Core } from "./core.ts";

/** A core that may become another between two turns: whoever has begun finishes with the one it began with. */
export type ChangingCore = Core & { become(next: Core): void };

export function changingCore(first: Core): ChangingCore {
  let core = first;
  return {
    take: (open) => core.take(open),
    get tools() {
      return core.tools;
    },
    apologise: (lang, reference) => core.apologise(lang, reference),
    become(next) {
      core = next;
    },
  };
}
