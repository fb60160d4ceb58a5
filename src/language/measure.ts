import { readChineseNumber } from "../domain/chinese-number.ts";
import type { Span } from "../domain/condition.ts";
import { sided } from "./sided.ts";

type Unit = {
  words: { zh: readonly string[]; en: readonly string[] };
  factor: number;
};

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const NUMERAL = `${DIGITS}|[零〇一二两三四五六七八九十百千]+(?:万[零〇一二两三四五六七八九十百千]*)?`;
const MULTIPLE: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };
const ABOUT = "(?:多|来|几|左右)?个?";
/** 八九十, 七八: one of two neighbours. */
const EITHER = /^([一二三四五六七八])([二三四五六七八九])([十百千万]*)$/u;

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The number that stands with one of the units: "280平", "三吨八", "超过4.5吨", "八九十平".
 * @returns it in the base unit; a span where only a side of it is said; null when there is none
 */
export function readMeasure(text: string, units: readonly Unit[]): number | Span | null {
  const words = units
    .flatMap(({ words: { zh, en }, factor }) => [...zh, ...en].map((word) => ({ word, factor })))
    .sort((a, b) => b.word.length - a.word.length);
  for (const { word, factor } of words) {
    const match = patternOf(word).exec(text);
    if (!match) continue;
    const [whole, typed, multiple, about, tenth] = match;
    const before = text.slice(0, match.index);
    const behind = (about ?? "") + text.slice(match.index + whole.length);
    const each = factor * (MULTIPLE[multiple ?? ""] ?? 1);
    const pair = neighbours(typed!);
    if (pair) return { atLeast: round(pair[0] * each), atMost: round(pair[1] * each) };
    const number = numberOf(typed!) + partOf(tenth, factor);
    if (Number.isFinite(number)) return sided(round(number * each), before, behind);
  }
  return null;
}

function patternOf(word: string): RegExp {
  const cut = /^[a-z]/i.test(word) ? String.raw`(?![a-z])` : "";
  return new RegExp(
    `(${NUMERAL})\\s*([万亿])?\\s*(${ABOUT})\\s*${escaped(word)}${cut}(?:([一二三四五六七八九半]|\\d)(?![\\d个年月日吨]))?`,
    "iu",
  );
}

/** A number as typed: "4,500", "三百", "3.8". */
function numberOf(typed: string): number {
  return /^\d/.test(typed) ? Number(typed.replaceAll(",", "")) : readChineseNumber(typed);
}

/** "三吨八" is 3.8, "四吨半" 4.5; after a unit of ten or more only. */
function partOf(tenth: string | undefined, factor: number): number {
  if (tenth === undefined || factor < 10) return 0;
  return tenth === "半" ? 0.5 : numberOf(tenth) / 10;
}

function neighbours(typed: string): [number, number] | null {
  const [, low, high, place] = EITHER.exec(typed) ?? [];
  if (low === undefined) return null;
  const isNext = numberOf(high!) === numberOf(low) + 1;
  return isNext ? [numberOf(low + place!), numberOf(high! + place!)] : null;
}

/** Without the crumbs of binary fractions: 3.8 × 1000 is 3800. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;
