import { beforeAll, expect, test } from "vitest";
import { playAsOf, printAsOf, readAsOfQuestions, type AsOfAnswer } from "./as-of.ts";

let answers: AsOfAnswer[];
beforeAll(async () => {
  answers = await playAsOf(readAsOfQuestions());
}, 120_000);

test("there are questions enough, of days before and after a change", () => {
  expect(answers.length).toBeGreaterThanOrEqual(45);
  expect(new Set(answers.map(({ question }) => question.day)).size).toBeGreaterThan(10);
});

test("every answer holds what was the rule on its day, and nothing of another day's", () => {
  expect(answers.filter(({ lacks }) => lacks.length > 0).length, printAsOf(answers)).toBe(0);
});
