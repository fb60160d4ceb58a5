import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { featuresOf } from "../../src/search/features.ts";
import { buildIndex, type IndexSettings } from "../../src/search/build-index.ts";
import { queryOf, search, type TextIndex } from "../../src/search/text-index.ts";
import { foldOf } from "./retrieval-folds.ts";

export type Article = { id: number | string; law?: string; text: string };
export type LayQuestion = {
  id: number | string;
  question: string;
  gold: readonly (number | string)[];
};

/** One question with what was found for it, best first, and how long that took. */
export type Ranking = { gold: ReadonlySet<string>; found: readonly string[]; ms: number };

export type Measured = {
  questions: number;
  articles: number;
  r1: number;
  r5: number;
  r10: number;
  r100: number;
  mrr10: number;
  buildMs: number;
  p50Ms: number;
  p99Ms: number;
};

/**
 * Fields: the article with its law's title, and further questions about it. Chosen on five folds of the STARD
 * training questions (R@10 / R@100): example questions as a field weighted 1: .620 / .801; 2: .632 / .815;
 * 4: .630 / .820; 2 with length penalty .4 instead of .75: .636 / .819. The best single example added to the
 * article's score instead of a field: .593 / .818; both: .630 / .822. Saturation .9 to 2 and a length penalty
 * of .6 changed less than .006; the law's title as a field of its own lost .006.
 */
const STATUTES: IndexSettings = {
  saturation: 1.2,
  fields: [
    { weight: 1, lengthPenalty: 0.75 },
    { weight: 2, lengthPenalty: 0.4 },
  ],
};

const DEPTH = 100;

/** npm run -s evaluate -- retrieval --articles FILE.jsonl[.gz] --questions FILE.jsonl [--examples FILE.jsonl] [--folds N] */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: "string" },
      questions: { type: "string" },
      examples: { type: "string" },
      folds: { type: "string" },
    },
  });
  if (!values.articles || !values.questions)
    throw new Error(
      "Name both files: retrieval --articles FILE.jsonl[.gz] --questions FILE.jsonl [--examples FILE.jsonl] [--folds N]",
    );
  const articles = readLines<Article>(values.articles);
  const questions = readLines<LayQuestion>(values.questions);
  const examples = values.examples ? readLines<LayQuestion>(values.examples) : [];
  const measured = values.folds
    ? measureFolds(articles, questions, Number(values.folds))
    : measure(articles, questions, examples);
  console.log(JSON.stringify(measured));
}

/** Read JSON lines, gzipped or not. */
export function readLines<Line>(file: string): Line[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
}

/** Build the index over the articles, ask every question, and measure. */
export function measure(
  articles: readonly Article[],
  questions: readonly LayQuestion[],
  examples: readonly LayQuestion[] = [],
): Measured {
  const started = performance.now();
  const index = indexArticles(articles, examples);
  const buildMs = performance.now() - started;
  return summary(articles.length, rank(index, questions), buildMs);
}

/** Every question is asked once, of an index that has the questions of the other folds as examples. */
export function measureFolds(
  articles: readonly Article[],
  questions: readonly LayQuestion[],
  folds: number,
): Measured {
  if (!Number.isInteger(folds) || folds < 2)
    throw new Error("--folds takes a whole number from 2 upwards, for example --folds 5");
  const started = performance.now();
  const texts = articles.map(articleFeatures);
  const reading = performance.now() - started;
  let building = 0;
  const rankings = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const asked = questions.filter((_, at) => foldOf(at, folds, questions.length) === fold);
    const examples = questions.filter((_, at) => foldOf(at, folds, questions.length) !== fold);
    const begun = performance.now();
    const index = indexArticles(articles, examples, texts);
    building += performance.now() - begun;
    return rank(index, asked);
  });
  return summary(articles.length, rankings, reading + building / folds);
}

/** The index over articles; examples are attached to the articles they name. */
export function indexArticles(
  articles: readonly Article[],
  examples: readonly LayQuestion[] = [],
  texts?: readonly string[][],
): TextIndex {
  const asked = new Map<string, string[]>();
  for (const { question, gold } of examples)
    for (const id of gold)
      asked.set(String(id), [...(asked.get(String(id)) ?? []), ...featuresOf(question)]);
  return buildIndex(documents(), STATUTES);

  function* documents() {
    for (const [at, article] of articles.entries()) {
      const id = String(article.id);
      yield { id, fields: [texts?.[at] ?? articleFeatures(article), asked.get(id) ?? []] };
    }
  }
}

function articleFeatures({ law, text }: Article): string[] {
  return featuresOf(law ? `${law}\n${text}` : text);
}

function rank(index: TextIndex, questions: readonly LayQuestion[]): Ranking[] {
  return questions.map(({ question, gold }) => {
    const started = performance.now();
    const found = search(index, queryOf(featuresOf(question)), { limit: DEPTH });
    const ms = performance.now() - started;
    return {
      gold: new Set(gold.map(String)),
      found: found.map(({ document }) => index.ids[document]!),
      ms,
    };
  });
}

/**
 * The usual measures over all questions.
 * r1 … r100: recall at k, the share of a question's right articles among the first k, averaged over questions;
 * mrr10: one divided by the rank of the first right article, 0 beyond ten, averaged; p50Ms, p99Ms: time of a
 * question from text to result.
 */
export function summary(articles: number, rankings: readonly Ranking[], buildMs: number): Measured {
  const recall = (k: number) => mean(rankings.map(({ gold, found }) => recallAt(gold, found, k)));
  const times = rankings.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    questions: rankings.length,
    articles,
    r1: round(recall(1)),
    r5: round(recall(5)),
    r10: round(recall(10)),
    r100: round(recall(DEPTH)),
    mrr10: round(mean(rankings.map(({ gold, found }) => reciprocalRank(gold, found.slice(0, 10))))),
    buildMs: Math.round(buildMs),
    p50Ms: round(quantile(times, 0.5)),
    p99Ms: round(quantile(times, 0.99)),
  };
}

export function recallAt(gold: ReadonlySet<string>, found: readonly string[], k: number): number {
  return gold.size === 0 ? 0 : found.slice(0, k).filter((id) => gold.has(id)).length / gold.size;
}

function reciprocalRank(gold: ReadonlySet<string>, found: readonly string[]): number {
  const place = found.findIndex((id) => gold.has(id)) + 1;
  return place === 0 ? 0 : 1 / place;
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
