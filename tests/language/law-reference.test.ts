import { describe, expect, test } from "vitest";
import { readChineseNumber } from "../../src/domain/chinese-number.ts";
import { readLawReference } from "../../src/language/law-reference.ts";

describe("an article is understood however it is written", () => {
  test.each([
    ["大气污染防治法 117", "大气污染防治法", "117"],
    ["《食品安全法》第三十五条", "食品安全法", "35"],
    ["公司法47条", "公司法", "47"],
    ["生态环境法典第一千零五十四条", "生态环境法典", "1054"],
    ["刑法第二百八十六条之一", "刑法", "286-1"],
    ["刑法 286-1", "刑法", "286-1"],
    ["Food Safety Law art. 35", "Food Safety Law", "35"],
    ["article 42 of the company law", "of the company law", "42"],
    ["行政处罚法第33条", "行政处罚法", "33"],
    ["食品安全法", "食品安全法", null],
    ["国发〔2021〕7号", "国发〔2021〕7号", null],
  ])("%s", (text, law, article) => {
    expect(readLawReference(text)).toEqual({ law, article });
  });

  test.each([
    ["十", 10],
    ["十五", 15],
    ["二十", 20],
    ["一百零七", 107],
    ["一百一十七", 117],
    ["一千二百四十二", 1242],
    ["一千零五", 1005],
  ])("%s is %i", (text, number) => {
    expect(readChineseNumber(text)).toBe(number);
  });
});
