import type { Span } from "../../domain/condition.ts";
import type { PackageFact } from "../../domain/package.ts";
import { readSpokenNumber, SPOKEN_NUMBER } from "../../language/spoken-number.ts";

/** Words in front of or behind a number by which only a side of it is known. */
const SIDES: readonly (readonly [keyof Span, RegExp, RegExp])[] = [
  [
    "atMost",
    /(?:不超过|不大于|最多|至多|顶多|up to|at most|no more than)\s*$/iu,
    /^\s*(?:以下|以内|之内|or less)/iu,
  ],
  ["lessThan", /(?:不到|不足|没到|少于|小于|低于|under|less than|fewer than|below)\s*$/iu, /^(?!)/],
  [
    "atLeast",
    /(?:至少|最少|起码|不少于|不低于|at least)\s*$/iu,
    /^\s*(?:以上|往上|打底|or more|and more)/iu,
  ],
  [
    "moreThan",
    /(?:超过|大于|多于|高于|不止|more than|over|above)\s*$/iu,
    /^(?:多|好几|几)|^\s*出头/u,
  ],
];

const ABOUT = String.raw`\s*(?:多|来|左右|上下)?\s*`;
const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);

/** A unit that is one Chinese character is no unit inside a word: 一平台, 3人民. */
const unitPattern = (word: string) =>
  /[a-z0-9²]$/iu.test(word)
    ? String.raw`${escaped(word)}(?![a-z])`
    : `${escaped(word)}(?!台|员|民|地)`;

/**
 * The number of a fact that a text names by its unit ("200平") or by what stands in front of it ("面积200").
 * @param asked whether our question was about it: then a bare number answers
 * @returns a number, a span where only a side is said, or null
 */
export function numberSaid(text: string, fact: PackageFact, asked: boolean): number | Span | null {
  const typed = text.replaceAll(/(?<=\d),(?=\d{3})/g, "");
  return withUnit(typed, fact) ?? called(typed, fact) ?? (asked ? bare(typed, fact) : null);
}

function withUnit(text: string, { units, times }: PackageFact): number | Span | null {
  const words = longestFirst([...(units?.zh ?? []), ...(units?.en ?? [])]);
  if (words.length === 0) return null;
  const unit = words.map(unitPattern).join("|");
  const range = new RegExp(
    `(${SPOKEN_NUMBER})\\s*(?:到|至|-|~|–|to)\\s*(${SPOKEN_NUMBER})\\s*(${unit})`,
    "iu",
  ).exec(text);
  if (range) {
    const each = timesOf(range[3]!, times);
    return spanOf(readSpokenNumber(range[1]!) * each, readSpokenNumber(range[2]!) * each);
  }
  const match = new RegExp(`(${SPOKEN_NUMBER})(${ABOUT})(?:个)?(${unit})`, "iu").exec(text);
  if (!match) return null;
  const number = readSpokenNumber(match[1]!) * timesOf(match[3]!, times);
  const before = text.slice(0, match.index);
  const behind = text.slice(match.index + match[0].length);
  return sided(number, before, match[2]!.trim() + behind);
}

function called(text: string, { called: words, bare: each }: PackageFact): number | Span | null {
  const names = longestFirst([...(words?.zh ?? []), ...(words?.en ?? [])]);
  if (names.length === 0) return null;
  const pattern = `(?:${names.map(escaped).join("|")})([^\\d，。,.;；]{0,6}?)(${SPOKEN_NUMBER})`;
  const match = new RegExp(pattern, "iu").exec(text);
  if (!match) return null;
  return sided(inLargeUnits(match[2]!, each), match[1]!, text.slice(match.index + match[0].length));
}

/** Only a number, with the little words around it: "大概300吧", "不对，是400". */
function bare(text: string, { bare: each }: PackageFact): number | Span | null {
  const pattern = `^(\\P{Nd}{0,10}?)(${SPOKEN_NUMBER})((?:多|来|左右|上下|以上|以下|以内|出头|吧|啊|呀|的样子|or so)*)[。.!！\\s]*$`;
  const match = new RegExp(pattern, "iu").exec(text.trim());
  if (!match) return null;
  return sided(inLargeUnits(match[2]!, each), match[1]!, match[3]!);
}

/** "30" to a question in 万元 is 300,000; "30万" and "300000" are what they say. */
function inLargeUnits(text: string, each: number): number {
  const number = readSpokenNumber(text);
  return number < each && !/[万千]/u.test(text) ? number * each : number;
}

const timesOf = (unit: string, times: PackageFact["times"]) => times[unit.toLowerCase()] ?? 1;

function spanOf(from: number, to: number): Span | null {
  return Number.isFinite(from) && Number.isFinite(to) && from <= to
    ? { atLeast: from, atMost: to }
    : null;
}

function sided(number: number, before: string, behind: string): number | Span | null {
  if (!Number.isFinite(number)) return null;
  const side = SIDES.find(([, front, back]) => front.test(before) || back.test(behind));
  return side ? { [side[0]]: number } : number;
}
