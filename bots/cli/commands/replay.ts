import { Command } from "commander";
import { plainText, readSettings, replayAnswer } from "../../../src/index.ts";

/** `onedoor replay`: a stored answer made again; exit code 1 when it comes out differently. */
export function replayCommand(): Command {
  return new Command("replay")
    .description("make a stored answer again from its inputs, knowledge and rules")
    .argument("<answer>", "the answer's name: `answer` of `onedoor ask --json`, or a message id")
    .option("--json", "print the comparison as one line of JSON")
    .action(async (id: string, options: { json?: boolean }) => {
      const replay = await replayAnswer(readSettings(process.env), id);
      if (!replay.same) process.exitCode = 1;
      if (options.json) return console.log(JSON.stringify(replay));
      console.log(plainText(replay.again));
      console.log(verdict(replay));
      if (!replay.same) console.log(`\nWhat was said then:\n${plainText(replay.given)}`);
    });
}

function verdict({ same, sameRules }: Awaited<ReturnType<typeof replayAnswer>>): string {
  const rules =
    sameRules === null
      ? "the version of the program's rules was not kept"
      : sameRules
        ? "the program's rules are the same"
        : "the program's rules have changed since";
  return `\n${same ? "the same, byte for byte" : "DIFFERENT from what was said"}; ${rules}`;
}
