import { Command, Option } from "commander";
import { exportShelf, shelfIn } from "../../../../src/index.ts";
import { desk, playsOf, today } from "./desk.ts";
import { printDifference } from "./diff.ts";

/** `onedoor knowledge export`: the shelf as sheets. */
export function exportCommand(): Command {
  return new Command("export")
    .description("write the shelf as an Excel workbook or as CSV files")
    .argument("<target>", "the .xlsx file, or the folder for CSV files")
    .addOption(
      new Option("--format <format>", "xlsx or csv").choices(["xlsx", "csv"]).default("xlsx"),
    )
    .addOption(
      new Option("--encoding <encoding>", "of CSV files")
        .choices(["utf8-bom", "gb18030"])
        .default("utf8-bom"),
    )
    .option("--part <names...>", "only these parts: items, provisions, authority, wording …")
    .option(
      "--folder <folder>",
      "a knowledge folder; the draft, else what answers now, when absent",
    )
    .action(
      async (
        target: string,
        options: {
          format: "xlsx" | "csv";
          encoding: "utf8-bom" | "gb18030";
          part?: string[];
          folder?: string;
        },
      ) => {
        if (options.format === "xlsx" && !target.toLowerCase().endsWith(".xlsx"))
          throw new Error(
            `${target}: name a file that ends in .xlsx, or write CSV files into a folder with --format csv`,
          );
        const folder = options.folder ?? desk().working();
        const { sheets, rows } = await exportShelf(shelfIn(folder), target, {
          format: options.format,
          encoding: options.encoding,
          parts: (options.part ?? []).flatMap((names) => names.split(",")),
        });
        console.log(`${rows} rows on ${sheets} sheets: ${target}`);
      },
    );
}

/** `onedoor knowledge import`: changed sheets into the draft, and what changes with them. */
export function importCommand(): Command {
  return new Command("import")
    .description("read changed sheets into the draft, all or nothing, and show what changes")
    .argument("<source>", "the .xlsx file, a .csv file, or a folder of CSV files")
    .option("--folder <folder>", "write into this knowledge folder instead of the draft")
    .option("--dry-run", "only look: write nothing")
    .option(
      "--conversations <folder>",
      "conversation files to play too; the golden ones when absent",
    )
    .option("--on <day>", "the day on which is asked; today when absent")
    .action(
      async (
        source: string,
        options: { folder?: string; dryRun?: boolean; conversations?: string; on?: string },
      ) => {
        const prepared = await desk().prepare(source, options.folder);
        for (const name of prepared.unread)
          console.log(`the sheet ${name} is none of the shelf's and was not read`);
        if (prepared.files.size === 0) return console.log("nothing has changed");
        const plays = playsOf(options.conversations, options.on ?? today());
        if (!options.dryRun) prepared.write();
        for (const [file, text] of prepared.files)
          console.log(
            `${options.dryRun ? "would change" : text === null ? "removed" : "written"}: ${file}`,
          );
        for (const file of prepared.laidOutAnew)
          console.log(`${file} had to be laid out anew: look whether comments were lost`);
        printDifference(await prepared.difference(plays));
        console.log(
          options.dryRun
            ? "\nnothing was written"
            : `\nin ${prepared.folder}. Next: onedoor knowledge publish --by NAME${options.folder === undefined ? "" : ` --folder ${options.folder}`}`,
        );
      },
    );
}
