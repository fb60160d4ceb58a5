#!/usr/bin/env node
import { Command } from "commander";
import { knowledgeCommand } from "./commands/knowledge.ts";

const program = new Command("onedoor")
  .description("OneDoor 一扇门: the front door of a free-trade-zone administration")
  .addCommand(knowledgeCommand());

await program.parseAsync();
