import { readChineseNumber } from "../domain/chinese-number.ts";

/** An article of a law as a person writes it: the law's name as typed, and the article's number if one is named. */
export type LawReference = { law: string; article: string | null };

const NUMERAL = "[零〇一二两三四五六七八九十百千]+";

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
