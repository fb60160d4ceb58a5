import { existsSync } from "node:fs";
import { Command } from "commander";
import type { Difference } from "../../../../src/index.ts";
import { desk, playsOf, today } from "./desk.ts";

/** `onedoor knowledge diff`: two shelves, record by record, and the answers that differ. */
export function diffCommand(): Command {
  return new Command("diff")
    .description("compare two shelves: fields, and which answers change")
    .argument(
      "[before]",
      "a folder, or the beginning of an edition's hash; what answers now when absent",
    )
    .argument("[after]", "the same; the draft when absent")
    .option(
      "--conversations <folder>",
      "conversation files to play too; the golden ones when absent",
    )
    .option("--on <day>", "the day on which is asked; today when absent")
    .option("--json", "print the comparison as one JSON object")
    .action(
      async (
        before: string | undefined,
        after: string | undefined,
        options: { conversations?: string; on?: string; json?: boolean },
      ) => {
        const own = desk();
        const folderOf = (name: string) => (existsSync(name) ? name : own.editionFolder(name));
        const difference = await own.diff(
          before === undefined ? own.current().folder : folderOf(before),
          after === undefined ? own.working() : folderOf(after),
          playsOf(options.conversations, options.on ?? today()),
        );
        if (options.json) console.log(JSON.stringify(forPrograms(difference)));
        else printDifference(difference);
      },
    );
}

function forPrograms({ records, ...rest }: Difference) {
  return {
    ...rest,
    records: records.map(({ kind, name, file, what, fields }) => ({
      kind,
      name,
      file,
      what,
      fields,
    })),
  };
}

/** Print what changed, for people. */
export function printDifference({ before, after, records, answers, played }: Difference): void {
  if (before === after) return console.log(`nothing differs (${after.slice(0, 12)})`);
  console.log(`${before.slice(0, 12)} → ${after.slice(0, 12)}`);
  for (const { what, kind, name, file, fields } of records) {
    console.log(`\n${what} ${kind} ${name}  (${file})`);
    for (const field of fields) printField(field);
  }
  console.log(
    `\n${records.length} record(s) differ; of ${played} lines played, ${answers.length} are answered otherwise`,
  );
  for (const alike of Map.groupBy(answers, wayOf).values()) {
    const [first, ...others] = alike;
    console.log(`\n“${first!.line}”`);
    printLines(first!.before, first!.after);
    if (others.length > 0)
      console.log(`  and in the same way: ${others.map(({ line }) => `“${line}”`).join(" ")}`);
  }
}

/** How an answer changes, whatever the numbers of its sources: answers that change alike are shown once. */
function wayOf({ before, after }: Difference["answers"][number]): string {
  const [old, young] = [before, after].map((text) => text.replaceAll(/\[\d+\]/g, "").split("\n"));
  const gone = old!.filter((line) => !young!.includes(line));
  const come = young!.filter((line) => !old!.includes(line));
  return [...gone, "", ...come].join("\n");
}

function printField({
  field,
  before,
  after,
}: Difference["records"][number]["fields"][number]): void {
  const inOneLine = !`${before}${after}`.includes("\n");
  if (inOneLine) return console.log(`  ${field}: ${before || "(none)"} → ${after || "(none)"}`);
  console.log(`  ${field}:`);
  printLines(before, after, "    ");
}

/** The lines that only one of two texts has, in their order. */
function printLines(before: string, after: string, indent = "  "): void {
  const [old, young] = [before.split("\n"), after.split("\n")];
  for (const line of old) if (!young.includes(line)) console.log(`${indent}- ${line}`);
  for (const line of young) if (!old.includes(line)) console.log(`${indent}+ ${line}`);
}
