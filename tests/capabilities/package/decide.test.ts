import { describe, expect, test } from "vitest";
import { plan, type Plan } from "../../../src/capabilities/package/decide.ts";
import { longestPath } from "../../../src/capabilities/package/path.ts";
import type { Facts } from "../../../src/domain/condition.ts";
import { PackageRecord, type Package } from "../../../src/domain/package.ts";
import { ZoneThreshold } from "../../../src/domain/zone-threshold.ts";
import { planningTools } from "../../support/planning.ts";

const ids = (steps: Plan["needed"]) => steps.map(({ step }) => step.id);
const planned = (id: string, facts: Facts, skipped: string[] = []) => {
  const { knowledge } = planningTools();
  return plan(knowledge.packages.get(id)!, facts, skipped, knowledge);
};

describe("a step is needed, not needed or open", () => {
  test.each([
    [79, "small-catering", "food"],
    [80, "small-catering", "food"],
    [81, "food", "small-catering"],
  ])("small catering at %d m² (80 belongs to it)", (area, needed, notNeeded) => {
    const { needed: yes, notNeeded: no } = planned("restaurant", { area, chain: false });
    expect(ids(yes)).toContain(needed);
    expect(ids(no)).toContain(notNeeded);
  });

  test("a chain is never small catering", () => {
    const decided = planned("restaurant", { area: 30, chain: true });
    expect(ids(decided.needed)).toContain("food");
    expect(ids(decided.notNeeded)).toContain("small-catering");
  });

  test.each([
    [4499, false],
    [4500, false],
    [4501, true],
  ])("a truck of %d kg: both certificates only above 4,500", (mass, needed) => {
    const decided = planned("freight-company", { mass, dangerous: false });
    for (const step of ["freight", "certificates"])
      expect(ids(needed ? decided.needed : decided.notNeeded)).toContain(step);
  });

  test.each([
    [999, [], ["safety", "safety-large"]],
    [1000, ["safety"], ["safety-large"]],
    [4999, ["safety"], ["safety-large"]],
    [5000, ["safety-large"], ["safety"]],
  ])("an event of %d people", (people, yes, no) => {
    const decided = planned("large-event", { people });
    for (const step of yes) expect(ids(decided.needed)).toContain(step);
    for (const step of no) expect(ids(decided.notNeeded)).toContain(step);
  });

  test.each([
    [300_000, 301, "notNeeded"],
    [300_001, 300, "notNeeded"],
    [300_001, 301, "needed"],
  ] as const)("works of %d yuan and %d m²: the permit only above both", (cost, area, where) => {
    const decided = planned("restaurant", { renovates: true, cost, area });
    expect(ids(decided[where])).toContain("construction");
  });

  test("a side of a number decides what it can", () => {
    const small = planned("restaurant", { area: { lessThan: 60 }, chain: false });
    expect(ids(small.needed)).toContain("small-catering");
    const unclear = planned("restaurant", { area: { lessThan: 300 }, chain: false });
    expect(ids(unclear.open)).toEqual(expect.arrayContaining(["small-catering", "food"]));
  });

  test("what the zone has not entered stays open, whatever the area", () => {
    for (const area of [1, 299, 300, 5000])
      expect(ids(planned("restaurant", { area }).open)).toContain("fire-check");
  });
});

describe("the question that decides most", () => {
  test("comes first, and each answer moves on to the next", () => {
    const asked: string[] = [];
    const facts: Record<string, boolean | number> = {};
    for (let turn = 0; turn < 12; turn += 1) {
      const { ask } = planned("restaurant", facts);
      if (ask === null) break;
      asked.push(ask.id);
      facts[ask.id] = ask.kind === "number" ? 90 : false;
    }
    expect(asked[0]).toBe("area");
    expect(new Set(asked).size).toBe(asked.length);
    expect(planned("restaurant", facts).ask).toBeNull();
  });

  test("is not asked where only a number of the zone could use it", () => {
    const facts = { medical: false, cards: false, renovates: false, massage: false, ad: false };
    const { open, ask } = planned("beauty-hair-salon", facts);
    expect(ids(open)).toEqual(expect.arrayContaining(["fire-check", "drain"]));
    expect(ask).toBeNull();
  });

  test("is not asked again when the visitor does not know", () => {
    expect(planned("restaurant", {}, ["area"]).ask?.id).not.toBe("area");
  });

  test("what no longer matters is not asked", () => {
    expect(planned("restaurant", { area: 100, renovates: false }).ask?.id).not.toBe("cost");
  });
});

describe("the thresholds told are those that count", () => {
  test("of a step that they decide, not of one that something else rules out", () => {
    const decided = planned("restaurant", { area: 60, chain: false, renovates: false });
    expect(decided.thresholds).toContain("small-catering-area");
    expect(decided.thresholds).not.toContain("construction-permit-amount");
  });
});

