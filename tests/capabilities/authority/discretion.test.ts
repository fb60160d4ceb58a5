import { describe, expect, test } from "vitest";
import { IN_CHINESE, IN_ENGLISH } from "./everyday-violations.ts";
import { lookedUp } from "./looked-up.ts";

describe("the steps of a penalty", () => {
  test.each(IN_CHINESE)("%s → %s", async (words, table) => {
    const told = await lookedUp(`/discretion ${words}`);
    expect(told.shown[0]).toBe(table);
    expect(told.outcome).toBe("answered");
  });

  test.each(IN_ENGLISH)("%s → %s", async (words, table) => {
    const told = await lookedUp(`/discretion ${words}`);
    expect(told.shown[0]).toBe(table);
    expect(told.text).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  test("are those of the article, in its order and amounts", async () => {
    const told = await lookedUp("/discretion 危险废物标志");
    expect(told.sources).toEqual(["ecological-environment-code/1175"]);
    expect(told.text).toMatch(/5万元以上20万元以下[^]*20万元以上100万元以下/u);
  });

  test("an order without a fine is said to bring none", async () => {
    expect((await lookedUp("/discretion 执照没挂")).text).toContain("这一步不罚款");
  });

  test.each([
    ["卖假药", "情节严重 | 罚款同上"],
    ["油烟超标", "拒不改正 | 罚款同上"],
    ["占道堆放", "可以罚款，条文没写数额"],
    ["拒绝产品质量检查", "条文在这里没有规定罚款"],
  ])("%s: a step without an amount says why", async (words, said) => {
    expect((await lookedUp(`/discretion ${words}`)).text).toContain(said);
  });

  test("detention and pay owed to workers are no fines", async () => {
    expect((await lookedUp("/discretion 旅馆没有特种行业许可")).text).toContain(
      "5000元以下 | 拘留10日以上15日以下",
    );
    const wages = (await lookedUp("/discretion 拖欠工资")).text;
    expect(wages).toContain("50%以上100%以下");
    expect(wages).not.toMatch(/倍/u);
  });

  test("a later and higher law stands before the older regulation", async () => {
    const told = await lookedUp("/discretion 网吧接纳未成年人");
    expect(told.sources[0]).toBe("minors-protection-law/123");
    expect(told.text).toMatch(/5万元以上50万元以下/u);
  });

  test.each([
    ["无证经营", "没有许可做食品生意"],
    ["拒绝检查", "拒绝、阻挠食品检查"],
    ["进货查验", "进货没查验、没健康证、餐具没消毒、没管理制度"],
  ])("%s fits several: a list to choose from", async (words, one) => {
    const told = await lookedUp(`/discretion ${words}`);
    expect(told.shown).toEqual([]);
    expect(told.choices).toContain(`/discretion ${one}`);
  });

  test.each(["停水", "学区房", "罚款"])(
    "%s is not taken for what shares a piece",
    async (words) => {
      const told = await lookedUp(`/discretion ${words}`);
      expect(told.shown).toEqual([]);
      expect(told.outcome).toBe("clarification");
    },
  );

  test("are not a decision", async () => {
    expect((await lookedUp("/discretion 偷税")).text).toContain("由执法机关依法决定");
  });
});

test.each(["无证卖酒", "无证收废品", "没证开养老院", "没证开密室"])(
  "/discretion %s: no other trade's fine is told in its place",
  async (words) => {
    const told = await lookedUp(`/discretion ${words}`);
    expect(told.outcome).toBe("clarification");
    expect(told.shown).toEqual([]);
  },
);
