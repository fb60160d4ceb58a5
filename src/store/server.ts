import pg from "pg";
import { bundledBinaries } from "./server-binaries.ts";
import { makeCluster, runningServer } from "./server-cluster.ts";
import { ServerCannotRun } from "./server-failure.ts";
import { addressOf, preparePlace, type Place } from "./server-place.ts";
import { awaitRunning } from "./server-run.ts";
import { stopIfAlone } from "./server-stop.ts";

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
  let ensuring: Promise<void> | null = null;

  async function ensureOnce(): Promise<void> {
    await makeCluster(place, binaries);
    await awaitRunning(place, binaries, settings.options);
    await makeDatabase(place, database);
  }

  const server: Server = {
    url: addressOf(place, database),
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

async function makeDatabase(place: Place, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(place, "postgres") });
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