describe("the order", () => {
  test("waits through a step that is not needed", () => {
    // prepare → works → fire-filing → fire-check → final, though no acceptance and no permit is needed.
    const { needed } = planned("internet-cafe", { renovates: true, area: 200, cost: 1000 });
    const final = needed.find(({ step }) => step.id === "final")!;
    const check = needed.find(({ step }) => step.id === "fire-check")!;
    expect(final.before).toContain("fire-check");
    expect(check.before).toEqual(["fire-filing"]);
    expect(final.rank).toBeGreaterThan(check.rank);
  });

  test("without works the check waits for what was before them", () => {
    const { needed } = planned("internet-cafe", { renovates: false });
    expect(needed.find(({ step }) => step.id === "fire-check")!.before).toEqual(["prepare"]);
  });
});

/** A package made for a sum by hand: A 10 wd → C 5 wd; B 20 d → D unknown → C. */
describe("the longest chain", () => {
  const step = (
    id: string,
    before: string[],
    limit: Parameters<typeof longestPath>[0][0]["limit"],
  ) => ({
    step: { id },
    before,
    limit,
  });
  const steps = [
    step("a", [], { number: 10, unit: "working-day" }),
    step("b", [], { number: 20, unit: "day" }),
    step("d", ["b"], null),
    step("c", ["a", "d"], { number: 5, unit: "working-day" }),
  ];

  test("20 days (14.3 working days) outweigh 10 working days; each unit keeps its own sum", () => {
    const path = longestPath(steps);
    expect(path.steps.map((one) => one.step.id)).toEqual(["b", "d", "c"]);
    expect(path).toMatchObject({ workingDays: 5, days: 20 });
    expect(path.unknown.map((one) => one.step.id)).toEqual(["d"]);
  });

  test("13 days (9.3 working days) do not", () => {
    const shorter = steps.map((one) =>
      one.step.id === "b" ? { ...one, limit: { number: 13, unit: "day" as const } } : one,
    );
    expect(longestPath(shorter).steps.map((one) => one.step.id)).toEqual(["a", "c"]);
  });

  test("a month is not made into days", () => {
    const path = longestPath([step("m", [], { number: 3, unit: "month" })]);
    expect(path).toMatchObject({ workingDays: 0, days: 0, months: 3 });
  });

  test("nothing needed, no chain", () => {
    expect(longestPath([])).toEqual({ steps: [], workingDays: 0, days: 0, months: 0, unknown: [] });
  });
});

describe("a threshold is a row, not code", () => {
  const record = PackageRecord.parse({
    id: "test",
    name: { zh: "开测试店", en: "Open a test shop" },
    aliases: { zh: [], en: [] },
    says: { zh: "说", en: "says", cites: ["food-safety-law/35"] },
    facts: [
      {
        id: "area",
        name: { zh: "面积", en: "Area" },
        kind: "number",
        ask: { zh: "多大？", en: "How large?" },
      },
    ],
    steps: [
      { id: "a", does: null, name: { zh: "甲", en: "A" }, cites: ["food-safety-law/35"] },
      {
        id: "b",
        does: null,
        name: { zh: "乙", en: "B" },
        after: ["a"],
        when: { fact: "area", atLeast: { threshold: "limit" } },
        whenWords: { zh: "够大的", en: "If large" },
        cites: ["food-safety-law/35"],
      },
    ],
    questions: {
      zh: ["开测试店要办什么", "测试店都办什么", "一共办几个", "先办什么呢", "全部手续"],
      en: ["All permits", "Whole process"],
    },
    mark: "V",
    checkedOn: "2026-11-24",
  });
  const row = ZoneThreshold.parse({
    id: "limit",
    what: { zh: "线", en: "line" },
    value: 300,
    unit: { zh: "平方米", en: "square metres" },
    jurisdiction: { zh: "片区", en: "The zone" },
    says: { zh: "三百", en: "300", cites: ["food-safety-law/35"] },
    mark: "V",
  });
  const withValue = (value: number | null, area: number) => {
    const { knowledge } = planningTools();
    const thresholds = new Map([["limit", { ...row, value }]]);
    return plan(record as Package, { area }, [], { ...knowledge, thresholds });
  };

  test.each([
    [299, "notNeeded"],
    [300, "needed"],
    [301, "needed"],
  ] as const)("at %d m² of 300", (area, where) => {
    expect(ids(withValue(300, area)[where])).toContain("b");
  });

  test("a new value changes the plan; no value leaves it open and asks nothing", () => {
    expect(ids(withValue(500, 300).notNeeded)).toContain("b");
    const open = withValue(null, 300);
    expect(ids(open.open)).toEqual(["b"]);
    expect(open.ask).toBeNull();
  });
});
