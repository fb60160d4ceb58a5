import { pinyin } from "pinyin-pro";
import { ASKING_WORDS } from "./asking.ts";
import type { Run } from "./features.ts";
import { foldSyllable, SYLLABLES } from "./syllables.ts";

/*
 * Sound features let a word be found by how it is spoken: "~si" is a syllable, "~si pin" two side by side.
 * Tones are left out, and zh, ch, sh are written z, c, s, because many people type what they speak.
 */

/** Longest run of Latin letters that is taken apart into syllables. */
const LONGEST_PINYIN = 120;
/** A folded syllable has at most five letters: zuang. */
const LONGEST_SYLLABLE = 5;

/** The syllables of a run of Chinese characters, as they are read in its context. */
export function syllablesOf(characters: string): string[] {
  return pinyin(characters, { toneType: "none", type: "array", v: true }).map(foldSyllable);
}

/** Sound features of the Chinese in a text. */
export function soundFeaturesOf(runs: readonly Run[]): string[] {
  return runs.flatMap((run) =>
    run.script === "han" ? soundFeaturesOfSyllables(syllablesOf(run.text)) : [],
  );
}

/** Features of syllables spoken one after the other. */
export function soundFeaturesOfSyllables(syllables: readonly string[]): string[] {
  return syllables.flatMap((syllable, at) => {
    const next = syllables[at + 1];
    return next === undefined
      ? [asSyllable(syllable)]
      : [asSyllable(syllable), asPair(syllable, next)];
  });
}

function asSyllable(syllable: string): string {
  return `~${syllable}`;
}

export function asPair(first: string, second: string): string {
  return `~${first} ${second}`;
}

/** How much a pair of syllables says; 0 when nobody ever wrote it. */
export type PairValue = (first: string, second: string) => number;

type Path = { value: number; syllables: readonly string[] };

/**
 * Take pinyin without gaps apart: "sipinxukezheng" -> si pin xu ke zeng.
 * @param word Latin letters
 * @returns the reading with the likeliest pairs and the fewest syllables; undefined when the word
 *   cannot be read as syllables
 */
export function readPinyin(word: string, pairValue: PairValue): readonly string[] | undefined {
  if (word.length > LONGEST_PINYIN) return undefined;
  const letters = foldSyllable(word);
  /** Best path to each position, by its last syllable. */
  const paths: Map<string, Path>[] = [new Map([["", { value: 0, syllables: [] }]])];
  for (let end = 1; end <= letters.length; end++)
    paths.push(pathsTo(letters, end, paths, pairValue));
  return bestOf(paths[letters.length]!)?.syllables;
}

function pathsTo(
  letters: string,
  end: number,
  paths: readonly Map<string, Path>[],
  pairValue: PairValue,
) {
  const found = new Map<string, Path>();
  for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
    const syllable = letters.slice(start, end);
    if (!SYLLABLES.has(syllable)) continue;
    for (const [last, path] of paths[start]!) {
      const value = path.value - costOf(syllable, last, letters, pairValue);
      if (value > (found.get(syllable)?.value ?? -Infinity))
        found.set(syllable, { value, syllables: [...path.syllables, syllable] });
    }
  }
  return found;
}

/** Pairs somebody wrote are cheap, so the fewest and likeliest syllables win; a lone vowel is seldom meant. */
function costOf(syllable: string, last: string, letters: string, pairValue: PairValue): number {
  const value = last === "" ? 0 : pairValue(last, syllable);
  const pair = last === "" ? 0 : value > 0 ? 1 + value / 10 : 4;
  return pair + (syllable.length === 1 && letters.length > 1 ? 3 : 0);
}

function bestOf(paths: ReadonlyMap<unknown, Path>): Path | undefined {
  let best: Path | undefined;
  for (const path of paths.values()) if (!best || path.value > best.value) best = path;
  return best;
}

/** Words of asking in syllables; single characters are left out, they sound like too much else. */
const ASKING_SOUNDS: readonly (readonly string[])[] = ASKING_WORDS.filter(
  (word) => word.length > 1,
).map(syllablesOf);

/** Take the words of asking out of spoken syllables ("zen me ban"); what remains, in pieces between them. */
export function withoutAskingSounds(syllables: readonly string[]): string[][] {
  const pieces: string[][] = [[]];
  for (let at = 0; at < syllables.length;) {
    const asking = ASKING_SOUNDS.find((sounds) =>
      sounds.every((sound, offset) => syllables[at + offset] === sound),
    );
    if (asking) pieces.push([]);
    else pieces.at(-1)!.push(syllables[at]!);
    at += asking?.length ?? 1;
  }
  return pieces.filter((piece) => piece.length > 0);
}
