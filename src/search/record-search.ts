import { buildIndex } from "./build-index.ts";
import { featuresOf } from "./features.ts";
import { normalise } from "./normalise.ts";
import { queryOf, scores, type TextIndex } from "./text-index.ts";

/** A record that staff look up: what it is called, and what else is said of it. */
export type FindableRecord = { id: string; names: readonly string[]; text: readonly string[] };

/** A record that was found. */
export type RecordHit = {
  id: string;
  /** How many characters of the words are names of the record. */
  named: number;
  /** Comparable within one result. */
  score: number;
  /** Share (0..1) of the weight of the words that the record holds. */
  share: number;
};

/** Looks records up by the words a person types. */
export type RecordSearch = {
  /** @returns best first: what the words name before what they only touch; nothing when they share nothing */
  find(words: string, limit?: number): RecordHit[];
};

/** Names say more of a record than what is told of it; neither is weakened much by its length. */
const SETTINGS = {
  saturation: 1.2,
  fields: [
    { weight: 3, lengthPenalty: 0.3 },
    { weight: 1, lengthPenalty: 0.6 },
  ],
};

/** What one character of a name that stands in the words counts beside the words' features. */
const NAMED = 2.5;
const MOST = 5;

/** @returns a search over a few hundred records, built in memory */
export function buildRecordSearch(records: readonly FindableRecord[]): RecordSearch {
  // The longest first, so that a short name inside a long one is not counted twice.
  const names = records.map((record) =>
    [...new Set(record.names.map((name) => normalise(name)))]
      .filter((name) => name !== "")
      .sort((a, b) => b.length - a.length),
  );
  const index = buildIndex(
    records.map(({ id, names: called, text }) => ({
      id,
      fields: [called.flatMap(featuresOf), text.flatMap(featuresOf)],
    })),
    SETTINGS,
  );
  const rarest = index.rarity.reduce((most, one) => Math.max(most, one), 1);
  return {
    find(words, limit = MOST) {
      const typed = normalise(words);
      const query = queryOf(featuresOf(words));
      const found = scores(index, query);
      const most = heaviest(index, rarest, query);
      const begins = new Set(typed);
      return records
        .map(({ id }, i): RecordHit => {
          const named = coveredBy(names[i]!, typed, begins);
          const score = found[i]! + NAMED * named;
          return { id, named, score, share: most === 0 ? 0 : Math.min(1, found[i]! / most) };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

/** What a record would score that holds every feature of the words once in its names. */
function heaviest(
  { rarity, terms }: TextIndex,
  rarest: number,
  query: ReadonlyMap<string, number>,
): number {
  return [...query].reduce((sum, [feature, weight]) => {
    const term = terms.get(feature);
    return sum + weight * (term === undefined ? rarest : rarity[term]!);
  }, 0);
}

/** Characters of the words that names of the record cover, the longest first, none twice. */
function coveredBy(names: readonly string[], words: string, begins: ReadonlySet<string>): number {
  let rest = words;
  let covered = 0;
  for (const name of names) {
    // Most names begin with a character that nobody typed.
    if (!begins.has(name[0]!) || !standsIn(rest, name)) continue;
    covered += name.length / (/^[a-z0-9 ]+$/.test(name) ? LETTERS_A_CHARACTER : 1);
    rest = rest.replace(name, "\n");
  }
  return covered;
}

/** An English word says about as much as a third of its letters in Chinese characters. */
const LETTERS_A_CHARACTER = 3;

/** A Latin name stands only where no word is cut. */
function standsIn(words: string, name: string): boolean {
  const at = words.indexOf(name);
  if (at < 0) return false;
  if (!/^[a-z0-9]/.test(name)) return true;
  const before = words[at - 1] ?? " ";
  const after = words[at + name.length] ?? " ";
  return !/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after);
}
