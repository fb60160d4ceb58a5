/** What can be wrong with the store as a whole; anything else is an error of one statement. */
export type StoreState = "ready" | "database-away" | "disk-full";

const REMEDY = {
  "database-away":
    "The database cannot be reached. Nothing that was accepted is lost; send again in a moment. If it stays so, run `onedoor doctor` and check DATABASE_URL.",
  "disk-full":
    "The disk that holds the database is full. Nothing that was accepted is lost; free some space and OneDoor goes on by itself.",
} as const;

/** The store refuses for now: the sender must try again. Carries what a person can do about it. */
export class StoreUnavailable extends Error {
  readonly state: Exclude<StoreState, "ready">;
  readonly remedy: string;

  constructor(
    state: Exclude<StoreState, "ready">,
    remedy: string = REMEDY[state],
    cause?: unknown,
  ) {
    super(remedy, { cause });
    this.name = "StoreUnavailable";
    this.state = state;
    this.remedy = remedy;
  }
}

/**
 * Reads an error of the driver as a statement about the whole store.
 * @param error anything thrown by pg, by the network or by Prisma on top of them
 * @returns the state it proves, or null when only this statement failed
 *
 * Codes: PostgreSQL appendix "Error Codes" (class 08 connection, 53 resources, 57P0x shutdown).
 */
export function stateProvedBy(error: unknown): Exclude<StoreState, "ready"> | null {
  if (error instanceof StoreUnavailable) return error.state;
  const { code, message } = readable(error);
  if (code === "53100" || code === "ENOSPC" || /no space left on device/i.test(message))
    return "disk-full";
  if (AWAY_CODES.has(code) || code.startsWith("08")) return "database-away";
  return AWAY_WORDS.test(message) ? "database-away" : null;
}

const AWAY_CODES = new Set([
  "57P01",
  "57P02",
  "57P03",
  "57P05",
  "53300",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** The driver reports a connection that broke in words only. */
const AWAY_WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|connection ended unexpectedly|client was closed|not queryable/i;

/** An error's code and message, without anything that hangs on it. */
export function wordsOf(error: unknown): string {
  const { code, message } = readable(error);
  return [code, message].filter(Boolean).join(" ");
}

function readable(error: unknown): { code: string; message: string } {
  if (typeof error !== "object" || error === null) return { code: "", message: String(error) };
  const { code, message, errors } = error as {
    code?: unknown;
    message?: unknown;
    errors?: unknown[];
  };
  if (Array.isArray(errors) && errors.length > 0) return readable(errors[0]);
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : "",
  };
}
