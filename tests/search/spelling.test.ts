import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestWord } from "../../src/search/spelling.ts";

const KNOWN = ["license", "restaurant", "register", "permit", "tax"];

describe("the nearest word", () => {
  test.each([
    ["a letter missing", "licnse", "license"],
    ["a letter too many", "permmit", "permit"],
    ["a wrong letter", "lisense", "license"],
    ["two letters swapped", "persmit", "permit"],
    ["two slips in a long word", "restarunt", "restaurant"],
  ])("forgives %s", (_slip, typed, meant) => {
    expect(nearestWord(typed, KNOWN)).toBe(meant);
  });

  test.each([
    ["too far away", "lantern"],
    ["another first letter", "cermit"],
    ["too short to guess", "tay"],
    ["two slips in a short word", "premti"],
  ])("does not guess when a word is %s", (_why, typed) => {
    expect(nearestWord(typed, KNOWN)).toBeUndefined();
  });

  test("of two neighbours it takes the nearer one", () => {
    expect(nearestWord("registar", ["registrar", "registry", "register"])).toBe("registrar");
  });

  test("a known word is its own nearest", () => {
    fc.assert(
      fc.property(fc.constantFrom(...KNOWN.filter((word) => word.length > 3)), (word) => {
        expect(nearestWord(word, KNOWN)).toBe(word);
      }),
    );
  });
});
