import type { Language } from "./language.ts";

const DIGITS = "零一二三四五六七八九";

/** @returns a number from 1 to 9,999 as Chinese law writes it: 107 → 一百零七, 15 → 十五 */
export function chineseNumber(n: number): string {
  const units = ["", "十", "百", "千"];
  const digits = [...String(n)].map(Number);
  const spoken = digits.map((digit, i) => {
    const unit = units[digits.length - 1 - i]!;
    return digit === 0 ? "零" : DIGITS[digit]! + unit;
  });
  return spoken.join("").replaceAll(/零+/g, "零").replace(/零$/, "").replace(/^一十/, "十");
}

/**
 * An article as a lawyer cites it.
 * @param article "35", "35(1)", "42-1", or the section of a document without articles ("S2")
 * @returns zh 第三十五条, 第三十五条(1); en Article 35(1); a section: 要点2 / Section 2
 */
export function articleName(article: string, lang: Language): string {
  const number = /^(\d+)(.*)$/.exec(article);
  if (!number) return lang === "zh" ? `要点${article.replace(/^S/, "")}` : `Section ${article.replace(/^S/, "")}`;
  const [, main, rest] = number;
  return lang === "zh" ? `第${chineseNumber(Number(main))}条${rest}` : `Article ${main}${rest}`;
}
