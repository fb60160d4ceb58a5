import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("what the list holds only a part of is not told as the matter", () => {
  test.each([
    "二手车",
    "二手车市场",
    "私募基金",
    "无人机",
    "月子中心",
    "路边洗车",
    "占道经营 水果摊",
    "锅炉 烟尘",
    "棋牌室",
    "沐足",
    "量子计算",
    "快递柜占道",
    "无证托管班",
  ])("/authority %s is asked back, without a body", async (words) => {
    const told = await lookedUp(`/authority ${words}`);
    expect(told.outcome).toBe("clarification");
    expect(told.sources).toEqual([]);
    expect(told.text).toContain("没有录入不等于没有");
    expect(told.text).not.toMatch(/查处。|这件事归(?!公安交管)/u);
  });

  test.each([
    "二手车市场归谁管",
    "私募基金归谁管",
    "月子中心谁监管",
    "快递柜占道归谁管",
    "无证托管班归谁",
  ])("%s: neither in everyday words", async (asked) => {
    const told = await lookedUp(asked);
    expect(told.outcome).toBe("clarification");
    expect(told.sources).toEqual([]);
  });

  test("the door outside the list that is named is told", async () => {
    expect((await lookedUp("/authority 无人机黑飞")).text).toContain("空中交通管理");
    expect((await lookedUp("/authority 二手车")).text).toContain("商务部门");
  });

  test("what is near is offered to choose from", async () => {
    const told = await lookedUp("/authority 占道经营 水果摊");
    expect(told.choices).toContain("/authority 户外广告、招牌、占道、堆物、乱贴");
  });
});

describe("the same thing in other words is the matter", () => {
  test.each([
    ["互联网广告", "advertising"],
    ["网络广告", "advertising"],
    ["网吧 未成年人", "internet-cafes"],
    ["网吧 接纳未成年人", "internet-cafes"],
    ["黑职介", "dispatch-agencies"],
    ["缺斤少两", "metrology"],
    ["小卖部 只卖预包装食品", "food-business"],
    ["kitchen fumes", "catering-fumes"],
  ])("/authority %s → %s", async (words, row) => {
    expect((await lookedUp(`/authority ${words}`)).shown).toEqual([row]);
  });
});

describe("which of the two licences is missing", () => {
  test.each([
    "有许可证没执照归谁查",
    "有许可证没有营业执照谁管",
    "办了许可证没办执照归谁罚",
    "许可证有，执照没有，归谁管",
  ])("%s: the business licence, so the market regulator", async (asked) => {
    const told = await lookedUp(asked);
    expect(told.shown).toEqual(["trading-without-business-licence"]);
    expect(told.leads[0]).toContain("市场监督管理部门");
  });

  test.each(["/authority 无证又无照", "证照都没有归谁管"])("%s: both", async (asked) => {
    const told = await lookedUp(asked);
    expect(told.shown).toEqual(["no-licence-no-registration"]);
    expect(told.leads[0]).toContain("不是市场监管部门");
  });

  test.each(["有执照没许可证谁来罚", "无证经营怎么罚", "没证经营谁管", "/authority 无证经营"])(
    "%s: the permit, so it depends on which",
    async (asked) => {
      const told = await lookedUp(asked);
      expect(told.outcome).toBe("answered");
      expect(told.sources).toContain("unlicensed-trading-measures/5");
      expect(told.text).toContain("哪一种许可");
    },
  );
});

describe("a card", () => {
  test.each(["无证又无照", "电梯", "电动车楼道充电", "加油站", "剧本杀", "房产证"])(
    "/authority %s has its conclusion in the first line",
    async (words) => {
      expect((await lookedUp(`/authority ${words}`)).leads.length).toBeGreaterThan(0);
    },
  );

  test.each(["网吧", "KTV", "广场舞", "烧秸秆", "油烟"])(
    "/authority %s leaves what is pushed to whom to the hand-over",
    async (words) => {
      const told = await lookedUp(`/authority ${words}`);
      expect(told.text).not.toContain("收到消费者投诉");
      expect(told.choices[0]).toMatch(/^\/handover /u);
      expect(told.text.split("\n\n依据:")[0]!.length).toBeLessThan(1000);
    },
  );
});
