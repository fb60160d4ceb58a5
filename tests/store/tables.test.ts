import { expect, test } from "vitest";
import { parentsFirst } from "../../src/store/tables.ts";

test("tables come after those they refer to", () => {
  const edges = [
    { from: "receipt", to: "order" },
    { from: "order", to: "person" },
    { from: "receipt", to: "person" },
  ];
  expect(parentsFirst(["order", "receipt", "person"], edges)).toEqual([
    "person",
    "order",
    "receipt",
  ]);
});

test("tables in a circle are named", () => {
  expect(() =>
    parentsFirst(
      ["a", "b", "c"],
      [
        { from: "a", to: "b" },
        { from: "b", to: "a" },
      ],
    ),
  ).toThrow(/a, b .*circle/);
});
