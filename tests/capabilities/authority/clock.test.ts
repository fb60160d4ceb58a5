import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("the last day of a limit", () => {
  // Counted by hand from the printed calendar of 2026: free 09-25 to 09-27 and 10-01 to 10-07, worked 09-20 and 10-10.
  test("working days go over the holidays, and the worked weekends count", async () => {
    const told = await lookedUp("/clock 处罚公示 2026-09-16");
    expect(told.text).toContain("20个工作日 | 2026-09-16 | 2026-10-20");
    expect(told.text).toMatch(/国庆节/u);
    expect(told.text).toContain("2026-10-10");
  });

  test("a last day that is free moves where an article says so, and both days and the article are told", async () => {
    // 2026-08-02 and 60 days is 2026-10-01, in the National Day holidays: 2026-10-08.
    const told = await lookedUp("/clock 申请行政复议 2026-08-02");
    expect(told.text).toContain("2026-10-08");
    expect(told.text).toContain("写明的最后一天2026-10-01是休息日");
    expect(told.sources).toContain("civil-procedure-law/85");
  });

  test("a last day that is free stays where no article moves it", async () => {
    const told = await lookedUp("/clock 缴罚款 2026-09-18");
    expect(told.text).toContain("2026-10-03");
    expect(told.text).not.toContain("2026-10-08");
    expect(told.text).toContain("没有写顺延");
  });

  test.each([
    ["/clock 查封扣押 2026-10-01", "2026-10-31"],
    ["/clock 冻结 2026-10-01", "2026-10-31"],
    ["/clock 治安案件 2026-10-02", "2026-11-01"],
  ])("%s is a ceiling on the authority, which never moves", async (asked, day) => {
    const told = await lookedUp(asked);
    expect(told.text).toContain(`| ${day}`);
    expect(told.text).toContain("上限，不顺延");
    expect(told.text).not.toContain("2026-11-02");
  });

  test("days of testing stop the step that says so, and no other, with the article that says so", async () => {
    const told = await lookedUp("/clock 投诉 2026-09-28 检测 2026-10-20至2026-10-30");
    expect(told.text).toContain("2026-10-13");
    expect(told.text).toContain("2026-12-23");
    expect(told.sources).toContain("market-complaint-report-measures/22");
  });

  test("a test that has not ended leaves the day open", async () => {
    const told = await lookedUp("/clock 扣押 2026-11-02 检测 2026-11-10起");
    expect(told.text).toContain("待定");
  });

  test("an extension has a last day of its own", async () => {
    // 30 days from 2026-11-02 is Wednesday 2026-12-02; 60 days is Friday 2027-01-01, New Year.
    const told = await lookedUp("/clock 查封 2026-11-02");
    expect(told.text).toContain("2026-12-02");
    expect(told.text).toContain("可延长30日");
  });

  test.each([
    ["/clock 处罚公示 2025-12-24", "penalty-publicity-rules-2021/9"],
    ["/clock 处罚公示 2025-12-25", "penalty-publicity-rules/9"],
    ["/clock 治安案件 2025-12-31", "public-security-penalties-law-2012/99"],
    ["/clock 治安案件 2026-01-01", "public-security-penalties-law/118"],
    ["/clock 食品召回 2026-11-30", "food-recall-measures-2015/13"],
    ["/clock 食品召回 2026-12-01", "food-recall-measures/11"],
  ])("%s is judged by the version of its day", async (asked, source) => {
    expect((await lookedUp(asked)).sources).toContain(source);
  });

  test("a day after the announced holidays is told as not announced", async () => {
    const told = await lookedUp("/clock 处罚案件 2026-11-23");
    expect(told.text).toContain("在已公布的放假安排之外");
  });

  test("the reply names its rule, so that the day can be checked later", async () => {
    const told = await lookedUp("/clock 工伤认定 2026-11-02");
    expect(told.text).toMatch(/所用规则：work-injury（.*2011-01-01起有效），起算日2026-11-02/u);
  });

  test("two, three, five and seven days of the Penalty Law are working days", async () => {
    // From Friday 2026-11-20: 7 working days end on Tuesday 2026-12-01.
    const told = await lookedUp("/clock 先行登记保存 2026-11-20");
    expect(told.text).toContain("7日（按该法指工作日） | 2026-11-20 | 2026-12-01");
  });

  test.each([
    ["年报 2025-12-31", "2026-06-30"],
    ["特种设备使用登记 2026-11-02", "2026-12-02"],
    ["事故报告 2026-11-23", "2026-12-23"],
    ["撤回公示 2026-11-23", "2026-11-26"],
    ["劳动仲裁 2026-11-23", "2026-11-28"],
    ["抽检复检 2026-11-23", "2026-12-02"],
    ["社保登记 2026-11-23", "2026-12-23"],
    ["交通事故 2026-11-23", "2026-12-03"],
  ])("/clock %s ends on %s", async (asked, day) => {
    expect((await lookedUp(`/clock ${asked}`)).text).toContain(day);
  });

  test("in English", async () => {
    const told = await lookedUp("/clock penalty publicity 2026-09-16");
    expect(told.text).toContain("20 working days");
    expect(told.text).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  test("is told from today where no day is given, and says so", async () => {
    expect((await lookedUp("/clock 投诉")).text).toContain("按今天（2026-11-24）算");
  });
});

describe("a day that is not understood", () => {
  test.each([
    "2026-02-30",
    "2月30日",
    "20261340",
    "9月底",
    "上个月",
    "下周",
    "28号",
    "2026年9月",
    "2026-09-28 检测 上周",
    "2026-09-28 检测 10月22日到10月12日",
    "2026-09-28 检测 2026-10-20至2026-10-40",
  ])("/clock 投诉 %s: nothing is counted", async (day) => {
    const told = await lookedUp(`/clock 投诉 ${day}`);
    expect(told.outcome).toBe("clarification");
    expect(told.text).toContain("没看懂日期");
    expect(told.text).not.toContain("最迟");
  });

  test.each([
    ["昨天", "2026-11-23"],
    ["前天", "2026-11-22"],
    ["9月28日", "2026-09-28"],
    ["9月28", "2026-09-28"],
    ["20260928", "2026-09-28"],
    ["2026年9月28日", "2026-09-28"],
    ["下周一", "2026-11-30"],
    ["上周五", "2026-11-20"],
    ["5天前", "2026-11-19"],
  ])("/clock 投诉 %s is %s", async (typed, day) => {
    expect((await lookedUp(`/clock 投诉 ${typed}`)).text).toContain(`· ${day}】`);
  });

  test("a pause without years is counted out and named", async () => {
    const told = await lookedUp("/clock 扣押 2026-09-16 检测 9月22日到10月12日");
    expect(told.text).toContain("检测2026-09-22至2026-10-12，已从这些期限里扣除");
    expect(told.text).toContain("| 2026-11-06");
  });
});

describe("the procedure that is named, and no other", () => {
  test.each([
    ["行政复议 2023-06-01", "复议后起诉"],
    ["处罚公示 2021-06-01", "虚假"],
    ["举报 2019-06-03", "广告"],
    ["听证 2020-03-02", "许可"],
  ])("/clock %s: no version for that day, and nothing in its place", async (asked, other) => {
    const told = await lookedUp(`/clock ${asked}`);
    expect(told.outcome).toBe("clarification");
    expect(told.text).toContain("那一天的规则没有录入");
    expect(told.text).not.toContain(other);
    expect(told.text).not.toContain("最迟");
  });

  test.each([
    ["施工许可证", "construction-permit", "7日内", "2026-10-05"],
    ["食品经营许可", "food-business-licence", "10个工作日内，可延长5个工作日", "2026-10-16"],
    ["食品经营许可证 变更", "food-business-licence", "10个工作日内", "2026-10-16"],
    ["药品经营许可", "drug-retail-licence", "20个工作日内", "2026-10-30"],
    ["环评报告表", "eia-form-approval", "30日内", "2026-10-28"],
    ["消防安全检查", "fire-check-before-opening", "10个工作日内", "2026-10-16"],
    ["construction permit", "construction-permit", "7 days", "2026-10-05"],
  ])("/clock %s reads the limit of the approval itself", async (words, item, limit, day) => {
    const told = await lookedUp(`/clock ${words} 2026-09-28`);
    expect(told.shown).toEqual([item]);
    expect(told.text).toContain(limit);
    expect(told.text).toContain(day);
  });

  test.each(["药品", "办结时限", "飞碟着陆"])(
    "/clock %s names none: it is not guessed",
    async (words) => {
      const told = await lookedUp(`/clock ${words} 2026-09-28`);
      expect(told.outcome).toBe("clarification");
      expect(told.sources).toEqual([]);
    },
  );

  test("the duty to register a change is not the approval of a change", async () => {
    expect((await lookedUp("/clock 变更登记期限 2026-11-02")).shown).toEqual([
      "change-registration",
    ]);
  });

  test("a period of the calendar is not counted from the day given", async () => {
    const told = await lookedUp("/clock 年报 2026-06-30");
    expect(told.text).toContain("2026-01-01 | 2026-06-30");
    expect(told.text).toContain("2026-07-14");
    expect(told.text).not.toContain("2026-12-30");
  });

  test("a tip that spans the change of the rules carries the warning", async () => {
    expect((await lookedUp("/clock 举报 2026-04-10")).text).toContain("跨2026年4月14日、15日");
  });
});
