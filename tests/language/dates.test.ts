import { expect, test } from "vitest";
import { firstDate, withIsoDates } from "../../src/language/dates.ts";

test.each([
  ["投诉 2026年9月28日", "投诉 2026-09-28"],
  ["投诉 2026/9/28 检测 2026.10.12至2026-10-20", "投诉 2026-09-28 检测 2026-10-12至2026-10-20"],
  ["2026年2月30日", "2026年2月30日"],
  ["国发〔2021〕7号", "国发〔2021〕7号"],
])("%s", (typed, iso) => {
  expect(withIsoDates(typed)).toBe(iso);
});

test("the first date is taken out, the others stay", () => {
  expect(firstDate("投诉 2026-09-28 检测 2026-10-12至2026-10-20")).toEqual({
    day: "2026-09-28",
    rest: "投诉 检测 2026-10-12至2026-10-20",
  });
  expect(firstDate("食品安全法 35")).toBeNull();
  expect(firstDate("2026-02-30")).toBeNull();
});
