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
