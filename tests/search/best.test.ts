import fc from "fast-check";
import { expect, test } from "vitest";
import { best } from "../../src/search/best.ts";

const scoresList = fc.array(fc.constantFrom(0, 0.5, 1, 1.5, 2, 7), { maxLength: 60 });

test("the best are the first of the whole sorted list", () => {
  fc.assert(
    fc.property(scoresList, fc.integer({ min: 0, max: 70 }), (list, limit) => {
      const sorted = list
        .map((score, document) => ({ score, document }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.document - b.document)
        .slice(0, limit);
      expect(best(Float32Array.from(list), limit)).toEqual(sorted);
    }),
  );
});

test("who is refused takes no place", () => {
  const found = best(Float32Array.of(5, 4, 3, 2), 2, (document) => document % 2 === 1);
  expect(found.map(({ document }) => document)).toEqual([1, 3]);
});
