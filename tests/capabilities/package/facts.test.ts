import { describe, expect, test } from "vitest";
import { factsSaid, isUnknown } from "../../../src/capabilities/package/facts.ts";
import { planningTools } from "../../support/planning.ts";

const pack = (id: string) => planningTools().knowledge.packages.get(id)!;
const said = (text: string, asking: string | null = null, id = "restaurant") =>
  factsSaid(text, pack(id), asking);

describe("a number is heard with its unit", () => {
  test.each([
    ["200平", 200],
    ["大概200平米", 200],
    ["两百平方", 200],
    ["一百二十平方米", 120],
    ["三百二平", 320],
    ["面积300", 300],
    ["门市是180㎡的", 180],
    ["1,200 square metres", 1200],
    ["about 90 sqm", 90],
    ["80 m2", 80],
    ["1万平", 10_000],
  ])("%s", (text, area) => {
    expect(said(text).area).toBe(area);
  });

  test.each([
    ["不到300平", { lessThan: 300 }],
    ["300平以下", { atMost: 300 }],
    ["200多平", { moreThan: 200 }],
    ["至少五百平", { atLeast: 500 }],
    ["不超过80平", { atMost: 80 }],
    ["100到150平", { atLeast: 100, atMost: 150 }],
    ["less than 300 sqm", { lessThan: 300 }],
    ["300平以上", { atLeast: 300 }],
  ])("only a side of it: %s", (text, span) => {
    expect(said(text).area).toEqual(span);
  });

  test.each([
    ["装修花30万", 300_000],
    ["三十万元装修", 300_000],
    ["一共投1.5万块", 15_000],
    ["RMB 300,000", 300_000],
    ["预算50万", 500_000],
  ])("money: %s", (text, cost) => {
    expect(said(text, "cost").cost).toBe(cost);
  });

  test.each([
    ["4.5吨", 4500],
    ["总质量4500公斤", 4500],
    ["12吨的大车", 12_000],
  ])("another unit: %s", (text, mass) => {
    expect(said(text, null, "freight-company").mass).toBe(mass);
  });

  test.each(["这是一平台", "5个人", "200米内有学校", "开业3天了"])("no area: %s", (text) => {
    expect(said(text).area).toBeUndefined();
  });
});

describe("a bare reply answers what was asked, and nothing else", () => {
  test("a number", () => {
    expect(said("200", "area")).toEqual({ area: 200 });
    expect(said("大概两百吧", "area")).toEqual({ area: 200 });
    expect(said("不对，是400", "area")).toEqual({ area: 400 });
    expect(said("200", null)).toEqual({});
    expect(said("200", "chain")).toEqual({});
  });

  test("money is asked in 万", () => {
    expect(said("30", "cost")).toEqual({ cost: 300_000 });
    expect(said("30万", "cost")).toEqual({ cost: 300_000 });
  });

  test.each(["是", "对", "要的", "有", "会", "yes", "yeah we do"])("%s is yes", (text) => {
    expect(said(text, "renovates")).toEqual({ renovates: true });
  });

  test.each(["否", "不", "不是", "没有", "不用", "都没有", "no", "not yet"])("%s is no", (text) => {
    expect(said(text, "renovates")).toEqual({ renovates: false });
  });

  test("an option by its place", () => {
    expect(said("第二个", "place", "drinks-snack-shop")).toEqual({ place: "stall" });
    expect(said("1", "place", "drinks-snack-shop")).toEqual({ place: "shop" });
  });
});

describe("words say yes and no by themselves", () => {
  test.each([
    ["装修", true],
    ["不装修", false],
    ["没有装修", false],
    ["不打算装修", false],
    ["已经装修好了", false],
    ["we will renovate", true],
    ["no renovation", false],
    ["without renovating anything", false],
  ])("%s", (text, renovates) => {
    expect(said(text).renovates).toBe(renovates);
  });

  test("several facts in one breath", () => {
    expect(said("200平，不装修，烟也不卖烟，加盟的")).toEqual({
      area: 200,
      renovates: false,
      tobacco: false,
      chain: true,
    });
  });

  test("a question says nothing", () => {
    expect(said("要不要装修")).toEqual({});
  });

  test("an option that is denied is not chosen", () => {
    expect(said("不摆摊", null, "drinks-snack-shop").place).toBeUndefined();
    expect(said("摆个摊位", null, "drinks-snack-shop").place).toBe("stall");
  });
});

test.each(["不知道", "还没想好", "不一定", "说不好", "看情况吧", "not sure", "I don't know yet"])(
  "%s: not known, which is not no",
  (text) => {
    expect(isUnknown(text)).toBe(true);
    expect(said(text, "renovates")).toEqual({});
  },
);
