import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("what a body may do", () => {
  test("is its matters with role and basis, page by page", async () => {
    const told = await lookedUp("/power 市监");
    expect(told.text).toMatch(/市场监督管理部门的权责共\d+项（第1\/\d+页）/u);
    expect(told.choices).toEqual(["/power 市场监督管理部门 2"]);
    const second = await lookedUp("/power 市监 2");
    expect(second.text).toMatch(/第2\/\d+页/u);
    expect(second.text).not.toBe(told.text);
  });

  test("counts the cases of a body that has no matter of its own", async () => {
    const told = await lookedUp("/power 劳动仲裁");
    expect(told.outcome).toBe("answered");
    expect(told.text).toContain("拖欠工资、社会保险 | 执法只限：劳动关系、赔偿有争议");
  });

  test("16+X is the team, not the number 16", async () => {
    const team = await lookedUp("/power 16+X");
    expect(team.text).toContain("片区综合监管执法队伍（16+X）的权责");
    const number = await lookedUp("/power 16");
    expect(number.shown).toEqual(["enforcement-departments-16"]);
  });

  test("a body without rows is told so", async () => {
    const told = await lookedUp("/power 边检");
    expect(told.outcome).toBe("clarification");
    expect(told.text).toContain("还没有出入境边防检查机关的权责条目");
  });

  test("its own core comes first", async () => {
    const told = await lookedUp("/power 市场监管局");
    expect(told.shown.slice(0, 4)).toContain("food-business");
    expect(told.shown.slice(0, 10)).not.toContain("wildlife");
  });

  test("a role that was not read in the text carries its doubt", async () => {
    expect((await lookedUp("/power 城管")).text).toContain("露天烧烤 | 监管（未核到原文）");
  });

  test("a matter in place of a body gets its card", async () => {
    expect((await lookedUp("/power 广场舞")).shown).toEqual(["social-noise"]);
  });
});

describe("what a published number counts", () => {
  test.each([
    ["330", "2021-06-25", "yingkou-area-practice/S2"],
    ["388", "83", "yingkou-area-practice/S12"],
    ["574", "监管权限", "yingkou-area-practice/S21"],
    ["587", "133加454", "liaoning-ftz-delegation-reply/S2"],
  ])("%s is told with its day and source, and added to nothing", async (number, says, source) => {
    const told = await lookedUp(`/power ${number}`);
    expect(told.text).toContain(says);
    expect(told.sources).toContain(source);
    expect(told.text).toContain("不能相加");
  });

  test("a number nobody published is not explained", async () => {
    const told = await lookedUp("/power 331");
    expect(told.outcome).toBe("clarification");
    expect(told.sources).toEqual([]);
  });
});
