import { describe, expect, test } from "vitest";
import { factsSaid } from "../../../src/capabilities/package/facts.ts";
import { planningTools } from "../../support/planning.ts";

const said = (id: string, text: string, asking: string | null = null) =>
  factsSaid(text, planningTools().knowledge.packages.get(id)!, asking);

describe("tonnes as truckers say them", () => {
  test.each([
    ["车总质量四吨八", 4800],
    ["4吨9的车 拉菜", 4900],
    ["四吨半", 4500],
    ["六吨八", 6800],
    ["十二吨半", 12_500],
    ["4吨800公斤", 4800],
    ["四吨零五百公斤", 4500],
    ["都不到4吨半", { lessThan: 4500 }],
    ["4吨半以下", { atMost: 4500 }],
    ["超过四吨半", { moreThan: 4500 }],
    ["8.6 tonnes", 8600],
    ["半吨", 500],
  ])("%s", (text, mass) => {
    expect(said("freight-company", text).mass).toEqual(mass);
  });

  test.each(["4吨950", "四吨八百", "几吨", "好几十吨", "4吨二三"])(
    "not read whole, not booked: %s",
    (text) => {
      expect(said("freight-company", text).mass).toBeUndefined();
    },
  );
});

describe("areas as shopkeepers say them", () => {
  test.each([
    ["八九十平吧", { atLeast: 80, atMost: 90 }],
    ["七八十平", { atLeast: 70, atMost: 80 }],
    ["一百七八平", { atLeast: 170, atMost: 180 }],
    ["一两百平", { atLeast: 100, atMost: 200 }],
    ["80-90平", { atLeast: 80, atMost: 90 }],
    ["一百平不到", { lessThan: 100 }],
    ["一百平都不到", { lessThan: 100 }],
    ["没有80平", { lessThan: 80 }],
    ["小一百平", { lessThan: 100 }],
    ["将近三百平", { lessThan: 300 }],
    ["八十来平", { atLeast: 72, atMost: 88 }],
    ["200平左右", { atLeast: 180, atMost: 220 }],
    ["一百出头平", { moreThan: 100 }],
    ["使用面积70 建筑面积95", 95],
    ["使用面积70平，建筑面积95平", 95],
    ["使用面积70平", { atLeast: 70 }],
    ["套内六十平", { atLeast: 60 }],
    ["不是60平，是80平", 80],
    ["60平2层", 60],
    ["seventy square meters", 70],
    ["a hundred and twenty sqm", 120],
    ["a couple of hundred sqm", 200],
    ["seventy to eighty square metres", { atLeast: 70, atMost: 80 }],
    ["just under ninety sqm", { lessThan: 90 }],
    ["two thousand five hundred m2", 2500],
  ])("%s", (text, area) => {
    expect(said("restaurant", text).area).toEqual(area);
  });

  test.each([
    "几十平",
    "好几百平",
    "一楼60平 二楼40平",
    "每层60平",
    "several hundred sqm",
    "店面3层",
    "二三四平",
  ])("not one number: %s", (text) => {
    expect(said("restaurant", text).area).toBeUndefined();
  });

  test("in an answer", () => {
    expect(said("restaurant", "八九十吧", "area")).toEqual({ area: { atLeast: 80, atMost: 90 } });
    expect(said("restaurant", "seventy", "area")).toEqual({ area: 70 });
    expect(said("restaurant", "about a hundred", "area")).toEqual({ area: 100 });
    expect(said("restaurant", "不到一百", "area")).toEqual({ area: { lessThan: 100 } });
  });
});

describe("people, days and money are those that are asked for", () => {
  test("people", () => {
    expect(said("large-event", "七八百人").people).toEqual({ atLeast: 700, atMost: 800 });
    expect(said("large-event", "来七八个人").people).toEqual({ atLeast: 7, atMost: 8 });
  });

  test.each([
    ["干半年", 182.5],
    ["干一年半", 547.5],
    ["合同一个半月", 45],
    ["雇两年", 730],
    ["works for six months", 180],
    ["干1年零6个月", 545],
  ])("days: %s", (text, days) => {
    expect(said("hire-foreigners", text).days).toBe(days);
  });

  test("experience is no stay", () => {
    expect(said("hire-foreigners", "他有5年经验").days).toBeUndefined();
  });

  test.each(["房租一年十万", "月租八千块", "注册资本50万", "罚了我两千块", "加盟费6万", "一万平"])(
    "another sum is no cost of works: %s",
    (text) => {
      expect(said("restaurant", text).cost).toBeUndefined();
    },
  );

  test("the sum of the works", () => {
    expect(said("restaurant", "要装 大概三十来万").cost).toEqual({
      atLeast: 270_000,
      atMost: 330_000,
    });
    expect(said("restaurant", "装修花了四十多万").cost).toEqual({ moreThan: 400_000 });
    expect(said("restaurant", "二三十万", "cost").cost).toEqual({
      atLeast: 200_000,
      atMost: 300_000,
    });
  });
});
