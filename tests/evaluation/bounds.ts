import { z } from "zod";
import { numbersIn, type Unit } from "./numbers.ts";

export const Bound = z.enum(["at-least", "at-most", "more-than", "less-than", "exactly"]);
export type Bound = z.infer<typeof Bound>;

type Side = Exclude<Bound, "exactly"> | null;

/** What follows a number tells its side first, then what stands before it. */
const AFTER: readonly (readonly [RegExp, Side])[] = [
  [/^(?:人民币)?(?:以上|起步?|及以上|或以上)/u, "at-least"],
  [/^(?:人民币)?(?:以下|以内|之内|内|封顶|为限|及以下)/u, "at-most"],
  [/^(?:元|个)?(?:到|至|[-—–~～])/u, "at-least"],
];
const BEFORE: readonly (readonly [RegExp, Side])[] = [
  [/(?:不低于|不少于|不得少于|不小于|至少|最低|起码)(?:人民币)?\s*$/u, "at-least"],
  [/(?:不超过|不得超过|不高于|最多|最高|至多|最长|不大于)(?:人民币)?\s*$/u, "at-most"],
  [/(?:不足|不满|低于|少于|不到|未满|小于)(?:人民币)?\s*$/u, "less-than"],
  [/(?:超过|多于|高于|大于)(?:人民币)?\s*$/u, "more-than"],
  [/(?:到|至|[-—–~～])\s*$/u, "at-most"],
];

/** The places of a number in a sentence, with the side on which the rule lies there; null: not said. */
export function placesOf(sentence: string, number: number, unit: Unit) {
  return numbersIn(sentence)
    .filter((written) => written.number === number && (written.unit ?? unit) === unit)
    .map(({ from, to }) => {
      const before = BEFORE.find(([pattern]) => pattern.test(sentence.slice(0, from)))?.[1];
      const after = AFTER.find(([pattern]) => pattern.test(sentence.slice(to)))?.[1];
      return {
        side: after ?? before ?? null,
        words: sentence.slice(Math.max(0, from - 4), to + 4),
      };
    });
}

/** What may not stand for a bound, when it stands everywhere. 以上 and 以下 hold the number itself, 不足 and 超过 do not. */
const AGAINST: Record<Bound, readonly Side[]> = {
  "at-least": ["at-most", "less-than"],
  "at-most": ["at-least", "more-than"],
  "less-than": ["at-least", "at-most", "more-than"],
  "more-than": ["at-most", "at-least", "less-than"],
  exactly: [],
};

/** @returns the words that give the number as another bound than the law does, when all places do; else null */
export function against(
  { bound, number, unit }: { bound: Bound; number: number; unit: Unit },
  sentences: readonly string[],
): string | null {
  const places = sentences.flatMap((sentence) => placesOf(sentence, number, unit));
  const wrong = places.filter(({ side }) => side !== null && AGAINST[bound].includes(side));
  return wrong.length > 0 && wrong.length === places.length ? wrong[0]!.words : null;
}
