import { expect, test } from "vitest";
import { amountWords } from "../../../src/capabilities/authority/amount.ts";

test.each([
  ["yuan", 50_000, 100_000, "5万元以上10万元以下", "from 50,000 yuan to 100,000 yuan"],
  ["yuan", null, 5_000, "5000元以下", "up to 5,000 yuan"],
  ["yuan", 15_000, null, "1.5万元以上", "at least 15,000 yuan"],
  ["yuan", 20_000, 20_000, "2万元", "20,000 yuan"],
  [
    "times-value",
    10,
    20,
    "货值金额10倍以上20倍以下",
    "from 10 times the value of the goods to 20 times the value of the goods",
  ],
  [
    "percent-contract",
    2,
    4,
    "合同价款的2%以上4%以下",
    "from 2% of the contract price to 4% of the contract price",
  ],
  ["days-detention", 5, 10, "拘留5日以上10日以下", "from 5 days' detention to 10 days' detention"],
] as const)("%s %s %s", (unit, min, max, zh, en) => {
  expect(amountWords({ unit, min, max }, "zh")).toBe(zh);
  expect(amountWords({ unit, min, max }, "en")).toBe(en);
});
