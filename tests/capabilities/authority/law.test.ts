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
});
