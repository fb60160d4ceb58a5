import type { z } from "zod";
import type { PenaltyAmount } from "../../domain/discretion.ts";
import type { Language } from "../../domain/language.ts";

type Amount = z.infer<typeof PenaltyAmount>;

const UNITS: Record<Amount["unit"], Record<Language, string>> = {
  yuan: { zh: "元", en: "yuan" },
  "times-value": { zh: "货值金额的{n}倍", en: "{n} times the value of the goods" },
  "times-gains": { zh: "违法所得的{n}倍", en: "{n} times the illegal gains" },
  "times-wages": { zh: "所涉金额的{n}倍", en: "{n} times the sum concerned" },
  "percent-contract": { zh: "合同价款的{n}%", en: "{n}% of the contract price" },
  "percent-value": { zh: "价值的{n}%", en: "{n}% of the value" },
  "percent-cost": { zh: "造价的{n}%", en: "{n}% of the cost" },
  "yuan-per-person": { zh: "每人{n}元", en: "{n} yuan per person" },
  "yuan-per-square-metre": { zh: "每平方米{n}元", en: "{n} yuan per square metre" },
  "yuan-per-day": { zh: "每日{n}元", en: "{n} yuan per day" },
  "days-detention": { zh: "拘留{n}日", en: "{n} days' detention" },
};

/** "5万元以上10万元以下", "from 50,000 to 100,000 yuan": bounds as the article writes them, both included. */
export function amountWords({ unit, min, max }: Amount, lang: Language): string {
  const words = UNITS[unit][lang];
  const of = (n: number) =>
    words.includes("{n}") ? words.replace("{n}", number(n, lang)) : money(n, lang, words);
  if (min !== null && max !== null && min === max) return of(min);
  if (lang === "zh")
    return [min === null ? "" : `${of(min)}以上`, max === null ? "" : `${of(max)}以下`].join("");
  if (min === null) return `up to ${of(max!)}`;
  if (max === null) return `at least ${of(min)}`;
  return `from ${of(min)} to ${of(max)}`;
}

const number = (n: number, lang: Language) => (lang === "en" ? n.toLocaleString("en") : String(n));

/** Chinese law writes round sums in ten thousands. */
function money(n: number, lang: Language, unit: string): string {
  if (lang === "zh" && n >= 10_000 && n % 1_000 === 0) return `${n / 10_000}万${unit}`;
  return lang === "zh" ? `${n}${unit}` : `${n.toLocaleString("en")} ${unit}`;
}
