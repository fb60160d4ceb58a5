import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featuresOf } from "../../src/search/features.ts";

describe("features of a text", () => {
  test("Chinese: every character and every pair", () => {
    expect(featuresOf("食品证")).toEqual(["食", "食品", "品", "品证", "证"]);
  });

  test("a pair never reaches over punctuation or another script", () => {
    expect(featuresOf("食,品a证")).not.toContain("食品");
    expect(featuresOf("食,品a证")).not.toContain("品证");
  });

  test("English: the stem, the word as typed, and neighbours as a pair over stop words", () => {
    expect(featuresOf("licences for shops")).toEqual([
      "licens",
      "=license",
      "shop",
      "=shops",
      "licens+shop",
    ]);
  });

  test("numbers stay whole", () => {
    expect(featuresOf("500平米 3.5")).toEqual(["500", "平", "平米", "米", "3.5"]);
  });

  test("words of asking leave nothing behind, in both languages", () => {
    expect(featuresOf("请问怎么办食品证吗")).toEqual(featuresOf("食品证"));
    expect(featuresOf("Could you please tell me about food?")).toEqual(featuresOf("food"));
  });

  test("a word that only contains a word of asking stays whole", () => {
    expect(featuresOf("网吧转让")).toContain("网吧");
    expect(featuresOf("哈尔滨")).toContain("哈尔");
  });

  test("a character beyond the basic plane is one character", () => {
    expect(featuresOf("𠮷野")).toEqual(["𠮷", "𠮷野", "野"]);
  });

  test("any string gives features without gaps in them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const feature of featuresOf(text)) expect(feature).toMatch(/^[^\s]+$/u);
      }),
    );
  });
});
