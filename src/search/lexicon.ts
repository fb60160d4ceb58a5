import { stemmer } from "stemmer";
import type { Language } from "../domain/language.ts";
import { featuresOf, runsOf } from "./features.ts";
import { normalise } from "./normalise.ts";

/** One everyday-word entry: whoever says one of `words` means `terms`. Data of the caller. */
export type LexiconEntry = {
  words: Readonly<Record<Language, readonly string[]>>;
  terms: Readonly<Record<Language, readonly string[]>>;
};

/** Words to look for in a text, each with what it stands for. */
export type WordList<Meaning> = {
  meanings: ReadonlyMap<string, readonly Meaning[]>;
  longest: number;
};

/** A word found in a text. */
export type Match<Meaning> = { word: string; meaning: Meaning };

/** An everyday word found, with the features it is written in and those of its official terms. */
export type Expansion = { word: string; covers: readonly string[]; terms: readonly string[] };

/** A lexicon made ready for matching. */
export type Lexicon = WordList<{ covers: readonly string[]; terms: readonly string[] }>;

/** Make a lexicon ready: what it takes to expand a query is worked out once. */
export function compileLexicon(entries: readonly LexiconEntry[]): Lexicon {
  return wordList(
    entries.flatMap(({ words, terms }) => {
      const official = [...new Set([...terms.zh, ...terms.en].flatMap(featuresOf))];
      return [...words.zh, ...words.en].map((word) => ({
        word,
        meaning: { covers: [...new Set(featuresOf(word))], terms: official },
      }));
    }),
  );
}

/**
 * The everyday words in a text and what they officially are.
 * @param normalised text as `normalise` returns it
 * @returns in the order of the text; where words overlap the longest wins
 */
export function expand(lexicon: Lexicon, normalised: string): Expansion[] {
  return matchWords(lexicon, normalised).map(({ word, meaning }) => ({ word, ...meaning }));
}

/** Make any list of words ready for matching; a word with several meanings keeps them all. */
export function wordList<Meaning>(
  entries: readonly { word: string; meaning: Meaning }[],
): WordList<Meaning> {
  const meanings = new Map<string, Meaning[]>();
  let longest = 0;
  for (const { word, meaning } of entries) {
    const tokens = tokensOf(normalise(word));
    if (tokens.length === 0) continue;
    const key = keyOf(tokens);
    meanings.set(key, [...(meanings.get(key) ?? []), meaning]);
    longest = Math.max(longest, tokens.length);
  }
  return { meanings, longest };
}

/** The meanings of a normalised text that is nothing but one word of the list. */
export function meaningsOf<Meaning>(
  list: WordList<Meaning>,
  normalised: string,
): readonly Meaning[] {
  return list.meanings.get(keyOf(tokensOf(normalised))) ?? [];
}

/** Find the words of a list in a normalised text: from left to right, the longest first, none overlapping. */
export function matchWords<Meaning>(list: WordList<Meaning>, normalised: string): Match<Meaning>[] {
  const tokens = tokensOf(normalised);
  const matches: Match<Meaning>[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = longestAt(list, tokens, at);
    for (const meaning of found?.meanings ?? []) matches.push({ word: found!.word, meaning });
    at += found?.length ?? 1;
  }
  return matches;
}

function longestAt<Meaning>(list: WordList<Meaning>, tokens: readonly string[], at: number) {
  for (let length = Math.min(list.longest, tokens.length - at); length > 0; length--) {
    const word = keyOf(tokens.slice(at, at + length));
    const meanings = list.meanings.get(word);
    if (meanings) return { word, meanings, length };
  }
  return undefined;
}

function keyOf(tokens: readonly string[]): string {
  return tokens.join(" ");
}

/** Chinese characters one by one, English stems, numbers: the pieces of which words are made. */
function tokensOf(normalised: string): string[] {
  return runsOf(normalised).flatMap(({ script, text }) => {
    if (script === "han") return Array.from(text);
    return script === "latin" ? stemmer(text) : text;
  });
}
