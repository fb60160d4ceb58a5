import { describe, expect, test } from "vitest";
import { measure, measureFolds, recallAt, summary } from "../evaluation/retrieval.ts";
import { foldOf } from "../evaluation/retrieval-folds.ts";

const ARTICLES = [
  { id: 1, law: "面包法", text: "烘烤面包应当使用洁净的炉具。" },
  { id: 2, law: "渡船法", text: "渡船应当在指定码头停泊。" },
  { id: 3, law: "渡船法", text: "船员应当持证上岗。" },
];
const QUESTIONS = [
  { id: 0, question: "烘烤面包的炉具有什么要求", gold: [1] },
  { id: 1, question: "渡船可以停泊在哪个码头", gold: [2] },
  { id: 2, question: "谁能掌舵", gold: [3] },
];

describe("measuring retrieval", () => {
  test("recall is the share of right articles among the first", () => {
    const gold = new Set(["1", "2"]);
    expect(recallAt(gold, ["2", "9", "1"], 1)).toBe(0.5);
    expect(recallAt(gold, ["2", "9", "1"], 3)).toBe(1);
  });

  test("the reciprocal rank counts the first right article within ten", () => {
    const far = Array.from({ length: 10 }, (_, at) => `no${at}`);
    const rankings = [
      { gold: new Set(["a"]), found: ["x", "a"], ms: 1 },
      { gold: new Set(["a"]), found: [...far, "a"], ms: 3 },
    ];
    expect(summary(3, rankings, 7)).toMatchObject({
      questions: 2,
      r1: 0,
      r5: 0.5,
      r100: 1,
      mrr10: 0.25,
      p99Ms: 3,
    });
  });

  test("asks every question of an index over the articles", () => {
    expect(measure(ARTICLES, QUESTIONS)).toMatchObject({ questions: 3, articles: 3, r1: 0.6667 });
  });

  test("an example question makes its article findable in other words", () => {
    const examples = [{ id: 9, question: "掌舵要本本吗", gold: [3] }];
    expect(measure(ARTICLES, QUESTIONS, examples).r1).toBe(1);
  });

  test("folds ask each question once and never with itself as an example", () => {
    expect(measureFolds(ARTICLES, QUESTIONS, 3)).toMatchObject({ questions: 3, r1: 0.6667 });
  });

  test("folds are equally large and the same on every run", () => {
    const folds = Array.from({ length: 100 }, (_, at) => foldOf(at, 5, 100));
    expect(folds).toEqual(Array.from({ length: 100 }, (_, at) => foldOf(at, 5, 100)));
    for (let fold = 0; fold < 5; fold++)
      expect(folds.filter((one) => one === fold)).toHaveLength(20);
  });
});
