import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_TEXT } from "../../src/domain/message.ts";
import { clean } from "../../src/search/clean.ts";

describe("cleaning a message", () => {
  test.each([
    ["full-width letters become narrow", "ＫＴＶ１２３", "KTV123"],
    ["zero-width characters vanish inside a word", "食\u200b品\u200d证\ufeff", "食品证"],
    ["bidirectional marks vanish", "abc\u202egnp.exe", "abcgnp.exe"],
    ["letters hidden in Unicode tags vanish", "证\u{e0069}\u{e0067}\u{e006e}", "证"],
    ["null bytes and control characters become gaps", "食品\0\u0007证", "食品 证"],
    ["half a character is dropped", "证\ud83d件", "证件"],
    ["a whole emoji stays", "办证😀", "办证😀"],
    ["lines stay, other gaps shrink", "一\r\n二\t\t 三", "一\n二 三"],
  ])("%s", (_promise, typed, cleaned) => {
    expect(clean(typed)).toBe(cleaned);
  });

  test("no more than two marks are stacked on a letter", () => {
    expect(clean(`e${"\u0316".repeat(500)}`).length).toBeLessThan(5);
  });

  test("a text that grows when composed is cut to the longest that is read", () => {
    expect(clean("\ufdfa".repeat(LONGEST_TEXT)).length).toBeLessThanOrEqual(LONGEST_TEXT);
  });

  test("any string becomes well-formed text of bounded length, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const cleaned = clean(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).not.toMatch(/[\p{Cf}\0]/u);
        expect(clean(cleaned)).toBe(cleaned);
      }),
    );
  });
});
