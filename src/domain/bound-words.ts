/** How a bound is meant: atLeast and atMost include it, moreThan and lessThan do not. */
export type BoundTest = "atLeast" | "moreThan" | "atMost" | "lessThan";
/** A number in a sentence and how it is meant; null: the sentence does not say. */
export type BoundInWords = { number: number; test: BoundTest | null };

type Pattern = { before?: RegExp; after?: RegExp; test: BoundTest };

/** Longer expressions first: 不超过 must not be read as 超过. */
const ZH: readonly Pattern[] = [
  { before: /(不超过|不多于|不高于|最多|至多|≤)$/u, test: "atMost" },
  { before: /(不少于|不低于|不小于|至少|最少|已满|≥)$/u, test: "atLeast" },
  { before: /(不足|少于|小于|低于|不满|不到|<)$/u, test: "lessThan" },
  { before: /(超过|大于|多于|高于|>)$/u, test: "moreThan" },
  { after: /^(以下|以内|之内)/u, test: "atMost" },
  { after: /^(以上|及以上)/u, test: "atLeast" },
];
const EN: readonly Pattern[] = [
  { before: /(at most|not more than|no more than|up to|within) $/iu, test: "atMost" },
  { before: /(at least|not less than|no fewer than|from) $/iu, test: "atLeast" },
  { before: /(less than|fewer than|below|under) $/iu, test: "lessThan" },
  { before: /(more than|over|above) $/iu, test: "moreThan" },
];
const NUMBER = /(\d+(?:,\d{3})*(?:\.\d+)?)(万| million)?/gu;
/** Between a number and 以下 stands its unit: 500元以下. */
const UNIT = /^(?:个|%|元|天|日|月|年|周岁|岁|人|间|张|平方米|公斤|吨|小时|工作日|倍|次|条|处)*/u;

/** @returns every number of a sentence, in its order, with the bound its words give it */
export function boundsInWords(text: string, lang: "zh" | "en"): BoundInWords[] {
  const patterns = lang === "zh" ? ZH : EN;
  return [...text.matchAll(NUMBER)].map((match) => {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length).replace(UNIT, "");
    const found = patterns.find(
      (pattern) => pattern.before?.test(before) ?? pattern.after?.test(after) ?? false,
    );
    const scale = match[2] === "万" ? 10_000 : match[2] ? 1_000_000 : 1;
    return { number: Number(match[1]!.replaceAll(",", "")) * scale, test: found?.test ?? null };
  });
}
