import fc from "fast-check";
import { expect, test } from "vitest";
import { storableJson, storableText } from "../../src/store/sql.ts";

test("text without odd characters stays as it is", () => {
  const ordinary = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\u0000"));
  fc.assert(fc.property(ordinary, (text) => storableText(text) === text));
  expect(storableText("食品 🧧")).toBe("食品 🧧");
});

test("any text becomes one PostgreSQL can hold, of the same length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const stored = storableText(text);
      expect(stored).toHaveLength(text.length);
      expect(stored.isWellFormed() && !stored.includes("\u0000")).toBe(true);
    }),
  );
});

test("any JSON value comes back as it was, but for odd characters", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(storableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(storableJson({ a: "x\u0000y\ud800", b: "\\u0000" })).toBe(
    JSON.stringify({ a: "x\uFFFDy\uFFFD", b: "\\u0000" }),
  );
  expect(storableJson(undefined)).toBe("null");
});
