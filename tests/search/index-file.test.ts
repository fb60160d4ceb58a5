import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildIndex } from "../../src/search/build-index.ts";
import { fromBytes, toBytes } from "../../src/search/index-file.ts";
import { queryOf, search } from "../../src/search/text-index.ts";

const SETTINGS = { saturation: 1.2, fields: [{ weight: 1, lengthPenalty: 0.75 }] };
const words = fc.array(fc.constantFrom("食", "食品", "licens", "=license", "~si pin", "7"), {
  maxLength: 6,
});

function indexOf(lists: readonly string[][]) {
  return buildIndex(
    lists.map((features, at) => ({ id: `号${at}`, fields: [features] })),
    SETTINGS,
  );
}

describe("an index in a file", () => {
  test("comes back the same, and finds the same", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), words, (lists, asked) => {
        const index = indexOf(lists);
        const back = fromBytes(toBytes(index));
        expect(back).toEqual(index);
        expect(search(back, queryOf(asked), { limit: 5 })).toEqual(
          search(index, queryOf(asked), { limit: 5 }),
        );
      }),
    );
  });

  test("comes back from memory that begins at an odd place", () => {
    const bytes = toBytes(indexOf([["食"], ["食品", "食"]]));
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(fromBytes(shifted.subarray(1))).toEqual(fromBytes(bytes));
  });

  test("is refused when a single byte is wrong, saying what to do", () => {
    const bytes = toBytes(indexOf([["食"], ["食品", "食"]]));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (at) => {
        const damaged = bytes.slice();
        damaged[at]! ^= 1;
        expect(() => fromBytes(damaged)).toThrow(/delete it/);
      }),
    );
  });

  test("is refused when it is cut short", () => {
    const bytes = toBytes(indexOf([["食"]]));
    for (const length of [0, 3, 16, bytes.length - 4])
      expect(() => fromBytes(bytes.slice(0, length))).toThrow(/delete it/);
  });
});
