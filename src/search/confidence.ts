import { CALIBRATION } from "./calibration.ts";
import type { QueryReading } from "./query-reading.ts";
import { rarity, type TextIndex } from "./text-index.ts";
import type { Wanted } from "./wanted.ts";

/** What speaks for the best group of a result. */
export type Signals = {
  /** Share of the question's information that the group explains, 0..1. */
  coverage: number;
  /** How far the group is ahead of the next one, as a share of its own score, 0..1. */
  lead: number;
  /** The same for the one after that: a group with one near neighbour is surer than one among many. */
  clear: number;
  /** Whether the question is in Chinese, which scores higher: every character and pair of them counts. */
  chinese: boolean;
  /** Score of the group. */
  score: number;
};

/**
 * How likely the group is what was meant.
 * @returns 0..1; the constants are measured, see CALIBRATION
 */
export function confidenceOf({ coverage, lead, clear, chinese, score }: Signals): number {
  const per = CALIBRATION.confidence;
  const evidence =
    per.bias +
    per.coverage * coverage +
    per.lead * lead +
    per.clear * clear +
    per.score * Math.log1p(score) +
    (chinese ? per.chinese : 0);
  return 1 / (1 + Math.exp(-evidence));
}

/**
 * The share of a question that a group explains. Every feature weighs as much as it tells: what no document
 * holds tells most and is never explained. An everyday word is explained by its official terms.
 * @param explains whether the group holds a feature
 */
export function coverageOf(
  index: TextIndex,
  reading: QueryReading,
  explains: (feature: string) => boolean,
): number {
  const translated = new Set(
    reading.expansions
      .filter(({ terms }) => mostlyExplained(index, terms, explains))
      .flatMap(({ covers }) => covers),
  );
  const own = reading.wanted.filter(({ source }) => source !== "lexicon");
  const told = sum(own, (wanted) => information(index, wanted));
  const explained = own.filter(({ feature }) => translated.has(feature) || explains(feature));
  return told === 0 ? 0 : sum(explained, (wanted) => information(index, wanted)) / told;
}

function mostlyExplained(
  index: TextIndex,
  terms: readonly string[],
  explains: (feature: string) => boolean,
): boolean {
  const all = sum(terms, (term) => rarity(index, term));
  const held = sum(terms.filter(explains), (term) => rarity(index, term));
  return held * 2 >= all && held > 0;
}

function information(index: TextIndex, { feature, weight }: Wanted): number {
  return weight * rarity(index, feature);
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
