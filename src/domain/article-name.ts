import type { Language } from "./language.ts";

const DIGITS = "零一二三四五六七八九";

/** @returns a number from 1 to 9,999 as Chinese law writes it: 107 → 一百零七, 15 → 十五 */
export function chineseNumber(n: number): string {
  const units = ["", "十", "百", "千"];
  const digits = Array.from(String(n), Number);
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
  if (!number)
    return lang === "zh"
      ? `要点${article.replace(/^S/, "")}`
      : `Section ${article.replace(/^S/, "")}`;
  const [, main, rest] = number;
  return lang === "zh" ? `第${chineseNumber(Number(main))}条${rest}` : `Article ${main}${rest}`;
}

const VERSION_WORDS: Record<string, string> = {
  修正: "amended",
  修订: "revised",
  公布: "issued",
  发布: "issued",
  通过: "passed",
  印发: "issued",
  修改: "amended",
  颁布: "issued",
  试行: "trial text",
  暂行: "interim text",
};

/** "2021修正" → "amended 2021"; what is not of this form stays as it is. */
export function versionInEnglish(version: string): string {
  return version.replace(
    /^(\d{4})年?(修正|修订|修改|公布|发布|颁布|通过|印发|试行|暂行)/u,
    (_, year: string, word: string) => `${VERSION_WORDS[word]} ${year}`,
  );
}
