import { z } from "zod";
import type { Language } from "../domain/language.ts";
import type { Problem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

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
    if (sentence === undefined)
      throw new Error(`no sentence "${key}": add it to knowledge/wording`);
    return sentence.replaceAll(/\{([a-zA-Z]+)\}/g, (_, blank: string) => {
      const value = values[blank];
      if (value === undefined)
        throw new Error(`sentence "${key}" has an unfilled blank {${blank}}`);
      return String(value);
    });
  };
}

type File = YamlFile<z.infer<typeof WordingFile>>;

/** Both languages say the same sentences with the same blanks. */
export function differentSentences(zh: readonly File[], en: readonly File[]): Problem[] {
  const missingIn = (others: readonly File[], files: readonly File[]) => {
    const said: Record<string, string> = Object.assign({}, ...others.map((file) => file.value));
    return files.flatMap((file) =>
      Object.entries(file.value)
        .filter(
          ([key, sentence]) =>
            said[key] === undefined || blanksOf(said[key]) !== blanksOf(sentence),
        )
        .map(([key]) => ({
          file: file.file,
          line: file.lineOf([key]),
          where: key,
          message: "the other language has no such sentence or other blanks: write it there too",
        })),
    );
  };
  return [...missingIn(en, zh), ...missingIn(zh, en)];
}

function blanksOf(sentence: string): string {
  return [...new Set(sentence.match(/\{[a-zA-Z]+\}/g) ?? [])].sort().join(" ");
}
