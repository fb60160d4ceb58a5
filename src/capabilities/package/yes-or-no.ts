import type { PackageFact } from "../../domain/package.ts";
import { clausesOf } from "./clauses.ts";
import {
  disowns,
  isSaidPlainly,
  namesAnothersPlace,
  polarityOf,
  takesBack,
  type Polarity,
} from "./polarity.ts";
import { othersBlanked, wordsFound, type Found } from "./words-found.ts";

type Word = Found<"yes" | "no">;

/** What one message says of one word of a fact. */
type Statement = { word: string; says: Polarity };

/**
 * Whether the words of a message say yes or no to a fact.
 * @returns null when nothing is said of it, or nothing that is understood
 */
export function yesOrNo(text: string, fact: PackageFact): boolean | null {
  const last = new Map(statements(text, fact).map(({ word, says }) => [word, says]));
  // A kitchen and no lift: one of the things asked for is enough.
  if ([...last.values()].includes("yes")) return true;
  return [...last.values()].includes("no") ? false : null;
}

/** Whether a message speaks of a fact at all, understood or not. */
export const speaksOf = (text: string, fact: PackageFact): boolean =>
  clausesOf(text).some((clause) => wordsFound(clause, wordsOf(fact)).length > 0);

function statements(text: string, fact: PackageFact): Statement[] {
  const clauses = clausesOf(text);
  return clauses.flatMap((clause, i): Statement[] => {
    const before = clauses[i - 1];
    const elsewhere =
      (before !== undefined && namesAnothersPlace(before, clause)) || disowns(clauses[i + 1] ?? "");
    const words = wordsFound(clause, wordsOf(fact));
    const found = words.map((one): Statement => {
      const says = elsewhere ? "unclear" : said(clause, words, one, fact);
      return { word: one.word, says };
    });
    if (found.length > 0 || before === undefined || !takesBack(before, clause)) return found;
    const earlier = wordsFound(before, wordsOf(fact)).filter(({ of }) => of === "yes");
    return earlier.map(({ word }) => ({ word, says: "no" }));
  });
}

/** Of equal length a thing comes before a denial: 电子烟不卖 is said of 电子烟, not of all 烟. */
const wordsOf = ({ yes, no }: PackageFact) => [
  ...[...(yes?.zh ?? []), ...(yes?.en ?? [])].map((word) => ({ word, of: "yes" as const })),
  ...[...(no?.zh ?? []), ...(no?.en ?? [])].map((word) => ({ word, of: "no" as const })),
];

const DENIES = /[不没未无非有]/u;
const NOTHING = /^(?!)/u;

function said(clause: string, words: readonly Word[], one: Word, fact: PackageFact): Polarity {
  const { of, word, at } = one;
  if (of === "yes")
    return wholly(
      polarityOf(othersBlanked(clause, words, one, DENIES), at, word.length),
      word,
      fact,
    );
  return isSaidPlainly(othersBlanked(clause, words, one, NOTHING), at, word.length)
    ? "no"
    : "unclear";
}

/** Of a question for several things a no to one of them is no answer, unless the shelf lets that one stand for all. */
function wholly(as: Polarity, word: string, { ask, no, yes }: PackageFact): Polarity {
  if (as !== "no") return as;
  const things = [...(yes?.zh ?? []), ...(yes?.en ?? [])].filter((one) => !overlap(one, word));
  const standsForAll = [...(no?.zh ?? []), ...(no?.en ?? [])].some(
    (denied) => holds(denied, word) && !things.some((other) => holds(denied, other)),
  );
  if (standsForAll) return "no";
  const question = `${ask.zh} ${ask.en}`.toLowerCase();
  const parts = [yes?.zh ?? [], yes?.en ?? []].map(
    (words) => words.filter((one) => question.includes(one.toLowerCase())).length,
  );
  return Math.max(...parts) < 2 || isHead(word, ask.zh) ? "no" : "unclear";
}

const holds = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase());
const overlap = (one: string, other: string) => holds(one, other) || holds(other, one);

/** 危险货物 in "拉不拉危险货物（汽油、液化气）": what the question is about, not one of its examples. */
function isHead(word: string, question: string): boolean {
  const plain = question.replaceAll(/（[^）]*）/gu, "");
  return plain.includes(word) && !/、|或者/u.test(plain);
}
