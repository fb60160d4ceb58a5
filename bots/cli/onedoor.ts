#!/usr/bin/env node
import { Command } from "commander";
import { takeEnvironmentFile } from "../../src/index.ts";
import { askCommand } from "./commands/ask.ts";
import { chatCommand } from "./commands/chat.ts";
import { databaseCommands } from "./commands/database.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { knowledgeCommand } from "./commands/knowledge.ts";
import { replayCommand } from "./commands/replay.ts";
import { searchCommand } from "./commands/search.ts";

// Whoever reads only the first lines has closed the pipe: the rest is done and stopped politely, unseen.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

takeEnvironmentFile();
const program = new Command("onedoor")
  .description("OneDoor 一扇门: the front door of a free-trade-zone administration")
  .addCommand(askCommand())
  .addCommand(chatCommand())
  .addCommand(searchCommand())
  .addCommand(replayCommand())
  .addCommand(knowledgeCommand())
  .addCommand(doctorCommand());
for (const command of databaseCommands()) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
