import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("what an article decides", () => {
  test("an article in force leads with its content", async () => {
    const told = await lookedUp("/law 食品安全法 122");
    expect(told.leads).toHaveLength(1);
    expect(told.sources).toEqual(["food-safety-law/122"]);
  });

  test.each([
    ["/law 大气污染防治法 118", "air-pollution-law/118", "ecological-environment-code/1132"],
    ["/law 噪声法 82", "noise-pollution-law/82", "ecological-environment-code/1190"],
  ])("%s: a repealed article never leads and is no source", async (asked, old, now) => {
    const told = await lookedUp(asked);
    expect(told.leads).toEqual([]);
    expect(told.sources).not.toContain(old);
    expect(told.sources).toContain(now);
    expect(told.text).toContain("不能再作依据引用");
    expect(told.text).toContain("仅供核对旧案");
  });

  test("on its last day the old article still leads, with the warning that it ends", async () => {
    const told = await lookedUp("/law 环境影响评价法 31 2026-08-14");
    expect(told.leads).toHaveLength(1);
    expect(told.text).toContain("2026-08-14之后不再有效");
  });

  test("an article that is not law yet is told with its day and the article that still is", async () => {
    const told = await lookedUp("/law 生态环境法典 1132 2026-08-14");
    expect(told.leads).toEqual([]);
    expect(told.text).toContain("2026-08-15起才施行");
    expect(told.sources).toContain("air-pollution-law/118");
    expect(told.sources).not.toContain("ecological-environment-code/1132");
  });

  test("a rule that begins next month does not lead today", async () => {
    const told = await lookedUp("/law 食品召回管理办法 11");
    expect(told.text).toContain("2026-12-01起才施行");
    expect(told.sources).toEqual(["food-recall-measures-2015/13"]);
  });

  test("of two versions of one number the one in force leads", async () => {
    const now = await lookedUp("/law 治安管理处罚法 58");
    expect(now.sources).toContain("public-security-penalties-law/58");
    const then = await lookedUp("/law 治安管理处罚法 58 2025-06-01");
    expect(then.sources).toContain("public-security-penalties-law-2012/58");
    expect(then.sources).not.toContain("public-security-penalties-law/58");
  });

  test("an article that was not entered is not said to be missing in the law", async () => {
    const told = await lookedUp("/law 食品安全法 3");
    expect(told.outcome).toBe("clarification");
    expect(told.text).toContain("不代表没有这一条");
  });

  test("a law alone is its versions and its entered articles", async () => {
    const told = await lookedUp("/law 食品经营许可和备案管理办法");
    expect(told.text).toContain("2023-12-01起施行");
    expect(told.text).toContain("已录入的条文");
  });

  test("in English", async () => {
    const told = await lookedUp("/law Food Safety Law art. 122");
    expect(told.text).toContain("50,000");
    expect(told.text).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  test.each([["烟草专卖法 16 2010-01-01"], ["消防法 58 2015-01-01"], ["食品安全法 35 2015-01-01"]])(
    "/law %s: the text entered begins on its day, not the article",
    async (asked) => {
      const told = await lookedUp(`/law ${asked}`);
      expect(told.text).not.toContain("才施行");
      expect(told.text).toContain("那时的文本没有录入");
    },
  );

  test.each([
    "辽宁省优化营商环境条例 20",
    "辽宁省行政执法条例 10",
    "营口市城市管理条例",
    "营口自贸区条例 5",
    "营口市条例 3",
    "辽宁省食品小作坊小餐饮及摊贩条例",
    "art. 117 of the air law",
  ])(
    "/law %s: another place's, or another kind of text, is not told in its place",
    async (asked) => {
      const told = await lookedUp(`/law ${asked}`);
      expect(told.outcome).toBe("clarification");
      expect(told.shown).toEqual([]);
      expect(told.text).not.toContain("起施行");
      for (const choice of told.choices) expect(choice).toMatch(/^\/law /u);
    },
  );

  test("a law that another one repealed is said to be", async () => {
    expect((await lookedUp("/law 城市供水条例 10")).text).toContain("城市供水条例同时废止");
  });

  test("a report is published, it is not in force", async () => {
    const told = await lookedUp("/law 营口8890热线平台的报道");
    expect(told.text).toContain("这不是法规");
    expect(told.text).not.toContain("施行");
  });

  test("on a past day what came later is told as later, and nothing is said to be left out", async () => {
    const told = await lookedUp("/law 环境影响评价法 31 2026-05-01");
    expect(told.text).toContain("后来由");
    expect(told.text).not.toContain("先不说");
    expect(told.text).not.toContain("现在看");
  });

  test("a title stands in one pair of brackets", async () => {
    expect((await lookedUp("/law 食品安全法 999")).text).not.toContain("《《");
  });
});
