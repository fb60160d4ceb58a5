import { CALIBRATION } from "./calibration.ts";
import { featuresOfRuns } from "./features.ts";
import { readPinyin, soundFeaturesOfSyllables, withoutAskingSounds } from "./sound.ts";
import { nearestWord } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { written, type Wanted } from "./wanted.ts";

/** Mending takes time: beyond so many words in a row a text has said what it is about. */
const MOST_MENDED = 100;

/**
 * What neighbouring Latin words look for. They are either all English or all pinyin, whichever most of them are.
 * @param words lower-case letters
 */
export function wantedOfLatin(words: readonly string[], vocabulary: Vocabulary): Wanted[] {
  const spoken = spokenSyllables(words, vocabulary);
  return spoken ? wantedOfSyllables(spoken, vocabulary) : wantedOfEnglish(words, vocabulary);
}

function spokenSyllables(words: readonly string[], vocabulary: Vocabulary): string[] | undefined {
  const readings = words.map((word) => readPinyin(word, vocabulary.pairValue));
  if (!readings.every((reading) => reading !== undefined)) return undefined;
  const foreign = words.filter(
    (word, at) => !vocabulary.isWord(word) || isSpoken(readings[at]!, vocabulary),
  ).length;
  return foreign > 0 && foreign * 2 >= words.length ? readings.flat() : undefined;
}

/** "xuke" is spoken Chinese though somebody wrote it as a word: each two of its syllables stand together somewhere. */
function isSpoken(syllables: readonly string[], { pairValue }: Vocabulary): boolean {
  return (
    syllables.length > 1 &&
    syllables.slice(1).every((syllable, at) => pairValue(syllables[at]!, syllable) > 0)
  );
}

/** Sounds the index does not know tell nothing: they may be any character. */
function wantedOfSyllables(syllables: readonly string[], vocabulary: Vocabulary): Wanted[] {
  return withoutAskingSounds(syllables)
    .flatMap(soundFeaturesOfSyllables)
    .filter(vocabulary.knows)
    .map((feature) => ({ feature, weight: 1, source: "sound" }));
}

function wantedOfEnglish(words: readonly string[], vocabulary: Vocabulary): Wanted[] {
  const meant = words.map((word, at) => (at < MOST_MENDED ? mended(word, vocabulary) : word));
  const features = featuresOfRuns(meant.map((text) => ({ script: "latin", text })));
  const slipped = meant.some((word, at) => word !== words[at]);
  const trust = slipped ? CALIBRATION.weights.spelling : 1;
  return written(features).map((wanted) => ({ ...wanted, weight: wanted.weight * trust }));
}

function mended(word: string, vocabulary: Vocabulary): string {
  if (vocabulary.isWord(word)) return word;
  return nearestWord(word, vocabulary.wordsUnder(word.charAt(0))) ?? word;
}
