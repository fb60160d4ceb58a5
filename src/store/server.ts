import { openSync, closeSync } from "node:fs";
import { open, rename, stat } from "node:fs/promises";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { bundledBinaries, type Binaries } from "./server-binaries.ts";
import {
  asAccount,
  forgetDeadServer,
  makeCluster,
  run,
  runningServer,
  serverProcess,
} from "./server-cluster.ts";
import { causeOf, passes, ServerCannotRun } from "./server-failure.ts";
import { makeDirectory, preparePlace, type Place } from "./server-place.ts";

/** A bundled PostgreSQL of one data directory, shared by all OneDoor processes that name it. */
export type Server = {
  /** Where to connect: postgresql://… */
  url: string;
  /** Starts it when it is not running; does nothing when it is. */
  ensure(): Promise<void>;
  /** Stops it unless another process is connected. @returns whether it was stopped */
  stopIfAlone(): Promise<boolean>;
};

export type ServerSettings = {
  dataDir: string;
  /** Server settings beyond OneDoor's own; tests turn fsync off. */
  options?: Record<string, string>;
  /** Name of the database; onedoor by default. */
  database?: string;
};

/** What every bundled server is told. The log must not repeat what people wrote. */
const OPTIONS = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  max_connections: "100",
  max_wal_size: "256MB",
  jit: "off",
  // After a crash one call instead of one for every file: a second less before the first answer.
  ...(process.platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {}),
};

const USER = "onedoor";
/** Refused starts are repeated so long, in milliseconds; a recovery that makes progress may take longer. */
const PATIENCE = 30_000;
const LONGEST_RECOVERY = 10 * 60_000;
/** A server that runs so long without anyone listening has lost its socket's file: it is started anew. */
const UNREACHABLE = 3_000;
const LARGEST_LOG = 10_000_000;

/**
 * Starts, or finds running, the bundled server of a data directory.
 * @throws ServerCannotRun or StoreUnavailable, with one sentence that says what to do
 */
export async function startServer(settings: ServerSettings): Promise<Server> {
  if (process.platform === "win32")
    throw new ServerCannotRun(
      "The bundled database does not run on Windows yet. Set DATABASE_URL to a PostgreSQL of your own (15 or later), or use WSL.",
    );
  const chosen = await preparePlace(settings.dataDir);
  const place = { ...chosen, socket: runningServer(chosen.cluster)?.socket ?? chosen.socket };
  const binaries = await bundledBinaries(place.home, place.account);
  const database = settings.database ?? "onedoor";
  const options = { ...OPTIONS, ...settings.options };
  let ensuring: Promise<void> | null = null;

  async function ensureOnce(): Promise<void> {
    await makeCluster(place, binaries);
    await awaitRunning(place, binaries, options);
    await makeDatabase(place, database);
  }

  const server: Server = {
    url: urlOf(place, database),
    ensure() {
      ensuring ??= ensureOnce().finally(() => {
        ensuring = null;
      });
      return ensuring;
    },
    stopIfAlone: () => stopIfAlone(place, binaries),
  };
  await server.ensure();
  return server;
}

function urlOf(place: Place, database: string): string {
  return `postgresql://${USER}@localhost/${database}?host=${encodeURIComponent(place.socket)}`;
}

/** Waits until the server answers, starting it whenever nobody else does. */
async function awaitRunning(
  place: Place,
  binaries: Binaries,
  options: Record<string, string>,
): Promise<void> {
  const began = Date.now();
  let lastSeen = began;
  for (;;) {
    const answer = await knock(place);
    if (answer === "ready") return;
    const waited = Date.now() - began;
    if (answer !== "absent") lastSeen = Date.now();
    else if (serverProcess(place.cluster) === null) {
      const refusal = await launch(place, binaries, options);
      if (refusal !== null && (!passes(refusal) || waited > PATIENCE))
        throw causeOf(refusal, place.home);
    } else if (Date.now() - lastSeen > UNREACHABLE) {
      await stop(place, binaries);
      lastSeen = Date.now();
    }
    if (waited > (answer === "starting" ? LONGEST_RECOVERY : PATIENCE))
      throw causeOf(await tail(place.log, 0), place.home);
    await pause(50);
  }
}

/**
 * Asks the server for a connection: "absent" when nobody listens, "starting" also while it recovers
 * from a crash, "ready" as soon as it answers for itself, be it that it has no connection left.
 */
async function knock(place: Place): Promise<"ready" | "starting" | "absent"> {
  const client = new pg.Client({
    connectionString: urlOf(place, "postgres"),
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return "ready";
  } catch (error) {
    const { code = "", severity } = error as { code?: string; severity?: string };
    if (["ENOENT", "ECONNREFUSED"].includes(code)) return "absent";
    return severity !== undefined && !code.startsWith("57P") ? "ready" : "starting";
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Starts the server and waits until it answers or gives up.
 * It gets a log file of its own and a session of its own: it must outlive this process and its terminal.
 * @returns null when it runs, otherwise what it wrote before it gave up
 */
async function launch(
  place: Place,
  binaries: Binaries,
  options: Record<string, string>,
): Promise<string | null> {
  await makeDirectory(place.socket, 0o700, place.account);
  await forgetDeadServer(place.cluster);
  const from = await freshLog(place.log);
  const log = openSync(place.log, "a");
  const settings = { ...options, unix_socket_directories: `"${place.socket}"` };
  const words = [
    "-D",
    place.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const child = spawn(binaries.postgres, words, {
    ...asAccount(place.account),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const end: { of: string | null } = { of: null };
  child.on("error", (error) => (end.of = error.message));
  child.on("exit", () => (end.of ??= ""));
  child.unref();
  for (let wait = 20; end.of === null; wait = Math.min(wait * 1.3, 200)) {
    if ((await knock(place)) === "ready") return null;
    await pause(wait);
  }
  return `${end.of}\n${await tail(place.log, from)}`;
}

async function makeDatabase(place: Place, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(place, "postgres") });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      database,
    ]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    // Another process was faster.
    if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}

async function stopIfAlone(place: Place, binaries: Binaries): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(place, "postgres"),
    application_name: "onedoor-stop",
  });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch {
    return false;
  }
  // Connections that were closed a moment ago may still be seen for an instant.
  let others = 1;
  for (let look = 0; look < 5 && others > 0; look++) {
    if (look > 0) await pause(100);
    others = await countOthers(client);
  }
  await client.end().catch(() => {});
  if (others > 0) return false;
  await stop(place, binaries);
  return true;
}

async function stop(place: Place, binaries: Binaries): Promise<void> {
  const words = ["stop", "-D", place.cluster, "-m", "fast", "-w", "-t", "30"];
  await run(binaries.pgCtl, words, place.account);
}

async function countOthers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name <> 'onedoor-stop'`,
  );
  return rows[0]?.others ?? 0;
}

/** A log that has grown large makes room for a new one. @returns where the next lines will begin */
async function freshLog(log: string): Promise<number> {
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size < LARGEST_LOG) return size;
  await rename(log, `${log}.1`);
  return 0;
}

async function tail(log: string, from: number): Promise<string> {
  const file = await open(log).catch(() => null);
  if (!file) return "";
  const { size } = await file.stat();
  const length = Math.min(size - from, 20_000);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  await file.close();
  return buffer.toString("utf8");
}
