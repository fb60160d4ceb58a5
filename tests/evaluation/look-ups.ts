import { z } from "zod";
import type { TurnRecord } from "../../src/conversation/record.ts";
import { articleName } from "../../src/domain/article-name.ts";
import { Outcome } from "../../src/domain/outcome.ts";
import { plainText } from "../../src/domain/plain-text.ts";
import { theCore, visit } from "../support/visit.ts";
import { states } from "./saying.ts";
import { readRecords, shortTitle } from "./lines.ts";

/** A staff look-up, or a question in everyday words, with the right answer: a line of look-ups.jsonl. */
export const LookUpQuestion = z.strictObject({
  id: z.string().regex(/^s-\d{3}$/),
  ask: z.string().min(2),
  /** Who asks; staff if it is not said. */
  as: z.enum(["staff", "citizen"]).default("staff"),
  /** Day of the question; today's if it is not said. */
  day: z.iso.date().optional(),
  /** Parts of the names of bodies that must stand in the reply. */
  organs: z.array(z.string().min(1)),
  /** What must not stand in the reply: the body that is thought of first and is wrong. */
  notOrgans: z.array(z.string().min(1)),
  /** Title / article that must be among the sources. */
  cites: z.array(z.string().regex(/^.+\/(?:\d+(?:-\d+)?(?:\(\d+\))?|S\d+)$/)),
  /** Numbers and words that must stand in the reply. */
  says: z.array(z.string().min(1)),
  outcome: Outcome,
  /** How the expected answer was found. */
  why: z.string().optional(),
});
export type LookUpQuestion = z.infer<typeof LookUpQuestion>;

/** What one look-up lacked; empty: right. */
export type Answered = {
  question: LookUpQuestion;
  /** The command, or "free text". */
  kind: string;
  lacks: string[];
};

export const readLookUps = (): LookUpQuestion[] => readRecords("look-ups.jsonl", LookUpQuestion);

export const kindOf = ({ ask }: LookUpQuestion): string =>
  /^\/[a-z]+/.exec(ask)?.[0] ?? "free text";

/** Each question in a conversation of its own, over the real shelf. */
export async function playLookUps(questions: readonly LookUpQuestion[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const question of questions) answered.push(await play(question));
  return answered;
}

async function play(question: LookUpQuestion): Promise<Answered> {
  const at = question.day && `${question.day}T12:00:00+08:00`;
  const turn = await visit(theCore(), question.as, at).say(question.ask);
  const said = plainText(turn.reply);
  const { citations } = turn.record as TurnRecord;
  const sources = new Set(citations.map(({ title, article }) => `${shortTitle(title)}/${article}`));
  const cited = (wanted: string) => {
    const slash = wanted.lastIndexOf("/");
    const name = articleName(wanted.slice(slash + 1), "zh");
    const source = `${shortTitle(wanted.slice(0, slash))}/${name}`;
    return [...sources].some((one) => one === source || one.startsWith(`${source}(`));
  };
  const missing = (words: readonly string[]) => words.filter((one) => !states(said, one));
  return {
    question,
    kind: kindOf(question),
    lacks: [
      ...(turn.outcome === question.outcome
        ? []
        : [`outcome ${turn.outcome}, not ${question.outcome}`]),
      ...missing(question.organs).map((organ) => `body ${organ}`),
      ...question.notOrgans.filter((organ) => states(said, organ)).map((organ) => `names ${organ}`),
      ...question.cites.filter((source) => !cited(source)).map((source) => `source ${source}`),
      ...missing(question.says).map((words) => `words ${words}`),
    ],
  };
}

/** Totals by command, then every failure by its id. */
export function printLookUps(answered: readonly Answered[]): string {
  const right = answered.filter(({ lacks }) => lacks.length === 0).length;
  const kinds = Map.groupBy(answered, ({ kind }) => kind);
  return [
    `look-ups: ${right}/${answered.length} right`,
    ...[...kinds].map(
      ([kind, list]) =>
        `  ${kind.padEnd(12)} ${list.filter(({ lacks }) => lacks.length === 0).length}/${list.length}`,
    ),
    ...answered
      .filter(({ lacks }) => lacks.length > 0)
      .map(
        ({ question, lacks }) => `  ✗ ${question.id} “${question.ask}” lacks ${lacks.join("; ")}`,
      ),
  ].join("\n");
}

/** `npm run evaluate -- look-ups`. */
export async function main(): Promise<void> {
  console.log(printLookUps(await playLookUps(readLookUps())));
}
