import type { Span } from "../../domain/condition.ts";
import type { PackageFact } from "../../domain/package.ts";
import { clausesOf } from "./clauses.ts";
import { withDigits } from "./english-number.ts";
import { areaNamed, isOfEach, isOfFact } from "./number-of-what.ts";
import { calledNumber, onlyNumber } from "./number-bare.ts";
import { unitNumbers } from "./number-unit.ts";

type Amount = number | Span;

/**
 * The number of a fact that a text names by its unit ("200平") or by what stands in front of it ("面积200").
 * @param asked whether our question was about it: then a bare number answers
 * @returns a number, a span where only a side is said, or null: nothing, or more than one, or one not read whole
 */
export function numberSaid(text: string, fact: PackageFact, asked: boolean): Amount | null {
  const typed = withDigits(text).replaceAll(/(?<=\d),(?=\d{3})/g, "");
  const said = clausesOf(typed)
    .filter((clause) => isOfFact(clause, typed, fact, asked))
    .flatMap((clause) => inClause(clause, fact));
  if (said.some(({ amount }) => amount === null)) return null;
  const gross = said.filter(({ of }) => of === "gross");
  const meant = gross.length > 0 ? gross : said;
  const [one, ...others] = new Set(
    meant.map(({ amount, of }) => JSON.stringify(of === "net" ? atLeast(amount!) : amount)),
  );
  if (one !== undefined) return others.length === 0 ? (JSON.parse(one) as Amount) : null;
  return asked ? onlyNumber(typed, fact) : null;
}

type Said = { amount: Amount | null; of: ReturnType<typeof areaNamed> };

function inClause(clause: string, fact: PackageFact): Said[] {
  const of = areaNamed(clause);
  const named = unitNumbers(clause, fact).filter(({ front }) => !isDenied(front));
  const amounts = named.map(({ amount, front }) => (isOfEach(front) ? null : amount));
  if (amounts.length > 0) return amounts.map((amount) => ({ amount, of }));
  const called = calledNumber(clause, fact);
  return called === null ? [] : [{ amount: called, of }];
}

/** "不是60平": said, and not so. */
const isDenied = (front: string) => /(?:不是|并非|不要|\bnot)\s*$/iu.test(front);

/** What is usable is part of what is built. */
const atLeast = (amount: Amount): Span => ({
  atLeast: typeof amount === "number" ? amount : (amount.atLeast ?? amount.moreThan ?? 0),
});
