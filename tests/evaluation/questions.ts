import type { TurnRecord } from "../../src/conversation/record.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import { theCore, visit } from "../support/visit.ts";
import { partOf, readQuestions, type EvaluationQuestion } from "./question-set.ts";

/** What became of one question. */
export type Scored = {
  question: EvaluationQuestion;
  outcome: Outcome;
  items: string[];
  hit1: boolean;
  hit5: boolean;
  outcomeRight: boolean;
};

/** A share with its Wilson 95 % interval. */
export type Share = { hits: number; of: number; share: number; low: number; high: number };

export type Report = {
  part: "dev" | "test";
  questions: number;
  hit1: Share;
  hit5: Share;
  outcome: Share;
  /** Of what is not OneDoor's: how much was not answered as if it were. */
  rejected: Share;
  /** Of what is OneDoor's: how much was not turned away. */
  kept: Share;
  /** Of what is not OneDoor's: how much got an answer about some item. */
  falseAnswers: Share;
  styles: Record<string, { hit1: Share; outcome: Share }>;
  failures: {
    id: string;
    style: string;
    asked: string;
    gold: string[];
    got: string[];
    outcome: Outcome;
    wanted: Outcome;
  }[];
};

/** @returns the questions of one part, each asked in a conversation of its own */
export async function evaluate(part: "dev" | "test"): Promise<Report> {
  const scored: Scored[] = [];
  for (const question of readQuestions())
    if (partOf(question) === part) scored.push(await score(question));
  return report(part, scored);
}

async function score(question: EvaluationQuestion): Promise<Scored> {
  const visitor = visit(theCore());
  let turn = await visitor.say(question.turns[0]!);
  for (const text of question.turns.slice(1)) turn = await visitor.say(text);
  const items = (turn.record as TurnRecord).items.map((item) => item.id);
  const among = (k: number) =>
    question.gold.every((gold) => items.slice(0, question.gold.length - 1 + k).includes(gold));
  return {
    question,
    outcome: turn.outcome,
    items,
    hit1: among(1),
    hit5: among(5),
    outcomeRight: turn.outcome === question.outcome,
  };
}

function report(part: Report["part"], scored: readonly Scored[]): Report {
  const ours = scored.filter(({ question }) => question.gold.length > 0);
  const others = scored.filter(
    // What a general rule answers names no item, and is ours all the same.
    ({ question }) => question.gold.length === 0 && question.outcome !== "answered",
  );
  const styles = Object.groupBy(scored, ({ question }) => question.style);
  return {
    part,
    questions: scored.length,
    hit1: share(ours, (s) => s.hit1),
    hit5: share(ours, (s) => s.hit5),
    outcome: share(scored, (s) => s.outcomeRight),
    rejected: share(others, (s) => s.outcome !== "answered"),
    kept: share(ours, (s) => s.outcome === "answered" || s.outcome === "clarification"),
    falseAnswers: share(others, (s) => s.outcome === "answered"),
    styles: Object.fromEntries(
      Object.entries(styles).map(([style, list]) => [
        style,
        {
          hit1: share(
            list.filter((s) => s.question.gold.length > 0),
            (s) => s.hit1,
          ),
          outcome: share(list, (s) => s.outcomeRight),
        },
      ]),
    ),
    failures: scored
      .filter((s) => !s.outcomeRight || (s.question.gold.length > 0 && !s.hit1))
      .map(({ question, items, outcome }) => ({
        id: question.id,
        style: question.style,
        asked: question.turns.join(" / "),
        gold: question.gold,
        got: items.slice(0, 3),
        outcome,
        wanted: question.outcome,
      })),
  };
}

/** Wilson score interval: E. B. Wilson, JASA 22 (1927), z = 1.96. */
function share<T>(list: readonly T[], holds: (one: T) => boolean): Share {
  const of = list.length;
  const hits = list.filter(holds).length;
  if (of === 0) return { hits, of, share: 1, low: 0, high: 1 };
  const z = 1.96;
  const p = hits / of;
  const centre = p + (z * z) / (2 * of);
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    hits,
    of,
    share: p,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}

/** The report as a table that a person can read. */
export function printReport({ part, questions, styles, failures, ...shares }: Report): string {
  const line = (name: string, { hits, of, share: s, low, high }: Share) =>
    `${name.padEnd(26)} ${(100 * s).toFixed(1).padStart(6)} %  [${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}]  ${hits}/${of}`;
  return [
    `${part}: ${questions} questions`,
    ...Object.entries(shares).map(([name, value]) => line(name, value)),
    ...Object.entries(styles).map(
      ([style, { hit1, outcome }]) =>
        `${line(`  ${style} hit1`, hit1)}\n${line(`  ${style} outcome`, outcome)}`,
    ),
    ...failures.map(
      ({ id, style, asked, gold, got, outcome, wanted }) =>
        `  ✗ ${id} (${style}) “${asked}” wanted ${gold.join("+") || "–"}/${wanted}, got ${got.join(",") || "–"}/${outcome}`,
    ),
  ].join("\n");
}

/** `npm run evaluate`: both parts, or one with --part dev|test; --json prints the reports as JSON. */
export async function main(args: readonly string[]): Promise<void> {
  const wanted = args[args.indexOf("--part") + 1];
  const parts: ("dev" | "test")[] =
    wanted === "dev" || wanted === "test" ? [wanted] : ["dev", "test"];
  for (const part of parts) {
    const result = await evaluate(part);
    console.log(args.includes("--json") ? JSON.stringify(result) : `${printReport(result)}\n`);
  }
}
