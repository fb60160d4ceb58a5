import { z } from "zod";
import type { Answer } from "../capabilities/capability.ts";
import { articleName } from "../domain/article-name.ts";
import { Language } from "../domain/language.ts";
import { Role } from "../domain/message.ts";
import { Outcome } from "../domain/outcome.ts";
import type { Guarded } from "./guard.ts";

/** A source in the record of a turn. */
export const RecordedCitation = z.strictObject({
  id: z.string().describe("reference of the provision: law id / article"),
  title: z.string().describe("the law's Chinese title"),
  article: z.string().describe("the article as it is cited: 第三十五条"),
  version: z.string(),
  inForce: z.boolean().describe("in force on the day of the question"),
  verified: z.boolean().describe("the article's text was read in the source named"),
  checkedOn: z.string(),
});

/** What a turn leaves behind besides its words: everything a program may want to know of it. */
export const TurnRecord = z.strictObject({
  kinds: z.array(z.string()).describe("kinds of report; empty until reports are taken"),
  items: z
    .array(
      z.strictObject({ id: z.string(), name: z.string(), nameEn: z.string(), score: z.number() }),
    )
    .describe("what was found, best first; score is the confidence from 0 to 1"),
  departments: z
    .array(z.string())
    .describe("Chinese names of the departments whose matters were answered"),
  citations: z.array(RecordedCitation),
  decision: z.null().describe("verdict of an eligibility rule; null until such rules run"),
  workOrder: z.null().describe("work order of a report; null until reports are taken"),
  held: z.string().nullable().describe("why the reply was replaced by the safe one, if it was"),
});
export type TurnRecord = z.infer<typeof TurnRecord>;

const { held: _, ...recorded } = TurnRecord.shape;

/** One line of `onedoor ask --json`: a turn as programs read it. Published as docs/ask.schema.json. */
export const AskOutput = z.strictObject({
  v: z.literal(1),
  answer: z.string().describe("names this answer; `onedoor replay` makes it again"),
  conversation: z.string(),
  at: z.string().describe("the moment asked about, as given"),
  input: z.string(),
  as: Role,
  lang: Language,
  capability: z.string(),
  outcome: Outcome,
  ...recorded,
  reply: z.strictObject({ text: z.string(), choices: z.array(z.string()) }),
  knowledge: z.string().describe("content hash of the knowledge that answered"),
  ms: z.number().describe("milliseconds the turn took, without storing and delivering"),
});
export type AskOutput = z.infer<typeof AskOutput>;

export function turnRecord(answer: Answer, guarded: Guarded): TurnRecord {
  return {
    kinds: [],
    items: answer.items,
    departments: [...new Set(answer.departments.map((department) => department.zh))],
    citations: guarded.citations.map((citation, i) => ({
      id: citation.id,
      title: citation.title,
      article: articleName(citation.article, "zh"),
      version: citation.version,
      inForce: guarded.reply.citations[i]!.inForce,
      verified: citation.mark === "V",
      checkedOn: citation.checkedOn,
    })),
    decision: null,
    workOrder: null,
    held: guarded.held,
  };
}
