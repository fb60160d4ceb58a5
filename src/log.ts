import { pino, type Logger } from "pino";

export type Log = Logger;

/**
 * The log: JSON lines on standard error, never with what people wrote or who they are.
 * Callers log ids, outcomes and durations only; these names are cut out should one slip in.
 */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          "text",
          "*.text",
          "reply",
          "*.reply",
          "conversation",
          "*.conversation",
          "cookie",
          "*.cookie",
        ],
        remove: true,
      },
    },
    pino.destination(2),
  );
}

/** The same trouble is told at most once in this time, in milliseconds. */
const PAUSE = 30_000;

/**
 * Tells the same trouble once and then counts: a database that is away fails many times a second.
 * @param tell gets the error and how often it was met since it was told last
 */
export function quietly(
  tell: (error: unknown, times: number) => void,
  now: () => number = Date.now,
): (error: unknown) => void {
  const met = new Map<string, { told: number; times: number }>();
  return (error) => {
    const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const before = met.get(name) ?? { told: -Infinity, times: 0 };
    const times = before.times + 1;
    const due = now() - before.told >= PAUSE;
    if (due) tell(error, times);
    met.set(name, due ? { told: now(), times: 0 } : { told: before.told, times });
  };
}
