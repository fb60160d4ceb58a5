import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseLaw } from "../../src/knowledge/law-text/parse-law.ts";
import { wordingOf } from "../../src/knowledge/law-text/parsed-law.ts";
import { isReadable, openLawFile, textOf } from "../../src/knowledge/law-text/read-file.ts";
import { importLaws } from "../../src/library/import-laws.ts";
import { openLawLibrary } from "../../src/library/law-library.ts";
import { readContents } from "../../src/knowledge/law-text/contents.ts";
import { searchTogether } from "../../src/search/article-index.ts";
import { fromBytes } from "../../src/search/index-file.ts";
import type { Article } from "../evaluation/retrieval.ts";
import { readQuestions } from "../evaluation/question-set.ts";
import type { Row } from "./run.ts";
import { flexSearch, wordsOf } from "./search.ts";
import { ms, quantile, timed } from "./times.ts";

const FOLDER = process.env["ONEDOOR_BENCH_LAWS"];
const MOST_ARTICLES = 60_000;
const LIMIT = 100;
const DAY = "2026-11-24";

/**
 * Importing a folder of laws, and searching 60,000 of their articles, beside flexsearch over the same articles.
 * @returns figures and ratios; none when no folder is named (a line says how)
 */
export async function benchImport(): Promise<Row[]> {
  if (!FOLDER || !existsSync(FOLDER)) {
    console.log(
      "import bench skipped: name a folder of laws (.md, .txt, .docx, .pdf), ONEDOOR_BENCH_LAWS=FOLDER npm run bench -- import",
    );
    return [];
  }
  const { files, articles } = await chosenFrom(FOLDER);
  const directory = await mkdtemp(join(tmpdir(), "onedoor-laws-"));
  const [first] = await timed(1, () => importLaws(directory, files, () => {}));
  const memory = process.resourceUsage().maxRSS / 1024;
  const [again] = await timed(1, () => importLaws(directory, files, () => {}));
  const rows = [
    row(
      `${files.length} files, ${articles.length} articles imported in`,
      `${(first! / 1000).toFixed(1)} s`,
    ),
    row("the same, a file", ms(first! / files.length)),
    row("the most memory held until then", `${memory.toFixed(0)} MB`),
    row("the same files again: nothing to do", `${(again! / 1000).toFixed(1)} s`),
    ...(await searching(directory, articles)),
  ];
  await rm(directory, { recursive: true, force: true });
  return rows;
}

const row = (what: string, figure: string): Row => ({ what, figure });

/** Files, evenly spread, that together hold about as many articles as the search bench has. */
async function chosenFrom(folder: string): Promise<{ files: string[]; articles: Article[] }> {
  const all = globSync("**/*", { cwd: folder })
    .filter(isReadable)
    .sort((a, b) => scattered(a) - scattered(b))
    .map((name) => join(folder, name));
  const files: string[] = [];
  const articles: Article[] = [];
  for (const file of all) {
    if (articles.length >= MOST_ARTICLES) break;
    const law = parseLaw(await textOf(openLawFile(file)));
    files.push(file);
    for (const article of law.articles)
      articles.push({ id: articles.length, law: law.title, text: wordingOf(article) });
  }
  return { files, articles };
}

/** The same scattered order every time. */
function scattered(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 16_777_619);
  return hash >>> 0;
}

async function searching(directory: string, articles: readonly Article[]): Promise<Row[]> {
  const questions = readQuestions()
    .map(({ turns }) => turns[0]!)
    .filter((text) => /\p{Script=Han}/u.test(text));
  const [opened] = await timed(1, () => indexIn(directory));
  const index = indexIn(directory);
  const own = await asked(questions, (question) => index.find(question, LIMIT, () => true));
  const library = openLawLibrary(directory);
  const whole = await asked(questions, (question) => library.find(question, DAY, 5));
  const peer = await asked(questions, flexSearch(wordsOf)(articles));
  const ratio = peer.p50 / own.p50;
  return [
    row("index opened in", ms(opened!)),
    row("a question, p50", ms(own.p50)),
    { what: "a question, p99", figure: ms(own.p99), goal: "≤ 2 ms", reached: own.p99 <= 2 },
    row("the five best with their wording, p50", ms(whole.p50)),
    row("the same, p99", ms(whole.p99)),
    row(`flexsearch, words: p50 ${peer.p50.toFixed(1)} ms`, `${ratio.toFixed(1)}× ours`),
  ];
}

function indexIn(directory: string) {
  const { segments } = readContents(directory);
  return searchTogether(segments.map(({ file }) => fromBytes(readFileSync(join(directory, file)))));
}

async function asked(questions: readonly string[], find: (question: string) => unknown) {
  for (const question of questions.slice(0, 50)) find(question);
  const times = await timed(questions.length, (i) => find(questions[i]!));
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
