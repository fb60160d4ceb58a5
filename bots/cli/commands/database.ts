import { Command } from "commander";
import {
  backupTo,
  migrateDatabase,
  readSettings,
  restoreFrom,
  type RowCounts,
} from "../../../src/index.ts";

/** `onedoor migrate`, `backup`, `restore`: what an operator does to the database. */
export function databaseCommands(): Command[] {
  return [
    new Command("migrate").description("bring the database to this version").action(async () => {
      const applied = await migrateDatabase(readSettings(process.env));
      console.log(
        applied.length === 0 ? "the database is up to date" : `applied: ${applied.join(", ")}`,
      );
    }),
    new Command("backup")
      .description("write everything that cannot be derived into one file")
      .argument("<file>", "the file to write")
      .action(async (file: string) =>
        console.log(summary(await backupTo(readSettings(process.env), file))),
      ),
    new Command("restore")
      .description("read a backup into an empty database, all or nothing")
      .argument("<file>", "the file to read")
      .option("--replace", "delete what is there first")
      .action(async (file: string, options: { replace?: boolean }) =>
        console.log(
          summary(await restoreFrom(readSettings(process.env), file, options.replace === true)),
        ),
      ),
  ];
}

function summary(rows: RowCounts): string {
  return Object.entries(rows)
    .map(([table, count]) => `${table}: ${count} rows`)
    .join("\n");
}
