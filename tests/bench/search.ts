import { existsSync } from "node:fs";
import { join } from "node:path";
import { Index as FlexIndex } from "flexsearch";
import MiniSearch from "minisearch";
import { featuresOf } from "../../src/search/features.ts";
import { queryOf, search } from "../../src/search/text-index.ts";
import {
  indexArticles,
  quantile,
  readLines,
  recallAt,
  type Article,
  type LayQuestion,
} from "../evaluation/retrieval.ts";
import type { Row } from "./run.ts";

const DATA = join(import.meta.dirname, "../../../shared/data/stard");
const LIMIT = 100;

/** One way of searching, measured. */
type Measured = { name: string; p50Ms: number; p99Ms: number; r10: number; buildMs: number };

/** From a question to the ids found, best first. */
type Find = (question: string) => string[];
type Contender = { name: string; build: (articles: readonly Article[]) => Find };

/*
 * Every contender gets the same articles and questions and is timed from the text of a question to a hundred ids.
 * "same tokens": the very characters and pairs our index gets, questions stripped alike. "words": the words of
 * Intl.Segmenter, fewer and longer, which suits the libraries' inverted maps better. All join words by "or".
 * minisearch on the same tokens is left out: it took 350 ms a question (R@10 .461), minutes for a run.
 */
const CONTENDERS: readonly Contender[] = [
  { name: "onedoor", build: ours },
  { name: "flexsearch, same tokens", build: flexSearch(featuresOf) },
  { name: "minisearch, words", build: miniSearch(wordsOf) },
  { name: "flexsearch, words", build: flexSearch(wordsOf) },
];

/**
 * Our index beside minisearch and flexsearch on 59,247 statute articles, in one run.
 * @param sample how many of the questions are asked, evenly spread
 * @returns our figures, then one row for each library; none when the data is not there (a line says so)
 */
export async function benchSearch(sample = 300): Promise<Row[]> {
  if (!existsSync(DATA)) {
    console.log(
      "search bench skipped: ../shared/data/stard is not there (statute articles and questions)",
    );
    return [];
  }
  const articles = readLines<Article>(join(DATA, "articles.jsonl.gz"));
  const questions = spread(readLines<LayQuestion>(join(DATA, "questions.jsonl")), sample);
  const [own, ...peers] = CONTENDERS.map((contender) => measured(contender, articles, questions));
  return [...ownRows(own!), ...peers.map((peer) => peerRow(own!, peer))];
}

function ownRows({ p50Ms, p99Ms, r10, buildMs }: Measured): Row[] {
  return [
    { what: "our index, a question, p50", figure: `${p50Ms.toFixed(2)} ms` },
    {
      what: "our index, a question, p99",
      figure: `${p99Ms.toFixed(2)} ms`,
      goal: "≤ 2 ms",
      reached: p99Ms <= 2,
    },
    { what: "our index, recall at 10", figure: r10.toFixed(3) },
    { what: "our index, built in", figure: `${(buildMs / 1000).toFixed(1)} s` },
  ];
}

function peerRow(own: Measured, { name, p50Ms, r10 }: Measured): Row {
  const ratio = p50Ms / own.p50Ms;
  return {
    what: `${name}: R@10 ${r10.toFixed(3)}, p50 ${p50Ms.toFixed(1)} ms`,
    figure: `${ratio.toFixed(1)}× ours`,
    goal: "≥ 10×, recall not above ours",
    reached: ratio >= 10 && r10 <= own.r10,
  };
}

function measured(
  { name, build }: Contender,
  articles: readonly Article[],
  questions: readonly LayQuestion[],
): Measured {
  const started = performance.now();
  const find = build(articles);
  const buildMs = performance.now() - started;
  for (const { question } of questions.slice(0, 50)) find(question);
  const times: number[] = [];
  let recalled = 0;
  for (const { question, gold } of questions) {
    const begun = performance.now();
    const found = find(question);
    times.push(performance.now() - begun);
    recalled += recallAt(new Set(gold.map(String)), found, 10);
  }
  times.sort((a, b) => a - b);
  const [p50Ms, p99Ms] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { name, p50Ms, p99Ms, r10: recalled / questions.length, buildMs };
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, at) => items[Math.floor(at * step)]!,
  );
}

function ours(articles: readonly Article[]): Find {
  const index = indexArticles(articles);
  return (question) =>
    search(index, queryOf(featuresOf(question)), { limit: LIMIT }).map(
      ({ document }) => index.ids[document]!,
    );
}

function miniSearch(tokenize: (text: string) => string[]) {
  return (articles: readonly Article[]): Find => {
    const index = new MiniSearch<{ id: string; text: string }>({
      fields: ["text"],
      tokenize,
      processTerm: (term) => term,
    });
    index.addAll(articles.map((article) => ({ id: String(article.id), text: textOf(article) })));
    return (question) =>
      index
        .search(question)
        .slice(0, LIMIT)
        .map(({ id }) => String(id));
  };
}

/** flexsearch over the tokens of `encode`. */
export function flexSearch(encode: (text: string) => string[]) {
  return (articles: readonly Article[]): Find => {
    const index = new FlexIndex({ tokenize: "strict", encode });
    for (const article of articles) index.add(String(article.id), textOf(article));
    return (question) => index.search(question, { limit: LIMIT, suggest: true }).map(String);
  };
}

function textOf({ law, text }: Article): string {
  return law ? `${law}\n${text}` : text;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) =>
    isWordLike ? segment.toLowerCase() : [],
  );
}
