import type { Language } from "../domain/language.ts";

/** One everyday-word entry: whoever says one of `words` means `terms`. Data of the caller. */
export type LexiconEntry = {
  words: Readonly<Record<Language, readonly string[]>>;
  terms: Readonly<Record<Language, readonly string[]>>;
};
