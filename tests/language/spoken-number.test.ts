import { expect, test } from "vitest";
import { readSpokenNumber } from "../../src/language/spoken-number.ts";

test.each([
  ["300", 300],
  ["1.5", 1.5],
  ["3千", 3000],
  ["1.5万", 15_000],
  ["三百", 300],
  ["三百二", 320],
  ["三百零二", 302],
  ["两千五", 2500],
  ["一万", 10_000],
  ["一万五", 15_000],
  ["三十万", 300_000],
  ["十", 10],
  ["一百二十", 120],
])("%s is %d", (text, number) => {
  expect(readSpokenNumber(text)).toBe(number);
});

test.each(["", "平", "abc"])("%j is no number of anything", (text) => {
  expect(readSpokenNumber(text) || 0).toBe(0);
});
