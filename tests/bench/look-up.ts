import MiniSearch from "minisearch";
import { buildDirectory } from "../../src/capabilities/directory.ts";
import type { AuthorityEntry } from "../../src/domain/authority-entry.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { featuresOf } from "../../src/search/features.ts";
import { kindOf, readLookUps, type LookUpQuestion } from "../evaluation/look-ups.ts";
import { KNOWLEDGE, theCore, visit } from "../support/visit.ts";
import type { Row } from "./run.ts";
import { ms, quantile, timed } from "./times.ts";

/** How often the whole set is asked after a first time that is not counted. */
const ROUNDS = 3;
const MOST_MS = 100;

/**
 * Every look-up of the evaluation as a whole turn, from the message to the reply; then the search for the row
 * alone, beside minisearch over the same rows with the same features and the same weights.
 * @returns p50, p95 and the slowest command, then the search and the ratio to its peer
 */
export async function benchLookUp(): Promise<Row[]> {
  const questions = readLookUps();
  return [...(await turns(questions)), ...(await rows(questions))];
}

async function turns(questions: readonly LookUpQuestion[]): Promise<Row[]> {
  const ask = ({ ask: text, as, day }: LookUpQuestion) =>
    visit(theCore(), as, day && `${day}T12:00:00+08:00`).say(text);
  for (const question of questions) await ask(question);
  const taken = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [kind, list] of Map.groupBy(questions, kindOf))
      taken.set(kind, [
        ...(taken.get(kind) ?? []),
        ...(await timed(list.length, (i) => ask(list[i]!))),
      ]);
  const all = [...taken.values()].flat();
  const [kind, times] = [...taken].sort((a, b) => quantile(b[1], 0.95) - quantile(a[1], 0.95))[0]!;
  const p95 = quantile(all, 0.95);
  return [
    { what: `${questions.length} look-ups, a whole turn, p50`, figure: ms(quantile(all, 0.5)) },
    {
      what: "a whole turn, p95",
      figure: ms(p95),
      goal: `≤ ${MOST_MS} ms`,
      reached: p95 <= MOST_MS,
    },
    { what: `slowest command, ${kind}, p95`, figure: ms(quantile(times, 0.95)) },
  ];
}

/** The search for a row: names that stand in the words, and their features, against minisearch's features alone. */
async function rows(questions: readonly LookUpQuestion[]): Promise<Row[]> {
  const words = questions
    .filter((question) => kindOf(question) === "/authority")
    .map(({ ask }) => ask.replace(/^\/\S+\s*/u, ""));
  const knowledge = loadKnowledge(KNOWLEDGE);
  const { entries } = buildDirectory(knowledge);
  const peer = miniSearch([...knowledge.powers.entries.values()]);
  const own = await median(words, (one) => entries.find(one));
  const theirs = await median(words, (one) => peer.search(one));
  return [
    { what: `our search over ${knowledge.powers.entries.size} rows, p50`, figure: ms(own) },
    {
      what: `peer: minisearch, same features, p50 ${ms(theirs)}`,
      figure: `${(theirs / own).toFixed(1)}× ours`,
    },
  ];
}

async function median(words: readonly string[], find: (one: string) => unknown): Promise<number> {
  for (const one of words) find(one);
  return quantile(await timed(words.length * ROUNDS, (i) => find(words[i % words.length]!)), 0.5);
}

function miniSearch(entries: readonly AuthorityEntry[]) {
  const index = new MiniSearch<{ id: string; names: string; text: string }>({
    fields: ["names", "text"],
    tokenize: featuresOf,
    processTerm: (term) => term,
    searchOptions: { boost: { names: 3 } },
  });
  index.addAll(
    entries.map(({ id, matter, aliases, cases }) => ({
      id,
      names: [
        matter.zh,
        matter.en,
        ...aliases.zh,
        ...aliases.en,
        ...cases.flatMap(({ words }) => [...words.zh, ...words.en]),
      ].join("\n"),
      text: cases.flatMap(({ when }) => [when.zh, when.en]).join("\n"),
    })),
  );
  return index;
}
