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

  test("calendar days that end on a free day end on the next worked one", async () => {
    // 2026-09-18 and 15 days is 2026-10-03, in the National Day holidays: 2026-10-08.
    const told = await lookedUp("/clock 缴罚款 2026-09-18");
    expect(told.text).toContain("2026-10-08");
    expect(told.text).toContain("最后一天2026-10-03是休息日");
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
    expect(told.text).toMatch(/所用规则：work-injury（一直适用），起算日2026-11-02/u);
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
    ["劳动仲裁 2026-11-23", "2026-11-30"],
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
});
