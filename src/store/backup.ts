import { tableLine, writeLines, type Manifest, type Seal } from "./backup-file.ts";
import type { Database } from "./database.ts";
import type { Sql } from "./sql.ts";
import { ownTables } from "./tables.ts";

export type BackupSummary = {
  file: string;
  takenAt: string;
  rows: Record<string, number>;
  sha256: string;
};

const ROWS_AT_ONCE = 1_000;

/**
 * Writes everything OneDoor knows into one compressed file, as it was at one moment, while OneDoor goes on.
 * Jobs are not in it: what is still to be done is found again from the messages themselves.
 * @param file where the backup appears, only when it is whole
 */
export async function backUp(database: Database, file: string): Promise<BackupSummary> {
  const takenAt = new Date().toISOString();
  const seal = await database.transaction(
    (sql) => writeEverything(sql, file, takenAt),
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
  return { file, takenAt, ...seal };
}

async function writeEverything(sql: Sql, file: string, takenAt: string): Promise<Seal> {
  const tables = await ownTables(sql);
  const migrations = await sql.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    [],
  );
  const manifest: Manifest = { onedoor: "backup", format: 1, takenAt, migrations, tables };
  const rows: Record<string, number> = {};
  async function* lines() {
    yield JSON.stringify(manifest);
    for (const table of tables) {
      yield tableLine(table);
      rows[table] = 0;
      for await (const row of rowsOfTable(sql, table)) {
        rows[table]++;
        yield row;
      }
    }
  }
  return writeLines(file, lines(), (sha256) => ({ rows, sha256 }));
}

/** Rows as the database itself writes JSON: no value passes through JavaScript's numbers or dates. */
async function* rowsOfTable(sql: Sql, table: string): AsyncGenerator<string> {
  await sql.query(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM "${table}" t`,
  );
  for (;;) {
    const rows = await sql.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup`);
    for (const { row } of rows) yield row;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql.query("CLOSE backup");
}
