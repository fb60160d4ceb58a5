import { Command } from "commander";
import { testedIds } from "../../../../src/index.ts";
import { desk, testFolders, today } from "./desk.ts";

/** `onedoor knowledge lint`: what a careful colleague would ask; exit code 1 when an error is among it. */
export function lintCommand(): Command {
  return new Command("lint")
    .description("look for gaps, overlaps, contradictions and what is out of date")
    .argument("[folder]", "a knowledge folder; the draft, else what answers now, when absent")
    .option("--json", "print the findings as one JSON array")
    .option("--on <day>", "the day to look at, for example 2027-01-01; today when absent")
    .option("--rule <name>", "only this rule")
    .action(
      (folder: string | undefined, options: { json?: boolean; on?: string; rule?: string }) => {
        const own = desk();
        const findings = own
          .lint(folder ?? own.working(), options.on ?? today())
          .filter(({ rule }) => options.rule === undefined || rule === options.rule);
        const count = (severity: string) =>
          findings.filter((finding) => finding.severity === severity).length;
        if (count("error") > 0) process.exitCode = 1;
        if (options.json) {
          console.log(JSON.stringify(findings));
          return;
        }
        for (const { severity, file, line, rule, message } of findings)
          console.log(`${severity.padEnd(7)}  ${file}:${line} ${rule}: ${message}`);
        console.log(
          `${count("error")} error(s), ${count("warning")} warning(s), ${count("note")} note(s)`,
        );
      },
    );
}

/** `onedoor knowledge coverage`: how much there is, and how much of it is known, proven and tested. */
export function coverageCommand(): Command {
  return new Command("coverage")
    .description("count what stands on the shelf, and how much of it is known, proven and tested")
    .argument("[folder]", "a knowledge folder; the draft, else what answers now, when absent")
    .option("--json", "print the counts as one JSON object")
    .action((folder: string | undefined, options: { json?: boolean }) => {
      const own = desk();
      const folders = testFolders();
      const coverage = own.coverage(
        folder ?? own.working(),
        folders.length === 0 ? null : testedIds(folders),
      );
      if (options.json) {
        console.log(JSON.stringify(coverage));
        return;
      }
      const line = (name: string, count: number | null, of?: number) =>
        count !== null &&
        console.log(
          `${name.padEnd(34)} ${String(count).padStart(6)}${of === undefined ? "" : ` of ${of}`}`,
        );
      line("departments", coverage.departments);
      for (const [name, count] of Object.entries(coverage.records)) line(name, count);
      const { all: items, ...ofItems } = coverage.items;
      for (const [name, count] of Object.entries(ofItems)) line(`items: ${name}`, count, items);
      const { all, ...known } = coverage.handlingItems;
      for (const [name, count] of Object.entries(known))
        line(`handling items: ${name}`, count, all);
    });
}
