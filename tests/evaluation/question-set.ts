import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Outcome } from "../../src/domain/outcome.ts";

const FOLDER = fileURLToPath(new URL("questions/", import.meta.url));

export const Style = z.enum([
  "formal",
  "colloquial",
  "north-eastern",
  "typo",
  "pinyin",
  "english",
  "two-in-one",
  "follow-up",
  "out-of-scope",
  "near-miss",
]);

/** One question of the evaluation set: a line of tests/evaluation/questions/*.jsonl. */
export const EvaluationQuestion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  style: Style,
  /** What the visitor says; only the last turn is scored. */
  turns: z.array(z.string().min(1)).min(1),
  /** Ids of the items asked about; none for what is not OneDoor's. */
  gold: z.array(z.string()),
  /** How the turn should end. */
  outcome: Outcome,
});
export type EvaluationQuestion = z.infer<typeof EvaluationQuestion>;

/** All questions, in the files' order. @throws with file and line when one is not of the shape */
export function readQuestions(): EvaluationQuestion[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) =>
      readFileSync(FOLDER + name, "utf8")
        .split("\n")
        .flatMap((line, i) => readLine(name, i + 1, line)),
    );
}

function readLine(file: string, line: number, text: string): EvaluationQuestion[] {
  if (text.trim() === "") return [];
  const parsed = EvaluationQuestion.safeParse(JSON.parse(text));
  if (parsed.success) return [parsed.data];
  throw new Error(`${file}:${line} ${z.prettifyError(parsed.error)}`);
}

/**
 * Which part a question belongs to. All questions about an item are in the same part, so that nothing
 * learned from one wording of an item is tested on another; questions about no item go by their own id.
 */
export function partOf(question: EvaluationQuestion): "dev" | "test" {
  const key = question.gold[0] ?? question.id;
  return createHash("sha256").update(`onedoor-1 ${key}`).digest()[0]! % 2 === 0 ? "dev" : "test";
}
