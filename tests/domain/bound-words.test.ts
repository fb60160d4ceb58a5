import { expect, test } from "vitest";
import { boundsInWords } from "../../src/domain/bound-words.ts";

test.each([
  ["zh", "货值不超过500元", [{ number: 500, test: "atMost" }]],
  ["zh", "货值超过500元", [{ number: 500, test: "moreThan" }]],
  ["zh", "过期不足1个月", [{ number: 1, test: "lessThan" }]],
  ["zh", "在5个工作日以内改正", [{ number: 5, test: "atMost" }]],
  ["zh", "面积300平方米以上", [{ number: 300, test: "atLeast" }]],
  ["zh", "少缴不超过100万元", [{ number: 1_000_000, test: "atMost" }]],
  ["zh", "一共500元", [{ number: 500, test: null }]],
  ["en", "worth at most 1,000 yuan", [{ number: 1000, test: "atMost" }]],
  ["en", "by less than 0.1 times", [{ number: 0.1, test: "lessThan" }]],
  ["en", "at most 1 million yuan", [{ number: 1_000_000, test: "atMost" }]],
  [
    "en",
    "over 30 and at least 18",
    [
      { number: 30, test: "moreThan" },
      { number: 18, test: "atLeast" },
    ],
  ],
] as const)("%s %s", (lang, words, bounds) => {
  expect(boundsInWords(words, lang)).toEqual(bounds);
});
