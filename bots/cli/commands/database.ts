import { Command } from "commander";
import { migrateDatabase, readSettings } from "../../../src/index.ts";

/** `onedoor migrate`: what an operator does to the database. */
export function databaseCommands(): Command[] {
  return [
    new Command("migrate").description("bring the database to this version").action(async () => {
      const applied = await migrateDatabase(readSettings(process.env));
      console.log(
        applied.length === 0 ? "the database is up to date" : `applied: ${applied.join(", ")}`,
      );
    }),
  ];
}
