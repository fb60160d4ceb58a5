import { isStopWord } from "./asking.ts";
import { asTyped, featuresOfRuns } from "./features.ts";
import { asPair } from "./sound.ts";
import { rarity, type TextIndex } from "./text-index.ts";

/** What an index has words for: it tells English from pinyin, and a slip from a word. */
export type Vocabulary = {
  knows(feature: string): boolean;
  isWord(word: string): boolean;
  /** Known English words that begin with a letter, in alphabetical order. */
  wordsUnder(initial: string): readonly string[];
  pairValue(first: string, second: string): number;
};

/** @param index over documents with sound features */
export function vocabularyOf(index: TextIndex): Vocabulary {
  const knows = (feature: string) => index.terms.has(feature);
  const words = [...index.terms.keys()].flatMap(
    (feature) => /^=?([a-z]+)$/.exec(feature)?.[1] ?? [],
  );
  const byInitial = Map.groupBy(words.sort(), (word) => word.charAt(0));
  return {
    knows,
    wordsUnder: (initial) => byInitial.get(initial) ?? [],
    isWord: (word) =>
      isStopWord(word) ||
      knows(asTyped(word)) ||
      featuresOfRuns([{ script: "latin", text: word }]).some(knows),
    pairValue: (first, second) =>
      knows(asPair(first, second)) ? rarity(index, asPair(first, second)) : 0,
  };
}
