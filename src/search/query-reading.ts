import { CALIBRATION } from "./calibration.ts";
import type { Reason } from "./catalogue-document.ts";
import { asTyped, featuresOfRuns, runsOf, type Run } from "./features.ts";
import { isStopWord, withoutAsking } from "./asking.ts";
import { expand, type Expansion, type Lexicon } from "./lexicon.ts";
import {
  asPair,
  asSyllable,
  readPinyin,
  soundFeaturesOfSyllables,
  syllablesOf,
  withoutAskingSounds,
} from "./sound.ts";
import { nearestWord } from "./spelling.ts";
import { rarity, type TextIndex } from "./text-index.ts";

/** What the search looks for, and where in the question it comes from. */
export type Wanted = {
  feature: string;
  weight: number;
  source: Extract<Reason["source"], "written" | "lexicon" | "sound">;
};

/** A question as the search understands it. */
export type QueryReading = { wanted: Wanted[]; expansions: Expansion[] };

/** Reads questions for one index: its vocabulary tells English from pinyin and a slip from a word. */
export type QueryReader = (normalised: string) => QueryReading;

/**
 * @param index over documents with sound features
 * @param lexicon everyday words and their official terms
 */
export function queryReader(index: TextIndex, lexicon: Lexicon): QueryReader {
  const vocabulary = vocabularyOf(index);
  return (normalised) => {
    const written = runsOf(withoutAsking(normalised));
    const wanted = groupLatin(written).flatMap((group) => wantedOf(group, vocabulary));
    const expansions = expand(lexicon, normalised);
    return { wanted: [...merged(wanted), ...expandedTerms(expansions, wanted)], expansions };
  };
}

type Vocabulary = {
  knows(feature: string): boolean;
  isWord(word: string): boolean;
  words: readonly string[];
  pairValue(first: string, second: string): number;
};

function vocabularyOf(index: TextIndex): Vocabulary {
  const knows = (feature: string) => index.terms.has(feature);
  const words = [...index.terms.keys()]
    .flatMap((feature) => /^=?([a-z]+)$/.exec(feature)?.[1] ?? [])
    .sort();
  return {
    knows,
    words,
    isWord: (word) =>
      isStopWord(word) ||
      knows(asTyped(word)) ||
      featuresOfRuns([{ script: "latin", text: word }]).some(knows),
    pairValue: (first, second) =>
      knows(asPair(first, second)) ? rarity(index, asPair(first, second)) : 0,
  };
}

/** Neighbouring Latin runs belong together: pinyin is often typed syllable by syllable. */
function groupLatin(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (run.script === "latin" && last?.[0]?.script === "latin") last.push(run);
    else groups.push([run]);
  }
  return groups;
}

function wantedOf(group: readonly Run[], vocabulary: Vocabulary): Wanted[] {
  const [first] = group;
  if (first?.script === "han") return wantedOfCharacters(first, vocabulary);
  if (first?.script === "number") return written(featuresOfRuns(group));
  return wantedOfLatin(
    group.map(({ text }) => text),
    vocabulary,
  );
}

/** A pair of characters nobody wrote may be a slip of the input method: its sound is looked for instead. */
function wantedOfCharacters(run: Run, vocabulary: Vocabulary): Wanted[] {
  return featuresOfRuns([run]).map((feature) => {
    const sound = vocabulary.knows(feature) ? undefined : pairSound(feature);
    return sound !== undefined && vocabulary.knows(sound)
      ? { feature: sound, weight: CALIBRATION.weights.sound, source: "sound" }
      : { feature, weight: 1, source: "written" };
  });
}

function pairSound(feature: string): string | undefined {
  const [first, second] = syllablesOf(feature);
  return first === undefined || second === undefined ? undefined : asPair(first, second);
}

/** Each stretch of Latin words is either English or pinyin, whichever most of its words are. */
function wantedOfLatin(words: readonly string[], vocabulary: Vocabulary): Wanted[] {
  const readings = words.map((word) => readPinyin(word, vocabulary.pairValue));
  const spoken = readings.filter((reading, at) => reading && !vocabulary.isWord(words[at]!)).length;
  const unread = readings.filter((reading) => !reading).length;
  if (spoken > 0 && unread === 0 && spoken * 2 >= words.length)
    return wantedOfSyllables(
      readings.flatMap((r) => r!),
      vocabulary,
    );
  const mended = words.map((word) => ({
    word,
    known: vocabulary.isWord(word) ? word : mend(word, vocabulary),
  }));
  const features = featuresOfRuns(
    mended.map(({ word, known }) => ({ script: "latin", text: known ?? word })),
  );
  const slips = mended.some(({ word, known }) => known !== undefined && known !== word);
  return slips
    ? features.map((feature) => ({
        feature,
        weight: CALIBRATION.weights.spelling,
        source: "written",
      }))
    : written(features);
}

function mend(word: string, vocabulary: Vocabulary): string | undefined {
  return nearestWord(word, vocabulary.words);
}

/** Sounds the index does not know tell nothing: they may be any character. */
function wantedOfSyllables(syllables: readonly string[], vocabulary: Vocabulary): Wanted[] {
  return withoutAskingSounds(syllables)
    .flatMap(soundFeaturesOfSyllables)
    .filter(vocabulary.knows)
    .map((feature) => ({ feature, weight: 1, source: "sound" }));
}

function written(features: readonly string[]): Wanted[] {
  return features.map((feature) => ({ feature, weight: 1, source: "written" }));
}

/** What is wanted twice weighs twice. */
function merged(wanted: readonly Wanted[]): Wanted[] {
  const byFeature = new Map<string, Wanted>();
  for (const one of wanted) {
    const before = byFeature.get(one.feature);
    byFeature.set(one.feature, before ? { ...before, weight: before.weight + one.weight } : one);
  }
  return [...byFeature.values()];
}

/** Official terms join the question unless it already uses them. */
function expandedTerms(expansions: readonly Expansion[], wanted: readonly Wanted[]): Wanted[] {
  const said = new Set(wanted.map(({ feature }) => feature));
  const added = new Set(expansions.flatMap(({ terms }) => terms).filter((term) => !said.has(term)));
  return Array.from(added, (feature) => ({
    feature,
    weight: CALIBRATION.weights.lexicon,
    source: "lexicon",
  }));
}
