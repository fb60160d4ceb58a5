import { z } from "zod";
import { CitedStatement } from "./cited-statement.ts";
import { Questions } from "./handling-item.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";

const Says = z.array(CitedStatement.extend({ mark: EvidenceMark.default("V") })).min(1);

/** A question about procedure that no single item answers: what a filing is, what to do when papers are refused. */
export const GeneralRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: Bilingual,
  words: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** The conclusion first, then what else is worth knowing. */
  says: Says,
  questions: Questions,
  /** Written for who applies it, not for who is subject to it: told to staff only. */
  forStaff: z.boolean().default(false),
  /** What it said until a day, the last day named, in full. */
  earlier: z.array(z.strictObject({ validTo: Day, says: Says })).default([]),
});
export type GeneralRule = z.infer<typeof GeneralRule>;

/** One file of knowledge/general-rules. */
export const GeneralRuleFile = z.strictObject({ rules: z.array(GeneralRule).min(1) });
