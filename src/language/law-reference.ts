/** An article of a law as a person writes it: the law's name as typed, and the article's number if one is named. */
export type LawReference = { law: string; article: string | null };

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };
const NUMERAL = "[零〇一二两三四五六七八九十百千]+";

/** @returns 117 for 一百一十七, 15 for 十五, 299000 for 二十九万九千; NaN for no numeral */
export function readChineseNumber(text: string): number {
  const [above, below] = text.split("万");
  if (below === undefined) return belowTenThousand(text);
  const rest = below === "" ? 0 : belowTenThousand(below);
  // "一万二" is 12,000: a lone digit after 万 counts thousands.
  return belowTenThousand(above!) * 10_000 + (below.length === 1 ? rest * 1_000 : rest);
}

function belowTenThousand(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      const value = DIGITS[character];
      if (value === undefined) return Number.NaN;
      digit = value;
      continue;
    }
    sum += (digit === 0 ? 1 : digit) * unit;
    digit = 0;
  }
  return sum + digit;
}

const PATTERNS: readonly RegExp[] = [
  new RegExp(`第?\\s*(?<chinese>${NUMERAL})\\s*条(?:之(?<sub>${NUMERAL}))?`, "u"),
  /第?\s*(?<number>\d{1,4})(?:-(?<dash>\d{1,2}))?\s*条(?:之(?<sub>[一二三四五六七八九十]+))?/u,
  /(?:\bart(?:icle|\.)?|\bsection|\bs\.)\s*(?<number>\d{1,4})(?:-(?<dash>\d{1,2}))?/iu,
  /(?<=[\s《》\p{Script=Han}a-z.])(?<number>\d{1,4})(?:-(?<dash>\d{1,2}))?(?:\(\d+\))?\s*$/iu,
];

/**
 * Take a reference apart: "大气污染防治法 117", "食品安全法第三十五条", "公司法47条", "Food Safety Law art. 35".
 * @returns the name as typed without book marks, and the article ("35", "42-1"); null when no article is named
 */
export function readLawReference(text: string): LawReference {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    const { chinese, number, dash, sub } = match.groups;
    const main = chinese === undefined ? Number(number) : readChineseNumber(chinese);
    const after = dash ?? (sub === undefined ? undefined : String(readChineseNumber(sub)));
    const law = named(text.replace(match[0], " "));
    if (law !== "" && Number.isInteger(main) && main > 0)
      return { law, article: after === undefined ? String(main) : `${main}-${after}` };
  }
  return { law: named(text), article: null };
}

function named(text: string): string {
  return text
    .replaceAll(/[《》<>「」"“”]/gu, " ")
    .replaceAll(/的?(?:规定|内容|原文)\s*$/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
