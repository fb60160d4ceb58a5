import { z } from "zod";
import type { Language } from "../domain/language.ts";

/** knowledge/wording/zh.yaml and en.yaml: a flat list of sentences with {blanks}. */
export const WordingFile = z.record(z.string().regex(/^[a-z0-9.-]+$/), z.string().min(1));

/** Says one sentence: the key names it, the values fill its blanks. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** One speaker per language. */
export type Wording = Record<Language, Say>;

/**
 * @param sentences one language's file
 * @returns the speaker; an unknown key or an unfilled blank is a mistake in the program and throws
 */
export function speaker(sentences: z.infer<typeof WordingFile>): Say {
  return (key, values = {}) => {
    const sentence = sentences[key];
    if (sentence === undefined) throw new Error(`no sentence "${key}": add it to knowledge/wording`);
    return sentence.replaceAll(/\{([a-zA-Z]+)\}/g, (_, blank: string) => {
      const value = values[blank];
      if (value === undefined) throw new Error(`sentence "${key}" has an unfilled blank {${blank}}`);
      return String(value);
    });
  };
}

/** The blanks of a sentence, in order of their names: both languages must have the same. */
export function blanksOf(sentence: string): string {
  return [...new Set(sentence.match(/\{[a-zA-Z]+\}/g) ?? [])].sort().join(" ");
}
