import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { openQueue } from "../../src/queue/queue.ts";
import { openDatabase, type Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { startServer } from "../../src/store/server.ts";
import { temporaryDirectory } from "./temporary.ts";
import { CACHE_OF_THE_RUN } from "./visit.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Data directory of the run's bundled server; it is started by the first test that needs it. */
    databaseDirectory: string;
  }
}

/** A test must not wait for the disk; durability has tests of its own. */
const OPTIONS = { fsync: "off", full_page_writes: "off", max_connections: "200" };
const TEMPLATE = "onedoor_template";

/** For vitest's globalSetup: one server for the whole run, and none after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await temporaryDirectory("test");
  project.provide("databaseDirectory", directory);
  // Inherited by the workers: the shelf is checked and indexed once in a run, not once in a file.
  process.env[CACHE_OF_THE_RUN] = path.join(directory, "cache");
  return async () => {
    if (existsSync(path.join(directory, "database"))) {
      const server = await startServer({ dataDir: directory, options: OPTIONS });
      if (!(await server.stopIfAlone()))
        console.error(`a test left a connection open: the server in ${directory} still runs`);
    }
    await rm(directory, { recursive: true, force: true });
  };
}

export type TestDatabase = {
  url: string;
  database: Database;
  /** A second process would open the same: another pool on the same database. */
  another(): Database;
  /** Closes all pools and drops the database. */
  close(): Promise<void>;
};

/** A migrated, empty database of one's own, cloned from a template in a few milliseconds. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await startServer({ dataDir: inject("databaseDirectory"), options: OPTIONS });
  await onServer(server.url, (admin) => prepareTemplate(admin, server.url));
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(
    server.url,
    async (admin) => void (await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)),
  );
  return ownDatabase(server.url, name);
}

/** An empty database without any table, on the server of the run or on another. */
export async function openEmptyDatabase(serverUrl?: string): Promise<TestDatabase> {
  const url =
    serverUrl ??
    (await startServer({ dataDir: inject("databaseDirectory"), options: OPTIONS })).url;
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(url, async (admin) => void (await admin.query(`CREATE DATABASE ${name}`)));
  return ownDatabase(url, name);
}

function ownDatabase(serverUrl: string, name: string): TestDatabase {
  const url = inDatabase(serverUrl, name);
  const opened: Database[] = [];
  const another = (): Database => {
    const database = openDatabase({ url });
    opened.push(database);
    return database;
  };
  return {
    url,
    database: another(),
    another,
    async close() {
      for (const database of opened) await database.close();
      await onServer(
        serverUrl,
        async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      );
    },
  };
}

/** Several test files may come at the same time: one makes the template, the others wait for it. */
async function prepareTemplate(admin: pg.Client, url: string): Promise<void> {
  await admin.query("SELECT pg_advisory_lock(1)");
  const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [TEMPLATE]);
  if (rowCount) return;
  const making = `${TEMPLATE}_new`;
  await admin.query(`DROP DATABASE IF EXISTS ${making}`);
  await admin.query(`CREATE DATABASE ${making}`);
  const database = openDatabase({ url: inDatabase(url, making) });
  await migrate(database);
  const queue = await openQueue(database, () => {}, false);
  await queue.stop();
  await database.close();
  await admin.query(`ALTER DATABASE ${making} RENAME TO ${TEMPLATE}`);
}

async function onServer(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}
