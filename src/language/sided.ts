import type { Span } from "../domain/condition.ts";

/** Words in front of or behind a number by which only a side of it is known. */
const SIDES: readonly (readonly [keyof Span, RegExp, RegExp])[] = [
  [
    "atMost",
    /(?:不超过|没超过|不大于|最多|至多|顶多|up to|at most|no more than|not more than)\s*$/iu,
    /^\s*(?:以下|以内|之内|or less|or under)/iu,
  ],
  [
    "lessThan",
    /(?:不到|不足|没到|少于|小于|低于|under|less than|fewer than|below)\s*$/iu,
    /^\s*(?:不到|都不到|不足)/u,
  ],
  [
    "atLeast",
    /(?:至少|最少|起码|不少于|不低于|at least)\s*$/iu,
    /^\s*(?:以上|往上|打底|or more|and more|or over|and over)/iu,
  ],
  [
    "moreThan",
    /(?:超过|大于|多于|高于|不止|超|more than|over|above)\s*$/iu,
    /^(?:多|好几|几)|^\s*(?:出头|开外)/u,
  ],
];

/**
 * What is known of a number with the words beside it: 超过4.5吨, 300平以下, 一千多人.
 * @param before text in front of the number
 * @param behind text behind the number and its unit
 * @returns the number, or a span where only a side is said; "多" ends where the next round number begins
 */
export function sided(number: number, before: string, behind: string): number | Span {
  const side = SIDES.find(([, front, back]) => front.test(before) || back.test(behind))?.[0];
  if (side === undefined) return number;
  const isRound = side === "moreThan" && /^(?:多|好几|几)/u.test(behind);
  return isRound ? { moreThan: number, lessThan: number + lastPlace(number) } : { [side]: number };
}

/** What the last digit that is not nought counts: 1000 in 1000, 100 in 1500. */
function lastPlace(number: number): number {
  let place = 1;
  while (number > 0 && number % (place * 10) === 0) place *= 10;
  return place;
}
