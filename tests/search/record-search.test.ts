import { describe, expect, test } from "vitest";
import { buildRecordSearch } from "../../src/search/record-search.ts";

const search = buildRecordSearch([
  {
    id: "tobacco",
    names: ["烟草零售", "卷烟", "香烟", "tobacco retail"],
    text: ["无证零售、渠道外进货"],
  },
  { id: "fumes", names: ["餐饮油烟", "油烟", "kitchen fumes"], text: ["饭店排油烟扰民"] },
  { id: "catering", names: ["食品经营", "饭店", "catering"], text: ["无证开饭店"] },
]);
const first = (words: string) => search.find(words)[0]?.id;

describe("records are found by what staff type", () => {
  test.each([
    ["香烟 无证零售", "tobacco"],
    ["餐饮油烟", "fumes"],
    ["饭店油烟大", "fumes"],
    ["无证饭店", "catering"],
    ["kitchen fumes", "fumes"],
    ["TOBACCO RETAIL without licence", "tobacco"],
  ])("%s", (words, id) => {
    expect(first(words)).toBe(id);
  });

  test("words that no record holds find nothing", () => {
    expect(search.find("qqqq")).toEqual([]);
    expect(search.find("")).toEqual([]);
  });

  test("a Latin name does not stand inside another word", () => {
    expect(search.find("subcatering")[0]?.named ?? 0).toBe(0);
  });

  test("the share says how much of the words a record holds", () => {
    expect(search.find("香烟")[0]!.share).toBeGreaterThan(0.5);
    expect(search.find("香烟火箭发射卫星测控")[0]!.share).toBeLessThan(0.5);
  });
});
