import { withoutAsking } from "./asking.ts";
import { CALIBRATION } from "./calibration.ts";
import { featuresOfRuns, runsOf, type Run } from "./features.ts";
import { wantedOfLatin } from "./latin-reading.ts";
import { expand, type Expansion, type Lexicon } from "./lexicon.ts";
import { asPair, syllablesOf } from "./sound.ts";
import type { TextIndex } from "./text-index.ts";
import { vocabularyOf, type Vocabulary } from "./vocabulary.ts";
import { written, type Wanted } from "./wanted.ts";

/** A question as the search understands it. */
export type QueryReading = { wanted: Wanted[]; expansions: Expansion[] };

/** Reads normalised questions for one index. */
export type QueryReader = (normalised: string) => QueryReading;

/**
 * @param index over documents with sound features
 * @param lexicon everyday words and their official terms
 */
export function queryReader(index: TextIndex, lexicon: Lexicon): QueryReader {
  const vocabulary = vocabularyOf(index);
  return (normalised) => {
    const runs = runsOf(withoutAsking(normalised));
    const wanted = groupLatin(runs).flatMap((group) => wantedOf(group, vocabulary));
    const expansions = expand(lexicon, normalised);
    return { wanted: [...merged(wanted), ...expandedTerms(expansions, wanted)], expansions };
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
