import { describe, expect, test } from "vitest";
import { firstDate, unreadDay, withIsoDates } from "../../src/language/dates.ts";

// A Tuesday.
const TODAY = "2026-11-24";

describe("a day is read however it is written", () => {
  test.each([
    ["投诉 2026年9月28日", "投诉 2026-09-28"],
    ["complaint 2026/9/8", "complaint 2026-09-08"],
    ["生态环境法典 1132 2026-08-14", "生态环境法典 1132 2026-08-14"],
    ["听证 2026年11月3号", "听证 2026-11-03"],
    ["立案 20260928", "立案 2026-09-28"],
    ["立案 9月28日", "立案 2026-09-28"],
    ["立案 9月28", "立案 2026-09-28"],
    ["检测 9月22日到10月12日", "检测 2026-09-22到2026-10-12"],
    ["投诉 昨天", "投诉 2026-11-23"],
    ["投诉 前天", "投诉 2026-11-22"],
    ["投诉 大前天", "投诉 2026-11-21"],
    ["投诉 今天", "投诉 2026-11-24"],
    ["投诉 3天前", "投诉 2026-11-21"],
    ["行政许可 下周一", "行政许可 2026-11-30"],
    ["行政许可 上周五", "行政许可 2026-11-20"],
    ["行政许可 本周日", "行政许可 2026-11-29"],
    ["行政许可 上个星期天", "行政许可 2026-11-22"],
    ["complaint yesterday", "complaint 2026-11-23"],
    ["complaint last Friday", "complaint 2026-11-20"],
    ["complaint next Monday", "complaint 2026-11-30"],
    ["complaint 28 September 2026", "complaint 2026-09-28"],
    ["complaint Sept. 28, 2026", "complaint 2026-09-28"],
    ["complaint September 28", "complaint 2026-09-28"],
  ])("%s → %s", (typed, iso) => {
    expect(withIsoDates(typed, TODAY)).toBe(iso);
  });

  test("the first one is taken out of the words", () => {
    expect(firstDate("投诉 2026-09-28 检测 2026-10-12至2026-10-20")).toEqual({
      day: "2026-09-28",
      rest: "投诉 检测 2026-10-12至2026-10-20",
    });
    expect(firstDate("食品安全法 35")).toBeNull();
    expect(firstDate("2026-02-30")).toBeNull();
  });
});

describe("what is no day is not taken for one", () => {
  test.each([
    "2026-02-30",
    "2月30日",
    "20261301",
    "2026年9月",
    "9月底",
    "上个月",
    "下周",
    "9/28",
    "28号",
    "next week",
  ])("%s", (typed) => {
    const text = withIsoDates(`投诉 ${typed}`, TODAY);
    expect(firstDate(text)).toBeNull();
    expect(unreadDay(text)).toBe(typed);
  });

  test.each(["行政许可", "12315投诉", "食品抽检复检", "16+X", "二级召回", "complaint"])(
    "%s holds none",
    (words) => {
      expect(unreadDay(words)).toBeNull();
    },
  );
});
