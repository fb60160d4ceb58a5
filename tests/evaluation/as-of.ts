import { z } from "zod";
import type { TurnRecord } from "../../src/conversation/record.ts";
import { plainText } from "../../src/domain/plain-text.ts";
import { theCore, visit } from "../support/visit.ts";
import { readRecords } from "./lines.ts";
import { states } from "./saying.ts";

/** A question about the rule of a day, with what held then: a line of as-of.jsonl. */
export const AsOfQuestion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  day: z.iso.date(),
  text: z.string().min(2),
  /** Id of the item asked about; null: it is about no item. */
  item: z.string().min(1).nullable(),
  /** What the right answer of that day holds. */
  says: z.string().min(1),
  /** What belongs to another day's rule and must not stand in the answer. */
  not: z.string().min(1).optional(),
  /** Law, version, article: where the two rules were read. */
  source: z.string().min(3),
});
export type AsOfQuestion = z.infer<typeof AsOfQuestion>;

/** What one answer lacked; empty: right. */
export type AsOfAnswer = { question: AsOfQuestion; lacks: string[] };

export const readAsOfQuestions = (): AsOfQuestion[] => readRecords("as-of.jsonl", AsOfQuestion);

/** Each question is asked at noon of its day, in a conversation of its own. */
export async function playAsOf(questions: readonly AsOfQuestion[]): Promise<AsOfAnswer[]> {
  const answers: AsOfAnswer[] = [];
  for (const question of questions) answers.push(await play(question));
  return answers;
}

async function play(question: AsOfQuestion): Promise<AsOfAnswer> {
  const visitor = visit(theCore(), "enterprise", `${question.day}T12:00:00+08:00`);
  const turn = await visitor.say(question.text);
  const said = plainText(turn.reply);
  const [first] = (turn.record as TurnRecord).items;
  return {
    question,
    lacks: [
      ...(turn.outcome === "answered" ? [] : [`outcome ${turn.outcome}`]),
      ...(question.item === null || first?.id === question.item
        ? []
        : [`item ${question.item}, got ${first?.id ?? "–"}`]),
      ...(states(said, question.says) ? [] : [`words ${question.says}`]),
      ...(question.not !== undefined && states(said, question.not) ? [`says ${question.not}`] : []),
    ],
  };
}

/** The total, then every failure by its id. */
export function printAsOf(answers: readonly AsOfAnswer[]): string {
  const wrong = answers.filter(({ lacks }) => lacks.length > 0);
  return [
    `as of a day: ${answers.length - wrong.length}/${answers.length} right`,
    ...wrong.map(
      ({ question: { id, day, text, source }, lacks }) =>
        `  ✗ ${id} ${day} “${text}” lacks ${lacks.join("; ")} (${source})`,
    ),
  ].join("\n");
}

/** `npm run evaluate -- as-of`. */
export async function main(): Promise<void> {
  console.log(printAsOf(await playAsOf(readAsOfQuestions())));
}
