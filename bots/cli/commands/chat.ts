import { randomUUID } from "node:crypto";
import { Command, Option } from "commander";
import { openOneDoor, readSettings } from "../../../src/index.ts";
import { chat, replay } from "../../terminal/channel.ts";

/** `onedoor chat`: the terminal. */
export function chatCommand(): Command {
  return new Command("chat")
    .description("talk to OneDoor in the terminal")
    .option("--replay <file>", "play a conversation file instead")
    .option("--conversation <name>", "go on with this conversation; a new one when absent")
    .addOption(
      new Option("--as <role>", "who asks")
        .choices(["citizen", "enterprise", "staff"])
        .default("enterprise"),
    )
    .action(
      async (options: {
        replay?: string;
        conversation?: string;
        as: "citizen" | "enterprise" | "staff";
      }) => {
        const oneDoor = await openOneDoor(
          readSettings({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? "error" }),
        );
        const screen = { input: process.stdin, output: process.stdout };
        const conversation = options.conversation ?? randomUUID();
        try {
          await oneDoor.serve([]);
          if (options.replay) await replay(oneDoor, screen, options.replay, conversation);
          else await chat(oneDoor, screen, conversation, options.as);
        } finally {
          await oneDoor.close();
        }
      },
    );
}
