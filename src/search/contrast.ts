import { CALIBRATION } from "./calibration.ts";
import type { QueryReading } from "./query-reading.ts";
import type { Trial } from "./rehearsal.ts";
import { rarityOf, scores, type Query, type TextIndex } from "./text-index.ts";

/*
 * BM25 knows which words are rare, not which words tell neighbours apart: "filing" and "licence" are common, and
 * yet all that separates two items. That is learned: a weight for every word and group that met in a rehearsal,
 * such that the right group comes before its rivals (softmax over the rivals; AdaGrad: Duchi, Hazan and Singer
 * 2011). The weights are kept like an index: `documents` are groups, `impacts` the weights, negative ones too.
 */

/** Weights below this change nothing. */
const NEGLIGIBLE = 0.01;

/** A trial in numbers: the place of each weight, rival by rival. */
type Lesson = { shares: Float32Array; places: Int32Array; bases: Float64Array; right: number };

/**
 * @param trials rehearsed example questions
 * @param ids of the groups by number
 */
export function learnContrast(trials: readonly Trial[], ids: readonly string[]): TextIndex {
  const contrast = emptyContrast(trials, ids);
  const places = new Map<number, number>();
  const lessons = trials.map((trial) => lessonOf(trial, contrast, places));
  return withWeights(contrast, places, practise(lessons, places.size));
}

/** What the words of a question add to each group, as shares of the best score. */
export function contrastOf(contrast: TextIndex, reading: QueryReading): Float32Array {
  const written = reading.wanted.filter(({ source }) => source === "written");
  const voice = voiceOf(
    contrast,
    written.map(({ feature }) => feature),
  );
  return scores(contrast, voice).map((score) => CALIBRATION.contrast.share * score);
}

function emptyContrast(trials: readonly Trial[], ids: readonly string[]): TextIndex {
  const said = new Map<string, number>();
  for (const { features } of trials)
    for (const feature of features) said.set(feature, (said.get(feature) ?? 0) + 1);
  return {
    ids,
    terms: new Map(Array.from(said.keys(), (feature, term) => [feature, term])),
    starts: new Uint32Array(said.size + 1),
    documents: new Uint32Array(),
    impacts: new Float32Array(),
    rarity: Float32Array.from(said.values(), (count) => rarityOf(count, trials.length)),
  };
}

/** The known words of a text, the rarer the louder; together of length 1, so that long texts say no more than short. */
function voiceOf({ terms, rarity }: TextIndex, features: readonly string[]): Query {
  const known = features.filter((feature) => terms.has(feature));
  const loudness = known.map((feature) => rarity[terms.get(feature)!]!);
  const length = Math.hypot(...loudness) || 1;
  return new Map(known.map((feature, at) => [feature, loudness[at]! / length]));
}

function lessonOf(trial: Trial, contrast: TextIndex, places: Map<number, number>): Lesson {
  const voice = voiceOf(contrast, trial.features);
  const terms = Array.from(voice.keys(), (feature) => contrast.terms.get(feature)!);
  const placeOf = (term: number, group: number) => {
    const key = term * contrast.ids.length + group;
    if (!places.has(key)) places.set(key, places.size);
    return places.get(key)!;
  };
  return {
    shares: Float32Array.from(voice.values()),
    places: Int32Array.from(
      trial.rivals.flatMap(({ group }) => terms.map((term) => placeOf(term, group))),
    ),
    bases: Float64Array.from(trial.rivals, ({ share }) => CALIBRATION.contrast.trust * share),
    right: trial.rivals.findIndex(({ group }) => group === trial.right),
  };
}

function practise(lessons: readonly Lesson[], size: number): Float32Array {
  const weights = new Float32Array(size);
  const steps = new Float32Array(size).fill(0.01);
  const order = lessons.map((_, at) => at);
  const draw = chance();
  for (let round = 0; round < CALIBRATION.contrast.rounds; round++) {
    shuffle(order, draw);
    for (const at of order) learn(lessons[at]!, weights, steps);
  }
  return weights;
}

/** Move the weights of one lesson a step towards its right group and away from the likeliest rivals. */
function learn(
  { shares, places, bases, right }: Lesson,
  weights: Float32Array,
  steps: Float32Array,
): void {
  const chances = softmax(
    bases.map((base, rival) => {
      let sum = base;
      for (let word = 0; word < shares.length; word++)
        sum += shares[word]! * weights[places[rival * shares.length + word]!]!;
      return sum;
    }),
  );
  chances[right]! -= 1;
  for (let at = 0; at < places.length; at++) {
    const slope = chances[Math.floor(at / shares.length)]! * shares[at % shares.length]!;
    const place = places[at]!;
    steps[place]! += slope * slope;
    weights[place]! -= (CALIBRATION.contrast.step * slope) / Math.sqrt(steps[place]!);
  }
}

function softmax(values: Float64Array): Float64Array {
  const highest = Math.max(...values);
  const raised = values.map((value) => Math.exp(value - highest));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

function withWeights(
  contrast: TextIndex,
  places: ReadonlyMap<number, number>,
  weights: Float32Array,
): TextIndex {
  const weightOf = (key: number) => weights[places.get(key)!]!;
  // Bare numbers: sorting a million pairs took a third of the learning.
  const telling = Float64Array.from(places.keys())
    .filter((key) => Math.abs(weightOf(key)) >= NEGLIGIBLE)
    .sort();
  const { starts, ids } = contrast;
  for (const key of telling) starts[Math.floor(key / ids.length) + 1]!++;
  for (let term = 1; term < starts.length; term++) starts[term]! += starts[term - 1]!;
  return {
    ...contrast,
    documents: Uint32Array.from(telling, (key) => key % ids.length),
    impacts: Float32Array.from(telling, weightOf),
  };
}

/** The same numbers between 0 and 1 every time, so that the same examples teach the same. */
function chance(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
}

/** Fisher and Yates. */
function shuffle(order: number[], draw: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}
