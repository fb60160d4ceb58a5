import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import {
  importLawFiles,
  isLawFile,
  lawLibrary,
  readSettings,
  type ImportedFile,
} from "../../../../src/index.ts";

const today = () => new Date().toISOString().slice(0, 10);

/** `onedoor knowledge import-law`, `laws`, `search-law`: the zone's own copies of laws. */
export function lawCommands(): Command[] {
  return [
    new Command("import-law")
      .description("take texts of laws into the library: .docx, .pdf, .md, .txt, or whole folders")
      .argument("<files...>", "files, folders or patterns such as 'laws/**'")
      .option("--quiet", "only say what was refused and the sums")
      .action(async (given: string[], { quiet = false }: { quiet?: boolean }) => {
        const files = [...new Set(given.flatMap(filesOf))];
        const counts = { added: 0, renewed: 0, known: 0, refused: 0 };
        const { laws, articles } = await importLawFiles(
          readSettings(process.env),
          files,
          (file) => {
            counts[file.outcome] += 1;
            if (file.outcome === "refused") console.error(`refused  ${file.file}: ${file.why}`);
            else if (!quiet) console.log(lineOf(file));
          },
        );
        console.log(
          `${counts.added} added, ${counts.renewed} read anew, ${counts.known} known already, ${counts.refused} refused; ` +
            `the library holds ${laws} texts with ${articles} articles`,
        );
        if (counts.refused > 0) process.exitCode = 1;
      }),
    new Command("laws")
      .description("list the laws that were imported")
      .argument("[title]", "only those called so")
      .option("--at <day>", "what they are on this day", today())
      .action((title: string | undefined, { at }: { at: string }) => {
        const library = lawLibrary(readSettings(process.env));
        const laws = title === undefined ? library.all(at) : library.called(title, at);
        for (const law of laws)
          console.log(
            [
              law.sha256.slice(0, 12),
              law.standing.is.padEnd(10),
              `${law.title}${law.part ? ` ${law.part}` : ""}`,
              law.version ?? "version not stated",
              `${law.articles} articles`,
              law.file,
            ].join("  "),
          );
        console.log(`${laws.length} texts`);
      }),
    new Command("search-law")
      .description("find articles of the imported laws")
      .argument("<words>", "everyday words")
      .option("--limit <n>", "how many articles", "5")
      .option("--at <day>", "only law in force on this day", today())
      .action((words: string, { limit, at }: { limit: string; at: string }) => {
        const found = lawLibrary(readSettings(process.env)).find(words, at, Number(limit));
        if (found.length === 0) console.log("nothing found");
        for (const { law, article, score } of found) {
          const says = article.paragraphs[0]?.text ?? "";
          console.log(
            `${score.toFixed(2).padStart(7)}  《${law.title}》${article.name}（${law.version ?? "版本未写明"}）  ${says.slice(0, 60)}`,
          );
        }
      }),
  ];
}

/** A folder stands for every law file in it; a pattern that the shell left alone is read here. */
function filesOf(given: string): string[] {
  const found = statSync(given, { throwIfNoEntry: false });
  if (found?.isFile()) return [given];
  if (found?.isDirectory())
    return globSync("**/*", { cwd: given })
      .map((name) => join(given, name))
      .filter(isLawFile)
      .sort();
  return /[*?[{]/.test(given) ? globSync(given).filter(isLawFile).sort() : [given];
}

function lineOf(file: Exclude<ImportedFile, { outcome: "refused" }>): string {
  if (file.outcome === "known") return `known    ${file.title}  (${file.file})`;
  const { title, part, version, number, articles, gaps, effective } = file.law;
  const facts = [version, number, effective && `in force ${effective}`].filter(Boolean).join(", ");
  const missing =
    gaps.length === 0
      ? ""
      : `; the copy has no article ${gaps.slice(0, 8).join(", ")}${gaps.length > 8 ? " …" : ""}: compare it with the original`;
  const count = articles.filter(({ number: own }) => /^\d/.test(own)).length;
  return `${file.outcome === "added" ? "added  " : "renewed"}  ${title}${part ? ` ${part}` : ""}: ${count} articles${facts ? ` (${facts})` : ""}${missing}`;
}
