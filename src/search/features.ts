import { stemmer } from "stemmer";
import { isStopWord, withoutAsking } from "./asking.ts";
import { normalise } from "./normalise.ts";

/*
 * How a feature is written: 食 and 食品 for characters and pairs of them, "licens" for an English stem,
 * "=license" for the word as typed, "food+licens" for two stems side by side, "500" for a number.
 */

/** Runs of one script, longest possible. */
const RUNS = /\p{Script=Han}+|[a-z]+|\d+(?:\.\d+)?/gu;

/** A text cut into runs of Chinese, Latin letters and numbers. */
export type Run = { script: "han" | "latin" | "number"; text: string };

/**
 * Everything of a text that can be searched for.
 * @param text any string
 * @returns features in the order of the text; a feature said twice stands there twice
 */
export function featuresOf(text: string): string[] {
  return featuresOfRuns(runsOf(withoutAsking(normalise(text))));
}

/**
 * @param normalised text as `normalise` returns it
 * @returns its runs in order; punctuation and other scripts only separate
 */
export function runsOf(normalised: string): Run[] {
  return Array.from(normalised.matchAll(RUNS), ([text]) => ({ script: scriptOf(text), text }));
}

function scriptOf(run: string): Run["script"] {
  const first = run.charCodeAt(0);
  if (first > 0x7f) return "han";
  return first > 0x39 ? "latin" : "number";
}

/** Features of runs; English words join into pairs as long as only stop words stand between them. */
export function featuresOfRuns(runs: readonly Run[]): string[] {
  const features: string[] = [];
  let before: string | undefined;
  for (const run of runs) {
    if (run.script === "latin" && isStopWord(run.text)) continue;
    const stem = run.script === "latin" ? addWord(features, run.text, before) : undefined;
    if (run.script === "han") addCharacters(features, run.text);
    if (run.script === "number") features.push(run.text);
    before = stem;
  }
  return features;
}

function addWord(features: string[], word: string, before: string | undefined): string {
  const stem = stemmer(word);
  features.push(stem);
  if (stem !== word) features.push(asTyped(word));
  if (before !== undefined) features.push(`${before}+${stem}`);
  return stem;
}

function addCharacters(features: string[], run: string): void {
  const characters = Array.from(run);
  characters.forEach((character, at) => {
    features.push(character);
    const next = characters[at + 1];
    if (next !== undefined) features.push(character + next);
  });
}

/** Whether a feature is the form in which an English word was typed. */
export function isTyped(feature: string): boolean {
  return feature.startsWith("=");
}

/** The feature of an English word in exactly the form it was typed. */
export function asTyped(word: string): string {
  return `=${word}`;
}
