import type { z } from "zod";
import type { PenaltyAmount } from "../../domain/discretion.ts";
import type { Language } from "../../domain/language.ts";

type Amount = z.infer<typeof PenaltyAmount>;

/** What stands before and behind the number: 货值金额 10 倍. */
type Words = Record<Language, readonly [before: string, behind: string]>;

const UNITS: Record<Amount["unit"], Words> = {
  yuan: { zh: ["", "元"], en: ["", " yuan"] },
  "times-value": { zh: ["货值金额", "倍"], en: ["", " times the value of the goods"] },
  "times-gains": { zh: ["违法所得", "倍"], en: ["", " times the illegal gains"] },
  "times-wages": { zh: ["所涉金额", "倍"], en: ["", " times the sum concerned"] },
  "times-turnover": { zh: ["营业额", "倍"], en: ["", " times the turnover"] },
  "times-fee": { zh: ["所涉费用", "倍"], en: ["", " times the fee concerned"] },
  "times-tax": { zh: ["所涉税款", "倍"], en: ["", " times the tax concerned"] },
  "times-contributions": { zh: ["应缴数额", "倍"], en: ["", " times the contributions due"] },
  "times-income": { zh: ["从本单位所获收入", "倍"], en: ["", " times the income from the entity"] },
  "percent-income": {
    zh: ["从本单位所获收入的", "%"],
    en: ["", "% of the income from the entity"],
  },
  "percent-contract": { zh: ["合同价款的", "%"], en: ["", "% of the contract price"] },
  "percent-value": { zh: ["价值的", "%"], en: ["", "% of the value"] },
  "percent-cost": { zh: ["造价的", "%"], en: ["", "% of the cost"] },
  "percent-turnover": { zh: ["营业额的", "%"], en: ["", "% of the turnover"] },
  "percent-investment": { zh: ["投资额的", "%"], en: ["", "% of the investment"] },
  "percent-prepayment": { zh: ["预收款的", "%"], en: ["", "% of the prepayment"] },
  "yuan-per-person": { zh: ["每人", "元"], en: ["", " yuan per person"] },
  "yuan-per-square-metre": { zh: ["每平方米", "元"], en: ["", " yuan per square metre"] },
  "yuan-per-day": { zh: ["每日", "元"], en: ["", " yuan per day"] },
  "days-detention": { zh: ["拘留", "日"], en: ["", " days' detention"] },
};

/** "5万元以上10万元以下", "from 50,000 to 100,000 yuan": bounds as the article writes them, both included. */
export function amountWords({ unit, min, max }: Amount, lang: Language): string {
  const [before, behind] = UNITS[unit][lang];
  const of = (n: number) => `${number(n, lang, behind)}${behind}`;
  if (min !== null && min === max) return `${before}${of(min)}`;
  if (lang === "zh") {
    const lower = min === null ? "" : `${of(min)}以上`;
    return `${before}${lower}${max === null ? "" : `${of(max)}以下`}`;
  }
  if (min === null) return `up to ${of(max!)}`;
  return max === null ? `at least ${of(min)}` : `from ${of(min)} to ${of(max)}`;
}

/** Chinese law writes round sums of money in ten thousands. */
function number(n: number, lang: Language, behind: string): string {
  if (lang === "en") return n.toLocaleString("en");
  return behind === "元" && n >= 10_000 && n % 1_000 === 0 ? `${n / 10_000}万` : String(n);
}
