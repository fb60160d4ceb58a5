import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phraseFinder, without } from "../../src/language/phrases.ts";

const find = phraseFinder(
  ["食品", "食品经营", "许可", "fee", "a fee"].map((phrase) => ({ phrase, value: phrase })),
);
const found = (text: string) => find(text).map((match) => match.value);

describe("the longest phrase wins, and none overlaps another", () => {
  test.each([
    ["食品经营许可", ["食品经营", "许可"]],
    ["食品许可", ["食品", "许可"]],
    ["is there a fee", ["a fee"]],
    ["coffee", []],
    ["fees", []],
    ["", []],
  ])("%s", (text, phrases) => {
    expect(found(text)).toEqual(phrases);
  });

  test("in any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (noise) => {
        const matches = find(`${noise}食品经营${noise}`);
        for (const [i, match] of matches.entries())
          expect(match.from).toBeGreaterThanOrEqual(matches[i - 1]?.to ?? 0);
        expect(matches.some((match) => match.value === "食品经营")).toBe(true);
      }),
    );
  });
});

test("what is taken out leaves a blank, so that its neighbours do not become one word", () => {
  expect(without("要食品钱", find("要食品钱"))).toBe("要 钱");
});
