import { readChineseNumber } from "../domain/chinese-number.ts";

type Unit = {
  words: { zh: readonly string[]; en: readonly string[] };
  factor: number;
};

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const NUMERAL = `${DIGITS}|[零〇一二两三四五六七八九十百千]+(?:万[零〇一二两三四五六七八九十百千]*)?`;
const MULTIPLE: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };
const ABOUT = "(?:多|来|几|左右|个)?";

/** A number as typed: "4,500", "三百", "3.8". */
function numberOf(typed: string): number {
  return /^\d/.test(typed) ? Number(typed.replaceAll(",", "")) : readChineseNumber(typed);
}

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The number that stands with one of the units: "280平", "三吨八", "30万", "two thousand people" is not read.
 * @returns it in the base unit; null when there is none
 */
export function readMeasure(text: string, units: readonly Unit[]): number | null {
  const words = units
    .flatMap(({ words: { zh, en }, factor }) => [...zh, ...en].map((word) => ({ word, factor })))
    .sort((a, b) => b.word.length - a.word.length);
  for (const { word, factor } of words) {
    const cut = /^[a-z]/i.test(word) ? String.raw`(?![a-z])` : "";
    const pattern = new RegExp(
      `(${NUMERAL})\\s*([万亿])?\\s*${ABOUT}\\s*${escaped(word)}${cut}(?:([一二三四五六七八九]|\\d)(?![\\d个年月日吨]))?`,
      "iu",
    );
    const match = pattern.exec(text);
    if (!match) continue;
    const [, typed, multiple, tenth] = match;
    const number = numberOf(typed!) * (MULTIPLE[multiple ?? ""] ?? 1);
    // "三吨八" is 3.8; after a thousand-fold unit only.
    const rest = tenth !== undefined && factor >= 10 ? numberOf(tenth) / 10 : 0;
    if (Number.isFinite(number)) return round((number + rest) * factor);
  }
  return null;
}

/** Without the crumbs of binary fractions: 3.8 × 1000 is 3800. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;
