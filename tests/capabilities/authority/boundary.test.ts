import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("where two bodies meet", () => {
  test.each([
    "/boundary 审批局 市场监管",
    "/boundary 审批局和市监局",
    "/boundary 审批局、市场监管局",
    "/boundary 行政审批局与工商",
  ])("%s: however the two are joined", async (asked) => {
    const told = await lookedUp(asked);
    expect(told.outcome).toBe("answered");
    expect(told.text).toContain("片区行政审批局 | 市场监督管理部门");
    expect(told.sources).toContain("administrative-licensing-law/61");
  });

  test.each([
    ["/boundary police, market regulator", "Police | Market regulation department"],
    ["/boundary approval bureau tax office", "Approval bureau of the zone and Tax authority"],
    [
      "/boundary tobacco bureau, market regulator",
      "Tobacco monopoly bureau | Market regulation department",
    ],
  ])("%s: English names have blanks in them", async (asked, columns) => {
    const told = await lookedUp(asked);
    expect(told.text).toContain(columns);
  });

  test("pages through many matters, the disputed ones first", async () => {
    const first = await lookedUp("/boundary 审批局 市场监管");
    const [next] = first.choices;
    expect(first.text).toMatch(/第1\/\d+页/u);
    expect(next).toBe("/boundary 片区行政审批局 市场监督管理部门 2");
    const second = await lookedUp(next!);
    expect(second.text).toMatch(/第2\/\d+页/u);
    expect(first.text).toContain("易争的");
    expect(second.shown.filter((id) => first.shown.includes(id))).toEqual([]);
  });

  test("a page beyond the last is the last", async () => {
    const told = await lookedUp("/boundary 审批局 市场监管 99");
    const [, page, pages] = /第(\d+)\/(\d+)页/u.exec(told.text)!;
    expect(page).toBe(pages);
    expect(told.choices).toEqual([]);
  });

  test("two that share nothing are told so, which is not that there is no overlap", async () => {
    const told = await lookedUp("/boundary 气象 烟草");
    expect(told.outcome).toBe("clarification");
    expect(told.text).toContain("没有录入不等于没有交叉");
  });

  test("tax and human resources share the social insurance contributions", async () => {
    const told = await lookedUp("/boundary 税务 人社");
    expect(told.text).toContain("拖欠工资、社会保险");
    expect(told.shown).toEqual(["wages-insurance"]);
  });

  test("a body kept only as an unproven candidate is never one of the two", async () => {
    const told = await lookedUp("/boundary maritime safety administration and work safety");
    expect(told.text).not.toContain("candidate");
  });

  test("a case counts as that case only, and is said to", async () => {
    const told = await lookedUp("/boundary 审批局 市场监管");
    expect(told.text).toContain("执法只限：有文化许可、只缺营业执照");
    expect((await lookedUp("/boundary 疾控 卫健")).text).not.toContain("化妆品");
  });

  test("what is still to be designated between the two is named as open", async () => {
    const told = await lookedUp("/boundary 生态环境局 城管");
    for (const matter of ["餐饮油烟", "露天烧烤", "社会生活噪声", "建筑垃圾"])
      expect(told.text).toContain(matter);
    expect(told.text).toContain("不作猜测");
  });

  test("one body alone is told that a second is missing", async () => {
    const told = await lookedUp("/boundary 审批局");
    expect(told.text).toContain("要写两个部门");
    expect(told.text).not.toContain("没有查到");
  });
});
