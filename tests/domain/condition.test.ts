import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { Condition, factsIn, holds, thresholdsIn, type Facts } from "../../src/domain/condition.ts";
import { allOf, anyOf, not, type Truth } from "../../src/domain/three-valued.ts";

const NONE = new Map<string, number | null>();
const area = (bound: object): Condition => Condition.parse({ fact: "area", ...bound });

describe("bounds are open or closed as written", () => {
  test.each([
    [{ atLeast: 300 }, [false, true, true]],
    [{ moreThan: 300 }, [false, false, true]],
    [{ atMost: 300 }, [true, true, false]],
    [{ lessThan: 300 }, [true, false, false]],
  ])("%o at 299, 300, 301", (bound, expected) => {
    expect([299, 300, 301].map((value) => holds(area(bound), { area: value }, NONE))).toEqual(
      expected,
    );
  });

  test("a range holds between its bounds", () => {
    const range = area({ moreThan: 100, atMost: 300 });
    expect([100, 101, 300, 301].map((value) => holds(range, { area: value }, NONE))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("unknown is a value", () => {
  const condition = Condition.parse({
    all: [
      { fact: "area", atLeast: 300 },
      { fact: "cooked", is: true },
    ],
  });
  test.each([
    [{}, "unknown"],
    [{ area: 400 }, "unknown"],
    [{ area: 200 }, false],
    [{ cooked: false }, false],
    [{ area: 400, cooked: true }, true],
  ] as [Facts, Truth][])("%o is %s", (facts, expected) => {
    expect(holds(condition, facts, NONE)).toBe(expected);
  });

  test("a local threshold that is not entered leaves the case open", () => {
    const local = area({ atLeast: { threshold: "fire-check" } });
    expect(holds(local, { area: 400 }, new Map([["fire-check", null]]))).toBe("unknown");
    expect(holds(local, { area: 400 }, new Map([["fire-check", 300]]))).toBe(true);
    expect(holds(local, { area: 400 }, NONE)).toBe("unknown");
    expect(thresholdsIn(local)).toEqual(["fire-check"]);
  });

  test("the facts of a condition are named", () => {
    expect(
      factsIn(Condition.parse({ any: [condition, { not: { fact: "kind", is: "x" } }] })),
    ).toEqual(["area", "cooked", "kind"]);
  });
});

describe("a verdict never changes when more becomes known", () => {
  const facts = ["a", "b", "c"];
  const leaf = fc.constantFrom(...facts).map((fact): Condition => ({ fact, is: true }));
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
      tie("condition").map((one): Condition => ({ not: one })),
    ),
  }));

  test("true and false stay, whatever the unknown facts turn out to be", () => {
    const steady = fc.property(
      condition,
      fc.dictionary(fc.constantFrom(...facts), fc.boolean()),
      fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }),
      (rule, known, whole) => {
        const before = holds(rule, known, NONE);
        return before === "unknown" || holds(rule, { ...whole, ...known }, NONE) === before;
      },
    );
    expect(() => fc.assert(steady)).not.toThrow();
  });

  test("Kleene's tables", () => {
    expect(allOf([])).toBe(true);
    expect(anyOf([])).toBe(false);
    expect(allOf([true, "unknown"])).toBe("unknown");
    expect(allOf([false, "unknown"])).toBe(false);
    expect(anyOf([true, "unknown"])).toBe(true);
    expect(anyOf([false, "unknown"])).toBe("unknown");
    expect(not("unknown")).toBe("unknown");
  });
});

describe("a span decides only what all its numbers agree on", () => {
  const at = (value: Facts[string], comparison: object) =>
    holds(Condition.parse({ fact: "area", ...comparison }), { area: value }, new Map());

  test.each([
    [{ lessThan: 300 }, { atLeast: 300 }, false],
    [{ lessThan: 300 }, { moreThan: 300 }, false],
    [{ lessThan: 300 }, { lessThan: 300 }, true],
    [{ lessThan: 300 }, { atLeast: 200 }, "unknown"],
    [{ atMost: 300 }, { atLeast: 300 }, "unknown"],
    [{ atMost: 300 }, { moreThan: 300 }, false],
    [{ moreThan: 200 }, { atLeast: 200 }, true],
    [{ moreThan: 200 }, { moreThan: 200 }, true],
    [{ moreThan: 200 }, { atMost: 200 }, false],
    [{ atLeast: 200 }, { moreThan: 200 }, "unknown"],
    [{ atLeast: 100, atMost: 150 }, { lessThan: 151 }, true],
    [{ atLeast: 100, atMost: 150 }, { moreThan: 120 }, "unknown"],
    [{}, { atLeast: 0 }, "unknown"],
  ] as const)("%j, %j: %s", (value, comparison, expected) => {
    expect(at(value, comparison)).toBe(expected);
  });

  test("a number is the span of itself", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (value, bound) => {
        for (const name of ["atLeast", "moreThan", "atMost", "lessThan"])
          expect(at(value, { [name]: bound })).toBe(
            at({ atLeast: value, atMost: value }, { [name]: bound }),
          );
      }),
    );
  });
});
