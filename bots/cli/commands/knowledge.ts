import { Command } from "commander";
import { checkCommand } from "./knowledge/check.ts";
import { diffCommand } from "./knowledge/diff.ts";
import { editionCommands } from "./knowledge/editions.ts";
import { coverageCommand, lintCommand } from "./knowledge/lint.ts";
import { lawCommands } from "./knowledge/laws.ts";
import { exportCommand, importCommand } from "./knowledge/sheets.ts";

/** `onedoor knowledge …`: everything an editor does with the shelf. */
export function knowledgeCommand(): Command {
  const knowledge = new Command("knowledge").description(
    "the shelf of reviewed data: check, lint, coverage, export, import, diff, publish, rollback, editions, import-law, laws, search-law",
  );
  for (const command of [
    checkCommand(),
    lintCommand(),
    coverageCommand(),
    exportCommand(),
    importCommand(),
    diffCommand(),
    ...editionCommands(),
    ...lawCommands(),
  ])
    knowledge.addCommand(command);
  return knowledge;
}
