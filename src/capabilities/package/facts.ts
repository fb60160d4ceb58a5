import type { Facts } from "../../domain/condition.ts";
import type { Package, PackageFact } from "../../domain/package.ts";
import { readChineseNumber } from "../../domain/chinese-number.ts";

type Value = Facts[string];

const NUMERAL = String.raw`\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+`;
const YES = /^(?:是的?|对|嗯+|有的?|要的?|会的?|没错|yes|yeah|yep|y)[。.!！\s]*$/iu;
const NO = /^(?:不是|不|没有?|不要|不会|否|no|nope|n)[。.!！\s]*$/iu;
const UNKNOWN =
  /^(?:我?(?:也?不知道|不清楚|不确定|说不好|还没定|没定|没想好|不晓得)|(?:i )?(?:don'?t|do not) know|not sure|no idea|undecided)/iu;

/** Whether the visitor says that the answer is not known. */
export const isUnknown = (text: string): boolean => UNKNOWN.test(text.trim());

/**
 * What a message tells of the facts of a package.
 * @param asking the fact that was asked last: a bare number, yes or no answers it
 * @returns only what is said; what is not said stays unknown
 */
export function factsSaid(text: string, { facts }: Package, asking: string | null): Facts {
  const said: Record<string, Value> = {};
  for (const fact of facts) {
    const value = valueSaid(text, fact, fact.id === asking);
    if (value !== null) said[fact.id] = value;
  }
  return said;
}

function valueSaid(text: string, fact: PackageFact, asked: boolean): Value | null {
  switch (fact.kind) {
    case "number":
      return numberSaid(text, fact, asked);
    case "yes-no":
      return yesOrNo(text, fact, asked);
    case "choice":
      return optionSaid(text, fact);
  }
}

function numberSaid(text: string, { units }: PackageFact, asked: boolean): number | null {
  const words = [...(units?.zh ?? []), ...(units?.en ?? [])]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const withUnit =
    words.length === 0
      ? null
      : new RegExp(`(${NUMERAL})\\s*(?:多|来|左右)?\\s*(?:${words.join("|")})`, "iu").exec(text);
  const bare = asked ? new RegExp(`^\\D{0,6}?(${NUMERAL})\\D{0,8}$`, "u").exec(text.trim()) : null;
  const numeral = (withUnit ?? bare)?.[1];
  if (numeral === undefined) return null;
  const number = /^\d/.test(numeral) ? Number(numeral) : readChineseNumber(numeral);
  return Number.isFinite(number) ? number : null;
}

/** The longest word decides: "不现做" holds "现做" and says no. */
function yesOrNo(text: string, { yes, no }: PackageFact, asked: boolean): boolean | null {
  if (asked && NO.test(text.trim())) return false;
  if (asked && YES.test(text.trim())) return true;
  const said = longest(text, [...(yes?.zh ?? []), ...(yes?.en ?? [])]);
  const denied = longest(text, [...(no?.zh ?? []), ...(no?.en ?? [])]);
  if (said === 0 && denied === 0) return null;
  return said > denied;
}

function optionSaid(text: string, { options }: PackageFact): string | null {
  const ranked = (options ?? [])
    .map(({ id, label, words }) => ({
      id,
      length: longest(text, [label.zh, label.en, ...words.zh, ...words.en]),
    }))
    .sort((a, b) => b.length - a.length);
  return ranked[0] && ranked[0].length > 0 ? ranked[0].id : null;
}

function longest(text: string, words: readonly string[]): number {
  const typed = text.toLowerCase();
  return Math.max(
    0,
    ...words.filter((word) => typed.includes(word.toLowerCase())).map((word) => word.length),
  );
}
