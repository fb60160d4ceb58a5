import { z } from "zod";
import { Bilingual } from "./language.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
export const Words = z.strictObject({
  zh: z.array(z.string().min(1)),
  en: z.array(z.string().min(1)),
});

/**
 * Something about a case that decides what applies: declared once, and named by its id in every condition.
 * knownBy: who can know it. What the party says is a claim; a record or an officer settles it.
 */
export const CaseFact = z
  .strictObject({
    id: Id,
    kind: z.enum(["number", "yes-no", "choice"]),
    /** How it is called in a sentence: 货值, past shelf life. */
    name: Bilingual,
    /** Unit of a number as people say it: 元, 天, 平方米. Needed for numbers only. */
    unit: Bilingual.optional(),
    ask: Bilingual,
    /** Words in a message that are about this fact. */
    words: Words,
    /** Words that say yes, and words that say no. */
    yes: Words.optional(),
    no: Words.optional(),
    options: z.array(z.strictObject({ id: Id, label: Bilingual, words: Words })).optional(),
    knownBy: z.enum(["party", "record", "officer"]),
  })
  .superRefine((fact, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if ((fact.kind === "number") !== (fact.unit !== undefined))
      refuse("unit", "a number needs its unit, anything else has none");
    if ((fact.kind === "choice") !== (fact.options !== undefined))
      refuse("options", "a choice needs its options, anything else has none");
  });
export type CaseFact = z.infer<typeof CaseFact>;

/** One file of knowledge/facts. */
export const CaseFactFile = z.strictObject({ facts: z.array(CaseFact).min(1) });
