import { z } from "zod";
import { allOf, anyOf, not, type Truth } from "./three-valued.ts";

/** A number of which only a side is known: "不到300平", "200多平". */
export const Span = z.strictObject({
  atLeast: z.number().optional(),
  moreThan: z.number().optional(),
  atMost: z.number().optional(),
  lessThan: z.number().optional(),
});
export type Span = z.infer<typeof Span>;

/** What may be known of one fact. */
export const FactValue = z.union([z.number(), z.boolean(), z.string(), Span]);
export type FactValue = z.infer<typeof FactValue>;

/** What is known of a case: facts by name. What is missing is not known. */
export type Facts = Readonly<Record<string, FactValue>>;

/** A number to compare with: written here, or a local threshold by its id. */
const Bound = z.union([z.number(), z.strictObject({ threshold: z.string() })]);
type Bound = z.infer<typeof Bound>;

const Is = z.strictObject({ fact: z.string(), is: z.union([z.boolean(), z.string()]) });
const Comparison = z.strictObject({
  fact: z.string(),
  /** atLeast and atMost include the bound, moreThan and lessThan do not. */
  atLeast: Bound.optional(),
  moreThan: Bound.optional(),
  atMost: Bound.optional(),
  lessThan: Bound.optional(),
});

/** When something applies: tests of facts, joined. */
export type Condition =
  | z.infer<typeof Is>
  | z.infer<typeof Comparison>
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Is,
    Comparison,
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);

/** Local thresholds by id; null: the zone has not entered it, so what depends on it is not known. */
export type Thresholds = ReadonlyMap<string, number | null>;

/** @returns whether the condition holds; "unknown" exactly when a missing fact or threshold could decide it */
export function holds(condition: Condition, facts: Facts, thresholds: Thresholds): Truth {
  if ("all" in condition) return allOf(condition.all.map((one) => holds(one, facts, thresholds)));
  if ("any" in condition) return anyOf(condition.any.map((one) => holds(one, facts, thresholds)));
  if ("not" in condition) return not(holds(condition.not, facts, thresholds));
  const value = facts[condition.fact];
  if ("is" in condition) return value === undefined ? "unknown" : value === condition.is;
  if (typeof value === "number")
    return compared(condition, { atLeast: value, atMost: value }, thresholds);
  return typeof value === "object" ? compared(condition, value, thresholds) : "unknown";
}

/** Each is decided only where all numbers of the span agree. */
const TESTS = {
  atLeast: reaches,
  moreThan: exceeds,
  atMost: (span: Span, bound: number) => not(exceeds(span, bound)),
  lessThan: (span: Span, bound: number) => not(reaches(span, bound)),
} as const;

function reaches({ atLeast, moreThan, atMost, lessThan }: Span, bound: number): Truth {
  if ((atLeast ?? -Infinity) >= bound || (moreThan ?? -Infinity) >= bound) return true;
  return (lessThan ?? Infinity) <= bound || (atMost ?? Infinity) < bound ? false : "unknown";
}

function exceeds({ atLeast, moreThan, atMost, lessThan }: Span, bound: number): Truth {
  if ((atLeast ?? -Infinity) > bound || (moreThan ?? -Infinity) >= bound) return true;
  return (lessThan ?? Infinity) <= bound || (atMost ?? Infinity) <= bound ? false : "unknown";
}

function compared(
  comparison: z.infer<typeof Comparison>,
  value: Span,
  thresholds: Thresholds,
): Truth {
  const tests = (Object.keys(TESTS) as (keyof typeof TESTS)[]).flatMap((name) => {
    const bound = comparison[name];
    if (bound === undefined) return [];
    const number = boundOf(bound, thresholds);
    return [number === null ? ("unknown" as const) : TESTS[name](value, number)];
  });
  return allOf(tests);
}

function boundOf(bound: Bound, thresholds: Thresholds): number | null {
  return typeof bound === "number" ? bound : (thresholds.get(bound.threshold) ?? null);
}

/** Names of the facts a condition speaks of. */
export const factsIn = (condition: Condition): string[] =>
  testsIn(condition).map(({ fact }) => fact);

/** Ids of the local thresholds a condition rests on. */
export const thresholdsIn = (condition: Condition): string[] =>
  testsIn(condition).flatMap(thresholdsOf);

/** Ids of the local thresholds of one test. */
export function thresholdsOf(test: FactTest): string[] {
  return boundsOf(test).flatMap(({ bound }) =>
    typeof bound === "object" ? [bound.threshold] : [],
  );
}

/** One test of one fact, as it stands in a condition. */
export type FactTest = z.infer<typeof Is> | z.infer<typeof Comparison>;

/** Every test of a fact in a condition. */
export function testsIn(condition: Condition): FactTest[] {
  if ("all" in condition) return condition.all.flatMap(testsIn);
  if ("any" in condition) return condition.any.flatMap(testsIn);
  if ("not" in condition) return testsIn(condition.not);
  return [condition];
}

/** The bounds of a test, each with its kind. */
export function boundsOf(test: FactTest): { test: keyof typeof TESTS; bound: Bound }[] {
  if ("is" in test) return [];
  return (Object.keys(TESTS) as (keyof typeof TESTS)[]).flatMap((name) => {
    const bound = test[name];
    return bound === undefined ? [] : [{ test: name, bound }];
  });
}
