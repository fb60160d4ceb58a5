import { isPinyin } from "./detect.ts";

const OF_ANOTHER_SCRIPT = /(?![\p{Script=Han}\p{Script=Latin}\p{Script=Bopomofo}])\p{L}/gu;
const WORD = /[\p{Script=Latin}\p{M}]+/gu;
const ACCENTED = /\p{M}/u;

/** A letter or two of another script stand in names of shops: "优の良品". */
const FEWEST_LETTERS = 3;
const SHARE_OF_LETTERS = 0.25;
/** English writes few words with accents, and never a quarter of a sentence. */
const FEWEST_ACCENTED = 2;
const SHARE_ACCENTED = 0.25;

/**
 * Whether a text is in a language that is neither Chinese nor English.
 * @param text as it was typed, accents and all
 * @returns true for another script (Cyrillic, Hangul, Kana, Arabic …) and for many accents on Latin letters that are
 * not the tones of pinyin; a language written without accents is not known from English
 */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const foreign = text.match(OF_ANOTHER_SCRIPT)?.length ?? 0;
  if (foreign >= FEWEST_LETTERS && foreign >= SHARE_OF_LETTERS * letters) return true;
  const words = text.normalize("NFD").match(WORD) ?? [];
  const accented = words.filter((word) => ACCENTED.test(word)).length;
  const many = accented >= FEWEST_ACCENTED && accented >= SHARE_ACCENTED * words.length;
  return many && !isPinyin(words.map((word) => word.replaceAll(/\p{M}/gu, "").toLowerCase()));
}
