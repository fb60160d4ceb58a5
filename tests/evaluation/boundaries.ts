import { z } from "zod";
import type { Knowledge } from "../../src/knowledge/load.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KNOWLEDGE } from "../support/visit.ts";
import { numbersInEnglish } from "./english-numbers.ts";
import { readRecords, shortTitle } from "./lines.ts";
import { against, Bound } from "./bounds.ts";
import { numbersIn, Unit, type Written } from "./numbers.ts";

/** A number that somebody read in the text of a law: a line of tests/evaluation/boundaries.jsonl. */
export const Fact = z.strictObject({
  id: z.string().regex(/^n-\d{3}$/),
  law: z.string().min(2),
  article: z.string().regex(/^\d+(?:-\d+)?$/),
  /** Only for an old version of the law: its first day. */
  validFrom: z.iso.date().optional(),
  fact: z.string().min(3),
  number: z.number().nonnegative(),
  unit: Unit,
  bound: Bound,
});
export type Fact = z.infer<typeof Fact>;

/**
 * right: the shelf states the number in both languages; wrong: another number of the kind beside it, or another
 * in English; not-stated: the shelf's sentence does not speak of it; not-entered: the article is not on the shelf.
 */
export type Verdict = "right" | "wrong" | "not-stated" | "not-entered";
export type Held = { fact: Fact; verdict: Verdict; why: string };

export const readFacts = (): Fact[] => readRecords("boundaries.jsonl", Fact);

/** @returns every fact with what the shelf says to it */
export function holdFacts(
  facts: readonly Fact[],
  knowledge: Knowledge = loadKnowledge(KNOWLEDGE),
): Held[] {
  return facts.map((fact) => {
    const said = sentences(fact, knowledge);
    if (said.length === 0) return { fact, verdict: "not-entered", why: "no such article" };
    return { fact, ...judge(fact, said) };
  });
}

/** What the shelf says of the article, whole or in parts: 35, 35(1). */
function sentences({ law, article, validFrom }: Fact, knowledge: Knowledge) {
  return [...knowledge.powers.laws.values()]
    .filter(
      (one) =>
        shortTitle(one.title) === shortTitle(law) &&
        (validFrom === undefined ? one.validTo === null : one.validFrom === validFrom),
    )
    .flatMap(({ id, articles }) =>
      articles
        .filter((one) => one === article || one.startsWith(`${article}(`))
        .map((one) => knowledge.provisions.get(`${id}/${one}`)!.says),
    );
}

/** Day and working day are two units: one in the place of the other is a mistake. */
const OTHER_DAYS: Partial<Record<Unit, Unit>> = { day: "working-day", "working-day": "day" };

export function judge(
  fact: Pick<Fact, "number" | "unit" | "bound">,
  said: readonly { zh: string; en: string }[],
): { verdict: Verdict; why: string } {
  const { number, unit, bound } = fact;
  const chinese = said.map((one) => one.zh);
  const has = (wanted: number, of: Unit | null) =>
    chinese.some((sentence) => numbersIn(sentence).some((written) => same(written, wanted, of)));
  if (has(number, unit) || has(number, null)) {
    const words = against(fact, chinese);
    if (words !== null) return { verdict: "wrong", why: `“${words}” is not ${bound}` };
    return inEnglish(number, unit, said)
      ? { verdict: "right", why: "" }
      : { verdict: "wrong", why: `the English sentence lacks ${number}` };
  }
  const other = OTHER_DAYS[unit];
  if (other && has(number, other))
    return { verdict: "wrong", why: `says ${number} ${other}, the law ${unit}` };
  const near = [number - 1, number + 1].find((one) => one > 0 && has(one, unit));
  if (near !== undefined)
    return { verdict: "wrong", why: `says ${near} ${unit}, the law ${number}` };
  return { verdict: "not-stated", why: "the sentence does not state it" };
}

/** Once the amount is often said without a number in English: "up to the cost". */
function inEnglish(number: number, unit: Unit, said: readonly { en: string }[]): boolean {
  const english = numbersInEnglish(said.map((one) => one.en).join(" "));
  if (unit === "times" && number === 1) return true;
  return (
    english.has(number) ||
    (unit === "month" && english.has(number / 12)) ||
    (unit === "year" && english.has(number * 12))
  );
}

const same = (written: Written, number: number, unit: Unit | null) =>
  written.unit === unit && Math.abs(written.number - number) < 1e-9;

/** The held facts as lines that a person can read: the totals, then what is wrong. */
export function printHeld(held: readonly Held[], verbose = false): string {
  const of = (verdict: Verdict) => held.filter((one) => one.verdict === verdict);
  const line = ({ fact, verdict, why }: Held) =>
    `  ${verdict === "wrong" ? "✗" : "·"} ${fact.id} 《${fact.law}》${fact.article} ${fact.fact}: ${fact.number} ${fact.unit}; ${why}`;
  return [
    `numbers: ${held.length} facts of ${new Set(held.map(({ fact }) => fact.law)).size} laws; ${of("right").length} right, ${of("wrong").length} wrong, ${of("not-stated").length} not stated, ${of("not-entered").length} articles not entered`,
    ...of("wrong").map(line),
    ...(verbose ? [...of("not-stated"), ...of("not-entered")].map(line) : []),
  ].join("\n");
}

/** `npm run evaluate -- boundaries [--all]`: --all names what the shelf does not state, too. */
export function main(args: readonly string[]): void {
  console.log(printHeld(holdFacts(readFacts()), args.includes("--all")));
}
