import type { Language } from "../domain/language.ts";

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-zA-Z]+/g;

/** Finals and initials of Standard Chinese without tones (GB/T 16159): what a typed syllable may look like. */
const SYLLABLE =
  "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|vn|a|e|i|o|u|v)";
const ALL_SYLLABLES = new RegExp(`^(?:${SYLLABLE})+$`);

/** English words made of Chinese syllables: one of them makes the text English. Words pinyin needs (he, me, she, can, wei) are left out. */
const ENGLISH = new Set(
  "a an and any are do fee go hi i in is licence license long menu no on one our some there time to so tea we where".split(
    " ",
  ),
);

/**
 * Which language to answer in.
 * @param text what was written; pinyin counts as Chinese
 * @param otherwise the language when the text has no words at all
 */
export function detectLanguage(text: string, otherwise: Language): Language {
  const han = text.match(HAN)?.length ?? 0;
  const words = (text.match(LATIN_WORD) ?? []).map((word) => word.toLowerCase());
  if (han === 0 && words.length === 0) return otherwise;
  if (han > 0) return words.length >= 3 && words.length * 1.5 >= han ? "en" : "zh";
  return isPinyin(words) ? "zh" : "en";
}

/** @param words in lower case, without tones */
export function isPinyin(words: readonly string[]): boolean {
  return (
    words.every((word) => ALL_SYLLABLES.test(word)) && !words.some((word) => ENGLISH.has(word))
  );
}
