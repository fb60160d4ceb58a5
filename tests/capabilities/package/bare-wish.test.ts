import { describe, expect, test } from "vitest";
import { wantedPackage } from "../../../src/capabilities/package/wanted.ts";
import { planningTools } from "../../support/planning.ts";
import { planner } from "../../support/planning.ts";

const wanted = (text: string) => wantedPackage({ text }, planningTools())?.id ?? null;

describe("who wishes to open something gets its plan", () => {
  test.each([
    ["supermarket", "我要开超市"],
    ["supermarket", "开超市"],
    ["supermarket", "俺想整个小卖部"],
    ["restaurant", "我想开个面馆"],
    ["restaurant", "屯子里杀猪菜馆 要办啥 六十平"],
    ["restaurant", "打算盘个饺子馆"],
    ["restaurant", "how to open a bar"],
    ["restaurant", "I want to open a small restaurant"],
    ["restaurant", "我想在开发区开个烧烤店，八十平"],
    ["drinks-snack-shop", "开奶茶店要啥"],
    ["drinks-snack-shop", "开咖啡店咋整"],
    ["drinks-snack-shop", "how do I open a coffee shop?"],
    ["beauty-hair-salon", "开美容院"],
    ["beauty-hair-salon", "媳妇想开个美甲店"],
    ["bath-pool-gym", "开健身房"],
    ["bath-pool-gym", "I'd like to open a gym"],
    ["hotel", "咱家想开个民宿"],
    ["kindergarten", "开幼儿园都要办啥"],
    ["kindergarten", "想办个幼儿园"],
    ["kindergarten", "all steps to open a kindergarten"],
    ["nursery", "开托育园都要办啥"],
    ["factory", "开工厂 都要哪些手续"],
    ["factory", "开工厂 租厂房 做塑料袋 都办啥"],
    ["factory", "我想租厂房开工厂"],
    ["plant-from-land", "买了块地建厂全流程"],
    ["food-factory", "开食品厂要啥"],
  ])("%s: %s", (id, text) => {
    expect(wanted(text)).toBe(id);
  });
});

describe("a question about one thing stays one question", () => {
  test.each([
    "要办食品证吗",
    "开超市卖烟要什么证",
    "我要开超市 卖烟要证吗",
    "开饭店要什么证",
    "开饭店要多久",
    "开奶茶店要健康证吗",
    "开美容院执照多少钱",
    "公司注销",
    "我要注销公司",
    "开发票",
    "开个证明",
    "办个护照",
    "开药店要几个药师",
    "在健身房办卡不给退",
    "我在饭店上班",
    "幼儿园收费贵",
    "how much is a bar licence",
    "is a gym allowed in a basement",
    "I open a bank account",
  ])("%s", (text) => {
    expect(wanted(text)).toBeNull();
  });
});

describe("the plan asked for is the right one", () => {
  test("a kindergarten gets its school permit first and no nursery filing", () => {
    const { text } = planner()("开幼儿园都要办啥")!;
    expect(text).toContain("办学许可证");
    expect(text).not.toContain("托育机构备案");
  });

  test("a factory in a rented plant needs no land and no building permit", () => {
    const say = planner();
    const { text, state } = say("开工厂 租厂房 做塑料袋 都办啥")!;
    expect(state.package?.facts).toEqual({ plant: "rent" });
    expect(text).not.toContain("土地出让合同");
    expect(planner()("开工厂")!.state.package?.asking).toBe("plant");
  });

  test("a stall is asked nothing about fitting out, and its licence is not said to be unneeded", () => {
    const say = planner();
    say("开奶茶店、小吃店");
    const { text, state } = say("摆摊")!;
    expect(text).not.toMatch(/不用办：营业执照/);
    expect(text).toContain("留给省里规定");
    expect(text).toMatch(/未核到原文/);
    expect(text).not.toContain('门头招牌设置规范确认",');
    expect(state.package?.asking).toBeNull();
  });
});
