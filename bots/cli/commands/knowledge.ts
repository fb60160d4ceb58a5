import { Command } from "commander";
import { checkCommand } from "./knowledge/check.ts";
import { diffCommand } from "./knowledge/diff.ts";
import { editionCommands } from "./knowledge/editions.ts";
import { coverageCommand, lintCommand } from "./knowledge/lint.ts";
import { exportCommand, importCommand } from "./knowledge/sheets.ts";

/** `onedoor knowledge …`: everything an editor does with the shelf. */
export function knowledgeCommand(): Command {
  const knowledge = new Command("knowledge").description(
    "the shelf of reviewed data: check, lint, coverage, export, import, diff, publish, rollback, editions",
  );
  for (const command of [
    checkCommand(),
    lintCommand(),
    coverageCommand(),
    exportCommand(),
    importCommand(),
    diffCommand(),
    ...editionCommands(),
  ])
    knowledge.addCommand(command);
  return knowledge;
}
