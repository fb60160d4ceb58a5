import { StoreUnavailable } from "./unavailable.ts";

/** The bundled server cannot be used here, and trying again will not help: a person must act. */
export class ServerCannotRun extends Error {
  override readonly name = "ServerCannotRun";
}

/** What the server's log says, and what to do about it; the first that fits. */
const CAUSES: [RegExp, (dataDir: string) => Error][] = [
  [/no space left on device/i, () => new StoreUnavailable("disk-full")],
  [
    /permission denied|operation not permitted/i,
    (dir) =>
      new ServerCannotRun(
        `The bundled database may not use ${dir}. Give this account the right to write there, set DATA_DIR to another directory, or set DATABASE_URL to a PostgreSQL of your own.`,
      ),
  ],
  [
    /address already in use|could not bind/i,
    (dir) =>
      new ServerCannotRun(
        `Another server uses the socket of ${dir}. Stop it, set DATA_DIR to another directory, or set DATABASE_URL.`,
      ),
  ],
  [
    /database files are incompatible|initialized by PostgreSQL version/i,
    (dir) =>
      new ServerCannotRun(
        `The database in ${dir} was made by another version of PostgreSQL. Restore a backup into a new DATA_DIR, or run the version of OneDoor that made it.`,
      ),
  ],
  [
    /could not map anonymous shared memory|cannot allocate memory|could not create shared memory/i,
    () =>
      new ServerCannotRun(
        "There is not enough memory for the bundled database (about 200 MB). Free some, or set DATABASE_URL to a PostgreSQL elsewhere.",
      ),
  ],
  [
    /error while loading shared libraries|library not loaded|version `GLIBC/i,
    () =>
      new ServerCannotRun(
        "The bundled PostgreSQL does not run on this system (a shared library is missing). Set DATABASE_URL to a PostgreSQL of your own (15 or later).",
      ),
  ],
];

/** Conditions that pass by themselves: another start is under way, or old children of a killed server still exit. */
const PASSING =
  /pre-existing shared memory block|lock file "[^"]+" already exists|is another postmaster|another server might be running/i;

/** Whether a refused start is worth another try. */
export function passes(log: string): boolean {
  return PASSING.test(log);
}

/**
 * Turns the last lines of the server's log into an error a person can act on.
 * @param log what the server or initdb wrote
 */
export function causeOf(log: string, dataDir: string): Error {
  const known = CAUSES.find(([words]) => words.test(log));
  if (known) return known[1](dataDir);
  const last = log.trim().split("\n").slice(-3).join(" | ") || "it said nothing";
  return new ServerCannotRun(
    `The bundled database did not start: ${last}. Set DATABASE_URL to use a PostgreSQL of your own.`,
  );
}
