import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import type { Database } from "./database.ts";

/** One step of the schema's history: a folder of prisma/migrations. */
export type Migration = { name: string; sql: string; checksum: string };

/** The database and the program do not belong together. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

/** Where the migrations lie, seen from this file. */
export const MIGRATIONS = path.resolve(import.meta.dirname, "../../prisma/migrations");

/** Any constant; all OneDoor processes must use the same. */
const LOCK = 7_215_301_144;

/**
 * Brings the database to the schema this program needs. Several processes may call it at the same time.
 * The table of what has been applied is Prisma's own, so `prisma migrate` understands it and it
 * understands databases that `prisma migrate` made.
 * @returns names of the migrations applied now, in order
 * @throws MigrationRefused when an applied migration was changed, failed half-way, or is unknown here
 */
export async function migrate(
  database: Pick<Database, "connect">,
  directory = MIGRATIONS,
): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const client = await database.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(TABLE);
    const applied = await appliedMigrations(client);
    demandSameHistory(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Names of the migrations this program brings but the database lacks, oldest first. */
export async function missingMigrations(
  database: Database,
  directory = MIGRATIONS,
): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const [table] = await database.query("SELECT to_regclass('_prisma_migrations') AS name", []);
  const rows = table?.name ? await database.query<{ name: string }>(APPLIED) : [];
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

/** All migrations on disk, in the order in which they are applied. */
export async function readMigrations(directory = MIGRATIONS): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(directory, name, "migration.sql"));
      return {
        name,
        sql: bytes.toString("utf8"),
        checksum: createHash("sha256").update(bytes).digest("hex"),
      };
    }),
  );
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const APPLIED = `
  SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`;

type Applied = { name: string; checksum: string; finished: boolean };

async function appliedMigrations(client: pg.Client): Promise<Map<string, Applied>> {
  const { rows } = await client.query<Applied>(APPLIED);
  return new Map(rows.map((row) => [row.name, row]));
}

function demandSameHistory(migrations: Migration[], applied: Map<string, Applied>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied.values()) {
    const migration = known.get(name);
    if (!migration)
      throw new MigrationRefused(
        `The database knows the migration ${name}, this program does not: the database was made by a newer OneDoor. Run that version, or restore a backup into a new database.`,
      );
    if (migration.checksum !== checksum)
      throw new MigrationRefused(
        `The migration ${name} was changed after it had been applied. Put its migration.sql back as it was, and add a new migration for the change.`,
      );
    if (!finished)
      throw new MigrationRefused(
        `The migration ${name} began but did not finish. Restore a backup, or mark it with \`prisma migrate resolve\`.`,
      );
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await applyInside((text, values) => client.query(text, values), migration);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new MigrationRefused(
      `The migration ${migration.name} failed and nothing of it remains: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** Applies and notes one migration as part of the caller's transaction. */
export async function applyInside(
  run: (text: string, values?: unknown[]) => Promise<unknown>,
  { name, sql, checksum }: Migration,
): Promise<void> {
  await run(sql);
  await run(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}
