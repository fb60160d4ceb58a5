import { describe, expect, test } from "vitest";
import { boundsOf, holds, testsIn, type Condition } from "../../src/domain/condition.ts";
import { factsAsked } from "../../src/domain/no-penalty-rule.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KNOWLEDGE } from "../support/visit.ts";
import { LIMITATION, LISTED_BOUNDS, LOOK_BACK, type ListedBound } from "./no-penalty-bounds.ts";

const { lists } = loadKnowledge(KNOWLEDGE);
const NONE = new Map<string, number | null>();
const BOUND_OF = {
  atMost: "up to, including",
  lessThan: "below",
  atLeast: "from, including",
  moreThan: "above",
} as const;

type InData = { id: string; fact: string; bound: string; number: number; test: Condition };

const conditions: { id: string; when: Condition }[] = [
  ...[...lists.noPenalty.values()].flatMap(({ id, routes }) =>
    routes.flatMap(({ when }) => (when ? [{ id, when }] : [])),
  ),
  ...[
    ...lists.grounds.values(),
    ...[...lists.modes.values()].flatMap(({ rules }) => rules),
    ...lists.credit.tiers,
    ...lists.credit.conditions,
  ].flatMap(({ id, when }) => (when ? [{ id, when }] : [])),
];
const inData: InData[] = conditions.flatMap(({ id, when }) =>
  testsIn(when).flatMap((one) =>
    boundsOf(one).map(({ test: kind, bound }) => ({
      id,
      fact: one.fact,
      bound: BOUND_OF[kind],
      number: Number(bound),
      test: one,
    })),
  ),
);
const line = ({ id, fact, bound, number }: Omit<InData, "test">) =>
  `${id} ${fact} ${bound} ${number}`;

/** What a bound says of the number itself, of one below and of one above. */
const EXPECTED: Record<ListedBound["bound"], [below: boolean, at: boolean, above: boolean]> = {
  "up to, including": [true, true, false],
  below: [true, false, false],
  "from, including": [false, true, true],
};

test("the lists have exactly the bounds of their sources, and more than sixty of them", () => {
  expect(LISTED_BOUNDS.length).toBeGreaterThanOrEqual(60);
  expect(inData.map(line).sort()).toEqual(LISTED_BOUNDS.map(line).sort());
});

describe("a bound is open or closed as its source writes it", () => {
  test.each(LISTED_BOUNDS)("$id: $fact $bound $number", (listed) => {
    const found = inData.find((one) => line(one) === line(listed))!;
    const step = Number.isInteger(listed.number) ? 1 : 0.01;
    const values = [listed.number - step, listed.number, listed.number + step];
    expect(values.map((value) => holds(found.test, { [listed.fact]: value }, NONE))).toEqual(
      EXPECTED[listed.bound],
    );
    expect(holds(found.test, {}, NONE)).toBe("unknown");
  });
});

describe("how far back the list looks", () => {
  test("first time, by row", () => {
    const found = [...lists.noPenalty.values()].flatMap(({ id, firstTime }) =>
      firstTime?.lookbackMonths ? [[id, firstTime.lookbackMonths] as const] : [],
    );
    expect(Object.fromEntries(found)).toEqual(LOOK_BACK);
  });

  test("in tobacco a first time is the first ever", () => {
    expect(lists.noPenalty.get("K01")!.firstTime).toMatchObject({
      lookbackMonths: null,
      ever: true,
    });
  });

  test("limitation, by field", () => {
    const found = [...lists.grounds.values()].flatMap(({ id, months }) =>
      months ? [[id, months] as const] : [],
    );
    expect(Object.fromEntries(found)).toEqual(LIMITATION);
  });
});

describe("the rows", () => {
  const rows = [...lists.noPenalty.values()];

  test("none of the 163 is left out", () => {
    const numbers = new Set(rows.map(({ row }) => row));
    expect(Array.from({ length: 163 }, (_, i) => i + 1).filter((n) => !numbers.has(n))).toEqual([]);
  });

  test("of a row marked U nothing is claimed but that it exists", () => {
    for (const row of rows.filter(({ mark }) => mark === "U"))
      expect({ ...row, routes: row.routes.length, cites: row.listedIn.length }).toMatchObject({
        routes: 0,
        cites: 0,
        ifNotCorrected: null,
      });
  });

  test("another place's list never applies here of itself", () => {
    for (const row of rows.filter(({ jurisdiction }) => jurisdiction.kind === "other-place-model"))
      expect(row.appliesHere, row.id).toBe("model-to-be-confirmed");
  });

  test("route A asks for no first time, route B does", () => {
    expect(testsIn(lists.grounds.get("route-a")!.when!).map(({ fact }) => fact)).not.toContain(
      "first-time",
    );
    expect(testsIn(lists.grounds.get("route-b")!.when!).map(({ fact }) => fact)).toContain(
      "first-time",
    );
  });

  test("no harm is more than slight harm", () => {
    const facts = { "act-slight": true, "corrected-in-time": true, harm: "slight" };
    expect(holds(lists.grounds.get("route-a")!.when!, facts, NONE)).toBe(false);
    expect(holds(lists.grounds.get("route-b")!.when!, { ...facts, "first-time": true }, NONE)).toBe(
      true,
    );
  });

  test("the zone's promise is stricter than the statute", () => {
    const facts = {
      "act-slight": true,
      "corrected-in-time": true,
      harm: "none",
      deliberate: false,
    };
    const again = { ...facts, "first-time": false };
    expect(holds(lists.grounds.get("route-a")!.when!, again, NONE)).toBe(true);
    expect(holds(lists.grounds.get("profile-yingkou")!.when!, again, NONE)).toBe(false);
  });

  test("the facts a row asks for are its conditions' and its exclusions', each once", () => {
    expect(factsAsked(lists.noPenalty.get("N05")!)).toEqual([
      "source-told",
      "goods-value",
      "catering-stage",
      "food-accident",
      "foodborne-illness",
    ]);
  });
});
