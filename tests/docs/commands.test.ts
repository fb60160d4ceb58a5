import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { DepartmentFile } from "../../src/domain/approval-item.ts";
import { codeOf } from "./page-of-docs.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const pages = ["*.md", "docs/*.md", "knowledge/*.md", "prompts/*.md"]
  .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
  .sort();
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const helpOf = (...words: string[]) =>
  execFileSync(process.execPath, [join(ROOT, "bots/cli/onedoor.ts"), ...words, "--help"], {
    encoding: "utf8",
  });

const commandsIn = (help: string) =>
  [...(help.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+)/gm)]
    .map((match) => match[1]!)
    .filter((name) => name !== "help");

/** What the program offers: its commands, each with its options and those of its own commands. */
let offered: Map<string, string>;
beforeAll(() => {
  offered = new Map(
    commandsIn(helpOf()).map((name) => {
      const help = helpOf(name);
      return [name, [help, ...commandsIn(help).map((own) => helpOf(name, own))].join("\n")];
    }),
  );
}, 120_000);

/** `onedoor ask "…" --json`, written alone or behind npm run: the command and the options after it. */
function commandsOf(text: string): { command: string; options: string[] }[] {
  return codeOf(text).flatMap((code) =>
    [...code.matchAll(/(?<![\w/.=-])onedoor(?: --)? ([a-z]+)\b([^\n|;]*)/g)].map((match) => ({
      command: match[1]!,
      options: match[2]!.match(/--[a-z-]+/g) ?? [],
    })),
  );
}

test.each(pages)("every onedoor command and option in %s exists", (page) => {
  const unknown = commandsOf(read(page)).flatMap(({ command, options }) => {
    const help = offered.get(command);
    if (help === undefined) return [command];
    return options
      .filter((option) => !help.includes(option))
      .map((option) => `${command} ${option}`);
  });
  expect(unknown).toEqual([]);
});

test.each(pages)("every npm script in %s exists", (page) => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = codeOf(read(page)).flatMap((code) =>
    [...code.matchAll(/\bnpm run (?:-s )?([a-z:]+)/g)].map((match) => match[1]!),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("the commands were really found", () => {
  expect([...new Set(commandsOf(read("README.md")).map(({ command }) => command))].sort()).toEqual([
    "ask",
    "backup",
    "chat",
    "doctor",
    "knowledge",
    "migrate",
    "replay",
    "restore",
    "search",
  ]);
});

test("the operator's page names every setting of .env.example, and no other", () => {
  const inExample = [...read(".env.example").matchAll(/^#([A-Z_]+)=/gm)].map((match) => match[1]!);
  const table = read("docs/operator.md").split("## Settings")[1]!.split("\n## ")[0]!;
  const inTable = [...table.matchAll(/^\| (`[A-Z_`, ]+) \|/gm)].flatMap(
    (match) => match[1]!.match(/[A-Z_]+/g) ?? [],
  );
  expect(inTable.sort()).toEqual(inExample.sort());
});

test("the editor's example item is one the shelf would take", () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(read("knowledge/README.md"))![1]!;
  expect(DepartmentFile.safeParse(parse(example))).toMatchObject({ success: true });
});
