import type { PackageFact } from "../../domain/package.ts";
import { bareYesOrNo } from "./bare-answer.ts";
import { clausesOf } from "./clauses.ts";
import { namesAnothersPlace, polarityOf } from "./polarity.ts";
import { wordsFound } from "./words-found.ts";

const ORDINALS = ["一1", "二2两", "三3", "四4"];
const plain = (text: string) => text.toLowerCase().replaceAll(/[\s\p{P}]/gu, "");

/** @returns the id of the one option that the words of a message choose; null for none, or for more than one */
export function optionSaid(text: string, { options = [] }: PackageFact): string | null {
  const pressed = options.find(({ label }) =>
    [label.zh, label.en].some((one) => plain(one) === plain(text)),
  );
  if (pressed) return pressed.id;
  const words = options.flatMap(({ id, label, words: { zh, en } }) =>
    [label.zh, label.en, ...zh, ...en].map((word) => ({ word, of: id })),
  );
  const clauses = clausesOf(text);
  const chosen = clauses.flatMap((clause, i) => {
    const before = clauses[i - 1];
    if (before !== undefined && namesAnothersPlace(before, clause)) return [];
    return wordsFound(clause, words)
      .filter(({ at, word }) => polarityOf(clause, at, word.length) === "yes")
      .map(({ of }) => of);
  });
  const [only, another] = new Set(chosen);
  return another === undefined ? (only ?? null) : null;
}

/** "第二个", "2": an option by its place; "没有" the one option that says there is none. */
export function optionAnswered(text: string, fact: PackageFact): string | null {
  const { options = [] } = fact;
  const digit = /^(?:选|第)?([一二两三四1-4])(?:个|种|项)?[。.]?$/u.exec(text)?.[1];
  const at = digit === undefined ? -1 : ORDINALS.findIndex((signs) => signs.includes(digit));
  if (at >= 0) return options[at]?.id ?? null;
  const none = options.filter(({ label }) => /^都?[不没]/u.test(label.zh));
  return none.length === 1 && bareYesOrNo(text, fact) === false ? none[0]!.id : null;
}
