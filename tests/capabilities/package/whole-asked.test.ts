import { describe, expect, test } from "vitest";
import { comesBack, wantsAnew, wholeAsked } from "../../../src/capabilities/package/whole-asked.ts";

test.each([
  ["一共要多久", "time"],
  ["最快几天能开业", "time"],
  ["给我说说一共几天", "time"],
  ["多少天", "time"],
  ["how long until I can open?", "time"],
  ["一共要准备哪些材料", "papers"],
  ["哪些材料可以只交一次", "papers"],
  ["哪些材料只用交一遍", "papers"],
  ["which papers are handed in only once", "papers"],
  ["还缺什么", "all"],
  ["一共多少钱", "cost"],
  ["得花多少钱", "cost"],
  ["办下来大概要花多少钱啊", "cost"],
  ["收费吗", "cost"],
  ["what does it cost", "cost"],
  ["How much does all this cost in total?", "cost"],
  ["what are the fees", "cost"],
  ["先办哪个", "first"],
  ["先去哪", "first"],
  ["头一步干啥", "first"],
  ["Where do I go first", "first"],
  ["where should I start?", "first"],
  ["哪个最慢", "slowest"],
  ["最费时的是哪个", "slowest"],
  ["which one takes the longest?", "slowest"],
  ["给谁打电话", "whom"],
  ["电话多少", "whom"],
  ["who can I call", "whom"],
  ["看情况的是哪些", "open"],
  ["Which ones depend?", "open"],
  ["食品证多久", null],
  ["要什么材料", null],
  ["食品证要多少钱", null],
  ["消防检查收费吗", null],
  ["烟草证给谁打电话", null],
  ["how long does a food licence take", null],
] as const)("%s asks of the whole: %s", (text, focus) => {
  expect(wholeAsked(text)).toBe(focus);
});

test("after another matter only words for the whole mean the plan", () => {
  expect(wholeAsked("多少钱", true)).toBeNull();
  expect(wholeAsked("一共多少钱", true)).toBe("cost");
});

describe("the way back", () => {
  test.each([
    "回到刚才那个",
    "接着说开店的事",
    "继续",
    "说回开饭店那个",
    "接着刚才的",
    "back to the plan",
    "let's go back to the shop",
    "continue",
  ])("%s", (text) => {
    expect(comesBack(text)).toBe(true);
  });

  test.each(["继续教育怎么报", "60平", "接着奏乐"])("not: %s", (text) => {
    expect(comesBack(text)).toBe(false);
  });

  test.each(["重新来", "重来", "从头来一遍", "那重新来吧", "start over", "restart"])(
    "anew: %s",
    (text) => {
      expect(wantsAnew(text)).toBe(true);
    },
  );

  test.each(["重新装修", "营业执照要重新办吗"])("not anew: %s", (text) => {
    expect(wantsAnew(text)).toBe(false);
  });
});
