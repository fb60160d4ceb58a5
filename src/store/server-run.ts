import { closeSync, openSync } from "node:fs";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./server-binaries.ts";
import { asAccount, forgetDeadServer, serverProcess } from "./server-cluster.ts";
import { causeOf, passes } from "./server-failure.ts";
import { freshLog, tail } from "./server-log.ts";
import { addressOf, makeDirectory, type Place } from "./server-place.ts";
import { stop } from "./server-stop.ts";

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

/** Refused starts are repeated so long, in milliseconds; a recovery that makes progress may take longer. */
const PATIENCE = 30_000;
const LONGEST_RECOVERY = 10 * 60_000;
/** A server that runs so long without anyone listening has lost its socket's file: it is started anew. */
const UNREACHABLE = 3_000;

/** Waits until the server answers, starting it whenever nobody else does. */
export async function awaitRunning(
  place: Place,
  binaries: Binaries,
  options: Record<string, string> = {},
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
    connectionString: addressOf(place, "postgres"),
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
  options: Record<string, string> = {},
): Promise<string | null> {
  await makeDirectory(place.socket, 0o700, place.account);
  await forgetDeadServer(place.cluster);
  const from = await freshLog(place.log);
  const log = openSync(place.log, "a");
  const settings = { ...OPTIONS, ...options, unix_socket_directories: `"${place.socket}"` };
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
