import { inspectBackup, NotABackup, readLines, tableOf, type Manifest } from "./backup-file.ts";
import type { Database } from "./database.ts";
import { applyInside, readMigrations, type Migration } from "./migrate.ts";
import type { Sql } from "./sql.ts";
import { ownTables } from "./tables.ts";

export type RestoreSettings = {
  /** Replace what the database holds; without it only an empty one is filled. */
  replace?: boolean;
  migrations?: Migration[];
};

/** The backup is good, but it must not be restored here and now. */
export class RestoreRefused extends Error {
  override readonly name = "RestoreRefused";
}

const ROWS_AT_ONCE = 500;

/**
 * Brings a database to the state of a backup: all of it, or nothing is changed. A backup of an older
 * OneDoor is restored into its own schema and then brought to this one. What was waiting to be answered
 * or delivered is taken up at the next start.
 * @returns rows restored, by table
 * @throws NotABackup or RestoreRefused, saying what to do
 */
export async function restore(
  database: Database,
  file: string,
  { replace = false, migrations }: RestoreSettings = {},
): Promise<Record<string, number>> {
  const { manifest, seal } = await inspectBackup(file);
  const { before, after } = splitMigrations(manifest, migrations ?? (await readMigrations()));
  await database.transaction(async (sql) => {
    await demandAlone(sql, database.applicationName);
    await removeEverything(sql, replace);
    for (const migration of before) await applyInside(sql.query, migration);
    await fill(sql, file);
    await demandCounts(sql, seal.rows);
    for (const migration of after) await applyInside(sql.query, migration);
  });
  return seal.rows;
}

/** The migrations the backup had, and those that came later. */
function splitMigrations(
  manifest: Manifest,
  known: Migration[],
): { before: Migration[]; after: Migration[] } {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of manifest.migrations)
    if (checksums.get(name) !== checksum)
      throw new RestoreRefused(
        `The backup was made by another OneDoor: it has the migration ${name}, which this version does not know in that form. Restore it with the version that made it.`,
      );
  const had = new Set(manifest.migrations.map(({ name }) => name));
  return {
    before: known.filter(({ name }) => had.has(name)),
    after: known.filter(({ name }) => !had.has(name)),
  };
}

async function demandAlone(sql: Sql, applicationName: string): Promise<void> {
  const others = await sql.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'onedoor-%' AND application_name <> $1`,
    [applicationName],
  );
  if (others.length > 0)
    throw new RestoreRefused("Another OneDoor uses this database. Stop it, then restore.");
}

async function removeEverything(sql: Sql, replace: boolean): Promise<void> {
  const tables = await ownTables(sql);
  for (const table of tables) {
    const [filled] = await sql.query(`SELECT 1 AS one FROM "${table}" LIMIT 1`);
    if (filled && !replace)
      throw new RestoreRefused(
        "The database is not empty. Make a backup of it, then restore with --replace, or restore into a new DATA_DIR.",
      );
  }
  if (tables.length > 0)
    await sql.query(`DROP TABLE ${tables.map((name) => `"${name}"`).join(", ")} CASCADE`);
  await sql.query("DELETE FROM _prisma_migrations");
  const [queue] = await sql.query<{ there: boolean }>(
    "SELECT to_regclass('pgboss.job') IS NOT NULL AS there",
    [],
  );
  if (queue?.there) await sql.query("DELETE FROM pgboss.job");
}

async function fill(sql: Sql, file: string): Promise<void> {
  let table = "";
  let rows: string[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0)
      await sql.query(
        `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
        [`[${rows.join(",")}]`],
      );
    rows = [];
  };
  let manifestRead = false;
  for await (const line of readLines(file)) {
    const next = manifestRead ? tableOf(line) : null;
    if (!manifestRead) manifestRead = true;
    else if (next !== null) {
      await flush();
      table = await demandTable(sql, next);
    } else if (rows.push(line) === ROWS_AT_ONCE) await flush();
  }
  await flush();
}

/** Only a table of the schema is ever written to, whatever the file says. */
async function demandTable(sql: Sql, name: string): Promise<string> {
  if (!(await ownTables(sql)).includes(name))
    throw new NotABackup(`The backup has a table ${name} that its schema does not have.`);
  return name;
}

async function demandCounts(sql: Sql, expected: Record<string, number>): Promise<void> {
  for (const [table, rows] of Object.entries(expected)) {
    const [found] = await sql.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM "${table}"`,
    );
    if (found?.rows !== rows)
      throw new NotABackup(
        `${table} should have ${rows} rows but has ${found?.rows}; nothing was changed.`,
      );
  }
}
