import { z } from "zod";
import { Bilingual } from "../domain/language.ts";
import type { Problem } from "./problem.ts";
import { listFiles, problem, type Files, type Path } from "./shelf-walk.ts";
import type { YamlFile } from "./yaml-file.ts";

const Term = z.strictObject({
  zh: z.string().min(2),
  en: z.string().min(3),
  /** Wherever the Chinese term stands, the English one must stand too. */
  must: z.boolean(),
  /** Translations that may not stand for it. */
  never: z.array(z.string().min(3)),
});

/** knowledge/lexicon/glossary.yaml: official terms with their one English word. */
export const GlossaryFile = z.strictObject({ terms: z.array(Term).min(1) });

type Terms = z.infer<typeof Term>[];

/** Every statement in two languages uses the glossary's words. */
export function checkGlossary(shelf: Files): Problem[] {
  const terms = shelf.glossary.flatMap((read) => read.value.terms);
  const { departments, laws, rules, outside, facts, packages, zone } = shelf;
  const stating = [...departments, ...laws, ...rules, ...outside, ...facts, ...packages, ...zone];
  return [...stating, ...listFiles(shelf)].flatMap((read) =>
    statementsIn(read.value).flatMap((statement) => offences(read, statement, terms)),
  );
}

type Statement = Bilingual & { path: Path };

function offences(read: YamlFile<unknown>, { zh, en, path }: Statement, terms: Terms): Problem[] {
  const lower = en.toLowerCase();
  const says = (words: string) => problem(read, path, words);
  return terms.flatMap((term) => {
    if (!zh.includes(term.zh)) return [];
    const missing = term.must && !lower.includes(term.en);
    const wrong = term.never.filter((other) => lower.includes(other));
    return [
      ...(missing ? [says(`says ${term.zh} but not “${term.en}”: use the glossary's word`)] : []),
      ...wrong.map((other) => says(`calls ${term.zh} “${other}”: write “${term.en}”`)),
    ];
  });
}

function statementsIn(value: unknown, path: Path = []): Statement[] {
  if (Array.isArray(value))
    return value.flatMap((child, index) => statementsIn(child, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  const own = typeof zh === "string" && typeof en === "string" ? [{ zh, en, path }] : [];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    statementsIn(child, [...path, key]),
  );
  return [...own, ...inner];
}
