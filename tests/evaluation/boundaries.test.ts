import { describe, expect, test } from "vitest";
import { against } from "./bounds.ts";
import { holdFacts, judge, printHeld, readFacts } from "./boundaries.ts";
import { numbersInEnglish } from "./english-numbers.ts";
import { numbersIn } from "./numbers.ts";
import { states } from "./saying.ts";

describe("numbers of a Chinese sentence", () => {
  test.each([
    ["处5万元以上10万元以下罚款", ["50000 yuan", "100000 yuan"]],
    ["处五千元以上三万元以下罚款", ["5000 yuan", "30000 yuan"]],
    ["罚5到10万元", ["5 yuan", "50000 yuan", "100000 yuan"]],
    ["1.5万元，或者3千元", ["15000 yuan", "3000 yuan"]],
    ["一百二十万元", ["1200000 yuan"]],
    ["1万5千元，1万5000元，一万五千元", ["15000 yuan", "15000 yuan", "15000 yuan"]],
    ["百分之三十，不到10%", ["30 percent", "10 percent"]],
    ["价值五到十倍", ["5 times", "10 times"]],
    ["二十个工作日，不是20日", ["20 working-day", "20 day"]],
    ["半年", ["0.5 year", "6 month"]],
    ["一年半", ["1.5 year", "18 month"]],
    ["24小时内", ["24 hour"]],
    [
      "满18周岁、两名、5公里、200平方米、5吨",
      ["18 age", "2 person", "5000 metre", "200 square-metre", "5 tonne", "5000 kg"],
    ],
    ["第三十五条规定，自2026年8月15日起三十日内，6月30日前", ["30 day"]],
    ["三分之二以上，万分之五", []],
    ["统一、一般、十分", []],
  ])("%s", (sentence, wanted) => {
    expect(numbersIn(sentence).map(({ number, unit }) => `${number} ${unit}`)).toEqual(wanted);
  });
});

test.each([
  ["from 50,000 to 100,000 yuan", [50_000, 100_000]],
  ["1.5 million, twice, twenty-four hours", [1_500_000, 2, 24]],
  ["two hundred thousand yuan; a full year; half", [200_000, 1, 0.5]],
  ["a firm, an office", []],
])("numbers of an English sentence: %s", (sentence, wanted) => {
  expect([...numbersInEnglish(sentence)]).toEqual(wanted);
});

describe("a fact and what the shelf says", () => {
  const fact = { number: 50_000, unit: "yuan", bound: "at-least" } as const;
  const says = (zh: string, en = "50,000 yuan, 20 days") => [{ zh, en }];

  test.each([
    ["the same number", fact, says("处5万元以上10万元以下罚款"), "right"],
    ["the other bound", fact, says("处1万元以上5万元以下罚款"), "wrong"],
    ["another number in English", fact, says("罚5万元以上", "from 500,000 yuan"), "wrong"],
    ["not spoken of", fact, says("由市场监管部门处罚"), "not-stated"],
    [
      "days for working days",
      { number: 20, unit: "working-day", bound: "at-most" },
      says("20日内"),
      "wrong",
    ],
    ["one day too many", { number: 20, unit: "day", bound: "at-most" }, says("21日内"), "wrong"],
  ] as const)("%s", (_, one, said, verdict) => {
    expect(judge(one, said).verdict).toBe(verdict);
  });

  test("“below” and “up to” are two bounds; a number that stands twice may hold both", () => {
    const below = { number: 10_000, unit: "yuan", bound: "less-than" } as const;
    expect(against(below, ["货值1万元以下的"])).toContain("1万元");
    expect(against(below, ["货值不足1万元的"])).toBeNull();
    expect(against(below, ["货值不足1万元的，罚1万元以上"])).toBeNull();
  });
});

describe("numbers read in the law texts", () => {
  const facts = readFacts();
  const held = holdFacts(facts);
  const count = (verdict: string) => held.filter((one) => one.verdict === verdict).length;

  test("are many, of many laws", () => {
    expect(facts.length).toBeGreaterThanOrEqual(360);
    expect(new Set(facts.map(({ law }) => law)).size).toBeGreaterThanOrEqual(90);
  });

  test("stand on the shelf as the law has them", () => {
    expect(count("wrong"), printHeld(held)).toBe(0);
    expect(count("right")).toBeGreaterThanOrEqual(300);
  });

  test("are seldom passed over: a wrong amount could hide there", () => {
    expect(count("not-stated"), printHeld(held, true)).toBeLessThan(40);
  });

  test("are about articles that are entered", () => {
    expect(count("not-entered"), printHeld(held, true)).toBe(0);
  });
});

test.each([
  ["罚一千元以下", "1000元", true],
  ["110日内", "10日", false],
  ["自受理之日起 20 个工作日", "20个工作日", true],
  ["20日内", "20个工作日", false],
  ["5万元以上10万元以下", "5万元以上10万元以下", true],
])("“%s” states %s: %s", (reply, words, wanted) => {
  expect(states(reply, words)).toBe(wanted);
});
