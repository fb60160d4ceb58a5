import { describe, expect, test } from "vitest";
import { factsSaid } from "../../../src/capabilities/package/facts.ts";
import { planningTools } from "../../support/planning.ts";

const said = (id: string, text: string, asking: string | null = null) =>
  factsSaid(text, planningTools().knowledge.packages.get(id)!, asking);

describe("a denial is a no, whatever verb stands between", () => {
  test.each([
    ["freight-company", "不是危险货物 就拉煤", "dangerous"],
    ["freight-company", "从来没拉过危险货物", "dangerous"],
    ["freight-company", "大件从来不接", "oversize"],
    ["freight-company", "货运站我们不开", "station"],
    ["restaurant", "不是加盟的 自己的店", "chain"],
    ["restaurant", "六十平 不算连锁", "chain"],
    ["restaurant", "非连锁", "chain"],
    ["restaurant", "没加入什么连锁", "chain"],
    ["restaurant", "咱这不属于连锁", "chain"],
    ["restaurant", "以前是连锁的 现在不是了", "chain"],
    ["restaurant", "六十平方 以前装修过 现在不动", "renovates"],
    ["restaurant", "装修就先不做了", "renovates"],
    ["restaurant", "未装修", "renovates"],
    ["restaurant", "we are not a chain", "chain"],
    ["restaurant", "it isn't part of a franchise", "chain"],
    ["restaurant", "without any renovation", "renovates"],
    ["hotel", "没装过电梯", "machines"],
    ["hotel", "电梯倒是没有", "machines"],
    ["hotel", "不提供早餐", "meals"],
    ["hotel", "早餐我们不供", "meals"],
    ["hotel", "装修过了", "renovates"],
    ["hire-foreigners", "没有绿卡也不是港澳台", "exempt"],
    ["hotel", "早饭不管", "meals"],
    ["supermarket", "烟不卖", "tobacco"],
    ["supermarket", "烟卖 药不卖", "otc"],
    ["close-company", "没进黑名单", "listed"],
    ["close-company", "股权没抵押也没冻结", "frozen"],
    ["hotel", "不带泳池", "pool"],
    ["hotel", "从来没打算弄游泳池", "pool"],
    ["close-company", "没上过异常名录", "listed"],
    ["close-company", "分公司一个也没有", "branches"],
    ["beauty-hair-salon", "不做按摩", "massage"],
    ["bath-pool-gym", "我这不能过夜", "overnight"],
    ["hr-agency", "劳务派遣不做", "dispatches"],
    ["travel-agency", "不打算做出境", "outbound"],
  ] as const)("%s: %s", (id, text, fact) => {
    expect(said(id, text)[fact]).toBe(false);
  });
});

describe("what is not understood is not known: never yes", () => {
  test.each([
    ["restaurant", "五十平 楼上是KTV 吵死了", "sings"],
    ["restaurant", "隔壁那家 有舞池", "sings"],
    ["restaurant", "旁边超市卖烟", "tobacco"],
    ["restaurant", "以前装修过", "renovates"],
    ["restaurant", "房东说要装修", "renovates"],
    ["restaurant", "可能要装修", "renovates"],
    ["restaurant", "要是装修呢", "renovates"],
    ["restaurant", "不是没有连锁", "chain"],
    ["restaurant", "不小心卖烟被抓过", "tobacco"],
    ["restaurant", "别人家的连锁", "chain"],
    ["restaurant", "有没有必要装修", "renovates"],
    ["restaurant", "the shop next door sells cigarettes", "tobacco"],
    ["restaurant", "maybe a chain", "chain"],
    ["restaurant", "it used to be a franchise", "chain"],
    ["hotel", "电梯是物业的不是我的", "machines"],
    ["hotel", "楼下邻居有锅炉", "machines"],
    ["hotel", "装过电梯", "machines"],
    ["hotel", "电梯是大楼的", "machines"],
    ["hotel", "有电梯，不是我的", "machines"],
    ["hotel", "there is a lift but not ours", "machines"],
    ["hotel", "早餐是外面订的", "meals"],
    ["hire-foreigners", "没有永居", "exempt"],
    ["restaurant", "烟卖不卖", "tobacco"],
    ["training-school", "改造过", "renovates"],
    ["hotel", "原先供早餐", "meals"],
    ["freight-company", "我们不碰危化品，就是拉苞米", "dangerous"],
    ["freight-company", "不搞配载", "station"],
    ["close-company", "从没欠债", "debts"],
    ["close-company", "没有官司", "debts"],
    ["close-company", "股权没冻结", "frozen"],
    ["close-company", "股权没冻结", "listed"],
    ["freight-company", "不拉汽油", "dangerous"],
    ["restaurant", "电子烟不卖", "tobacco"],
    ["food-factory", "隔壁是小作坊", "workshop"],
  ] as const)("%s: %s", (id, text, fact) => {
    expect(said(id, text)[fact]).toBeUndefined();
  });
});

describe("words that hold a 不 or 没 and deny nothing", () => {
  test.each([
    ["restaurant", "不光卖烟还卖酒", "tobacco"],
    ["restaurant", "差不多得装修", "renovates"],
    ["restaurant", "不到60平要装修", "renovates"],
    ["hotel", "有锅炉没有电梯", "machines"],
    ["hotel", "没错，有早餐", "meals"],
    ["supermarket", "卖非处方药", "otc"],
    ["supermarket", "烟卖 药不卖", "tobacco"],
  ] as const)("%s: %s", (id, text, fact) => {
    expect(said(id, text)[fact]).toBe(true);
  });
});

describe("a verb answers only a question that holds it", () => {
  test.each([
    ["restaurant", "装", "covered", {}],
    ["restaurant", "卖", "tobacco", { tobacco: true }],
    ["restaurant", "卖", "renovates", {}],
    ["restaurant", "不卖", "renovates", {}],
    ["restaurant", "不卖", "tobacco", { tobacco: false }],
    ["restaurant", "装", "renovates", { renovates: true }],
    ["beauty-hair-salon", "办", "cards", { cards: true }],
    ["beauty-hair-salon", "不办", "cards", { cards: false }],
    ["restaurant", "是在商场里", "covered", {}],
    ["restaurant", "有两个包间", "sings", {}],
    ["restaurant", "没有包间", "sings", {}],
    ["hotel", "没有", "cost", {}],
    ["hotel", "一分钱不花", "cost", { cost: 0 }],
    ["freight-company", "三台", "mass", {}],
    ["freight-company", "4.8", "mass", {}],
    ["restaurant", "不用", "ad", { ad: false }],
    ["restaurant", "certainly not your business", "chain", {}],
    ["restaurant", "No, we don't.", "chain", { chain: false }],
    ["restaurant", "嗯呐", "chain", {}],
  ] as const)("%s: %s to %s", (id, text, asking, facts) => {
    expect(said(id, text, asking)).toEqual(facts);
  });
});

describe("an option is chosen by words that choose it", () => {
  test.each([
    ["hire-foreigners", "他在国外", "where", "abroad"],
    ["hire-foreigners", "人不在国内", "where", "abroad"],
    ["pharmacy", "处方药也卖，乙类非处方也卖", "scope", undefined],
    ["large-event", "隔壁有国内歌手", "show", undefined],
    ["drinks-snack-shop", "不是摆摊", "place", undefined],
    ["drinks-snack-shop", "不摆摊，有门店", "place", "shop"],
  ] as const)("%s: %s", (id, text, fact, option) => {
    expect(said(id, text)[fact]).toBe(option);
  });

  test("none is an option where one says so", () => {
    expect(said("large-event", "没有", "show")).toEqual({ show: "none" });
  });
});
