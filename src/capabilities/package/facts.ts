import type { Facts, FactValue } from "../../domain/condition.ts";
import type { Package, PackageFact } from "../../domain/package.ts";
import { numberSaid } from "./number-said.ts";

const YES =
  /^(?:是|对|嗯|恩|有|要|会|做|卖|装|办|需要|打算|肯定|当然|没错)|^(?:yes|yeah|yep|sure|of course|y|we do|i do|there (?:is|are|will))\b/iu;
const NO = /^(?:都?不|都?没|无|否)|^(?:no|nope|not|none|never|n|we don'?t|i don'?t)\b/iu;
/** What may stand in a reply that says yes or no and nothing else. */
const BARE =
  /^[是对嗯恩有要会做卖装办需打算肯定当然不没无否都的啊呢吧呀哦了用一个点些啦，。.!！\s]*$/u;
const UNKNOWN =
  /^(?:这个|我|暂时|现在|目前)*(?:也|还|都)?(?:不知道|不清楚|不确定|不一定|不晓得|不懂|不明白|不好说|说不好|说不准|没定|没想好|没考虑|待定|看情况)|^(?:i |we )?(?:do not|don'?t|dont) (?:yet )?know|^not sure|^no idea|^undecided|^not decided/iu;
/** Words that turn the word behind them round: 没有装修, no renovation. */
const DENIED =
  /(?:不|没|没有|无|别|不用|不要|不会|不需要|不打算|\bno|\bnot|\bwithout|n't)\s*(?:any|a|have|做|要|有|卖|办|打算|设|搞)?\s*$/iu;
/** 要不要装修, 有没有电梯 ask and say nothing. */
const ASKING = /(.)[不没]\1\S{0,2}$/u;

/** Whether the visitor says that the answer is not known. */
export const isUnknown = (text: string): boolean => UNKNOWN.test(text.trim());

/**
 * What a message tells of the facts of a package.
 * @param asking the fact that was asked last: a bare number, yes or no answers it
 * @returns only what is said; what is not said stays unknown
 */
export function factsSaid(text: string, { facts }: Package, asking: string | null): Facts {
  if (isUnknown(text)) return {};
  const said: Record<string, FactValue> = {};
  const values = facts.map((fact) => ({ fact, value: named(text, fact) }));
  for (const { fact, value } of values) if (value !== null) said[fact.id] = value;
  const asked = facts.find(({ id }) => id === asking);
  // "不装修，烟也不卖" answers by its words; only what names nothing is a bare answer.
  if (asked && Object.keys(said).length === 0) {
    const value = answered(text.trim(), asked);
    if (value !== null) said[asked.id] = value;
  }
  return said;
}

function named(text: string, fact: PackageFact): FactValue | null {
  switch (fact.kind) {
    case "number":
      return numberSaid(text, fact, false);
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
      return /^(?:没有|不花钱|零|0)[。.]?$/u.test(text) ? 0 : numberSaid(text, fact, true);
    case "yes-no": {
      if (!BARE.test(text) && !/^[a-z]/iu.test(text) && !speaksOf(text, fact)) return null;
      if (NO.test(text)) return false;
      return YES.test(text) ? true : null;
    }
    case "choice":
      return optionNumbered(text, fact);
  }
}

/** "有两个包间" answers a question about 包间; "有一个仓库" does not. */
function speaksOf(text: string, { ask }: PackageFact): boolean {
  const pairs = Array.from(text, (char, i) => char + (text[i + 1] ?? ""));
  return pairs.some(
    (pair) => /^\p{Script=Han}{2}$/u.test(pair) && !BARE.test(pair) && ask.zh.includes(pair),
  );
}

/** The longest word decides: "不现做" holds "现做" and says no; so does a word that is denied. */
function yesOrNo(text: string, { yes, no }: PackageFact): boolean | null {
  const said = longest(text, yes);
  const denied = longest(text, no);
  if (said === null && denied === null) return null;
  if ((denied?.length ?? 0) >= (said?.length ?? 0)) return false;
  const before = text.slice(0, said!.at);
  if (ASKING.test(before)) return null;
  return !DENIED.test(before);
}

function optionSaid(text: string, { options }: PackageFact): string | null {
  const ranked = (options ?? [])
    .flatMap(({ id, label, words }) => {
      const found = longest(text, {
        zh: [label.zh, ...words.zh],
        en: [label.en, ...words.en],
      });
      return found === null || DENIED.test(text.slice(0, found.at)) ? [] : [{ id, ...found }];
    })
    .sort((a, b) => b.length - a.length);
  return ranked[0]?.id ?? null;
}

const ORDINALS = ["一1", "二2两", "三3", "四4"];

/** "第二个", "2": an option by its place. */
function optionNumbered(text: string, { options }: PackageFact): string | null {
  const digit = /^(?:选|第)?([一二两三四1-4])(?:个|种|项)?[。.]?$/u.exec(text)?.[1];
  const at = digit === undefined ? -1 : ORDINALS.findIndex((signs) => signs.includes(digit));
  return options?.[at]?.id ?? null;
}

function longest(
  text: string,
  words: { zh: readonly string[]; en: readonly string[] } | undefined,
): { at: number; length: number } | null {
  const typed = text.toLowerCase();
  const found = [...(words?.zh ?? []), ...(words?.en ?? [])]
    .map((word) => ({ at: placeOf(typed, word.toLowerCase()), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.length - a.length);
  return found[0] ?? null;
}

/** A Latin word stands only where no other word is cut: "ct" is not in "contract". */
function placeOf(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0 || !/^[a-z]/u.test(word)) return at;
  return /[a-z]/u.test(text[at - 1] ?? " ") ? -1 : at;
}
