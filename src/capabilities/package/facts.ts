import type { Facts, FactValue } from "../../domain/condition.ts";
import type { Package, PackageFact } from "../../domain/package.ts";
import { bareYesOrNo } from "./bare-answer.ts";
import { clausesOf } from "./clauses.ts";
import { numberSaid } from "./number-said.ts";
import { optionAnswered, optionSaid } from "./option-said.ts";
import { isUndecided } from "./polarity.ts";
import { speaksOf, yesOrNo } from "./yes-or-no.ts";

const UNKNOWN =
  /^(?:这个|我|暂时|现在|目前)*(?:也|还|都)?(?:不知道|不清楚|不确定|不一定|不晓得|不懂|不明白|不好说|说不好|说不准|没定|没想好|没考虑|待定|看情况)|^(?:i |we )?(?:do not|don'?t|dont) (?:yet )?know|^not sure|^no idea|^undecided|^not decided/iu;
/** An amount that is none; 没有 alone only says that there is no figure. */
const NOTHING_SPENT = /^(?:一分钱?(?:也|都)?不花|不花钱|免费|零|0)[。.]?$/u;

/** Whether the visitor says that the answer is not known. */
export const isUnknown = (text: string): boolean => UNKNOWN.test(text.trim()) || isUndecided(text);

/** Whether a reply to the question asked only says that there is no answer: 没有 to an amount. */
export const hasNoFigure = (text: string, asked: PackageFact): boolean =>
  asked.kind === "number" && /^(?:还)?没有?(?:呢|啊|数)?[。.]?$|^none$/iu.test(text.trim());

/**
 * What a message tells of the facts of a package.
 * @param asking the fact that was asked last: a bare number, yes or no answers it
 * @returns only what is said and understood; what is not stays unknown
 */
export function factsSaid(text: string, { facts }: Package, asking: string | null): Facts {
  const told = clausesOf(text)
    .filter((clause) => !isUnknown(clause))
    .join("，");
  const said: Record<string, FactValue> = {};
  for (const fact of facts) {
    const value = named(told, fact, fact.id === asking);
    if (value !== null) said[fact.id] = value;
  }
  const asked = facts.find(({ id }) => id === asking);
  // "不装修，烟也不卖" answers by its words; only what names nothing is a bare answer.
  if (asked && Object.keys(said).length === 0 && !speaksOf(told, asked)) {
    const value = answered(told.trim(), asked);
    if (value !== null) said[asked.id] = value;
  }
  return said;
}

function named(text: string, fact: PackageFact, asked: boolean): FactValue | null {
  switch (fact.kind) {
    case "number":
      return numberSaid(text, fact, asked);
    case "yes-no":
      return yesOrNo(text, fact);
    case "choice":
      return optionSaid(text, fact);
  }
}

/** A reply that names nothing, to the question that was asked. */
function answered(text: string, fact: PackageFact): FactValue | null {
  switch (fact.kind) {
    case "number":
      return NOTHING_SPENT.test(text) ? 0 : null;
    case "yes-no":
      return bareYesOrNo(text, fact);
    case "choice":
      return optionAnswered(text, fact);
  }
}
