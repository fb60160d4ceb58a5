import type { Span } from "../../domain/condition.ts";

/** Words in front of or behind a number by which only a side of it is known. */
const SIDES: readonly (readonly [keyof Span, RegExp, RegExp])[] = [
  [
    "atMost",
    /(?:不超过|不大于|最多|至多|顶多|up to|at most|no more than|not more than)\s*$/iu,
    /^\s*(?:以下|以内|之内|以里|往下|or less|or under)/iu,
  ],
  [
    "lessThan",
    /(?:不到|不足|没到|未到|少于|小于|低于|将近|接近|没有|快|奔|(?<![大店面])小|under|less than|fewer than|below|nearly|almost)\s*$/iu,
    /^\s*(?:都|还|也|就)?(?:不到|没到|不足|不满|未满)/u,
  ],
  [
    "atLeast",
    /(?:至少|最少|起码|不少于|不低于|上(?=$)|at least)\s*$/iu,
    /^\s*(?:以上|往上|打底|or more|and more|and up)/iu,
  ],
  [
    "moreThan",
    /(?:超过|大于|多于|高于|不止|more than|over|above)\s*$/iu,
    /^(?:多|好几|几)|^\s*(?:多|出头|挂零)/u,
  ],
];
/** 来, 左右: near it, a tenth up or down. */
const ABOUT = /^\s*(?:来|左右|上下)/u;
const NEAR = 0.1;

/** @returns the number, or the side of it that the words around it leave; null for none */
export function sided(number: number, before: string, behind: string): number | Span | null {
  if (!Number.isFinite(number)) return null;
  const side = SIDES.find(([, front, back]) => front.test(before) || back.test(behind));
  if (side) return { [side[0]]: number };
  return ABOUT.test(behind) ? near(number) : number;
}

const near = (number: number): Span => ({
  atLeast: Math.round(number * (1 - NEAR)),
  atMost: Math.round(number * (1 + NEAR)),
});
