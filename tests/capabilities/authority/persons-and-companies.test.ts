import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("a company that lied to the registrar", () => {
  test.each(["/裁量 骗取登记", "/裁量 提交虚假材料 公司", "/裁量 虚报注册资本"])(
    "%s: the Company Law, with its persons, before the regulation",
    async (asked) => {
      const told = await lookedUp(asked);
      expect(told.shown[0]).toBe("false-registration");
      expect(told.sources[0]).toBe("company-law/250");
      expect(told.text).toMatch(/5万元以上200万元以下[^]*3万元以上30万元以下/u);
    },
  );

  test.each([
    ["/裁量 抽逃注册资本", "capital-withdrawn", "3万元以上30万元以下"],
    ["/裁量 认缴没实缴", "capital-not-paid", "1万元以上10万元以下"],
    ["/裁量 实缴没公示", "company-publicity-missing", "1万元以上5万元以下"],
  ])("%s → %s", async (asked, table, amount) => {
    const told = await lookedUp(asked);
    expect(told.shown[0]).toBe(table);
    expect(told.text).toContain(amount);
  });
});

describe("detention is of persons and no fine", () => {
  test.each(["/裁量 没环评就开工", "/裁量 没排污许可证", "/裁量 暗管", "/裁量 罂粟壳"])(
    "%s",
    async (asked) => {
      const rows = (await lookedUp(asked)).text.split("\n").filter((row) => /拘留\d/u.test(row));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row).toContain("责任人员");
        expect(row).not.toContain("同上档");
        expect(row).not.toMatch(/\d万?元以/u);
      }
    },
  );
});

test("an advertisement's agents and publishers, and the clinic itself, are in its table", async () => {
  const told = await lookedUp("/裁量 医疗广告没审查");
  expect(told.text).toMatch(/广告经营者、发布者/u);
  expect(told.text).toMatch(/吊销诊疗科目/u);
});
