import { expect, test } from "vitest";
import { articleName, chineseNumber } from "../../src/domain/article-name.ts";

test.each([
  [1, "一"],
  [10, "十"],
  [15, "十五"],
  [20, "二十"],
  [42, "四十二"],
  [100, "一百"],
  [101, "一百零一"],
  [110, "一百一十"],
  [348, "三百四十八"],
  [1000, "一千"],
  [1095, "一千零九十五"],
  [1242, "一千二百四十二"],
])("%d is written %s", (n, written) => {
  expect(chineseNumber(n)).toBe(written);
});

test("an article is cited as a lawyer writes it", () => {
  expect(articleName("35", "zh")).toBe("第三十五条");
  expect(articleName("35(1)", "zh")).toBe("第三十五条(1)");
  expect(articleName("35", "en")).toBe("Article 35");
  expect(articleName("S2", "zh")).toBe("要点2");
});
