import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KNOWLEDGE } from "../support/visit.ts";

const { lists, provisions } = loadKnowledge(KNOWLEDGE);
const { reports, credit, modes } = lists;

describe("complaints and reports", () => {
  test.each([
    ["refuse-complaint", 7],
    ["end-mediation", 8],
    ["not-daily-consumption", 5],
  ])("%s has its %i grounds, numbered as in the rule", (of, count) => {
    const numbers = reports.grounds.filter((ground) => ground.of === of).map((g) => g.number);
    expect(numbers).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  test("there are ten official forms", () => {
    expect(reports.documents.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("a report can be made without a name, a complaint cannot", () => {
    const must = (kind: string) =>
      reports.intakes
        .find((intake) => intake.kind === kind)!
        .fields.filter(({ necessity }) => necessity === "must")
        .map(({ id }) => id);
    expect(must("complaint")).toEqual(expect.arrayContaining(["name", "phone", "address"]));
    expect(must("report")).toEqual(["target", "act", "time", "facts"]);
  });

  test("no reporter is promised an answer in five working days any more", () => {
    const times = reports.replyDuties.map(({ within }) => within?.number);
    expect(times).not.toContain(5);
    expect(reports.replyDuties.find(({ id }) => id === "market-otherwise")!.who).toBe("none");
  });

  test("a reward: 5, 3 and 1 per cent, at least 5,000, 3,000 and 1,000, at most a million", () => {
    const reward = reports.rewards.find(({ id }) => id === "market-report-reward")!;
    expect(reward.levels.map(({ percent, minimum }) => [percent, minimum])).toEqual([
      [5, 5000],
      [3, 3000],
      [1, 1000],
    ]);
    expect([reward.cap, reward.financeFrom]).toEqual([1_000_000, 500_000]);
    expect(reward.thresholds.map(({ party, yuan }) => [party, yuan])).toEqual([
      ["citizen", 10_000],
      ["organisation", 100_000],
    ]);
  });

  test("what Liaoning's and Yingkou's hotlines promise is not known, and so not said", () => {
    for (const id of ["liaoning-12345", "yingkou-8890"])
      for (const { within, mark } of reports.hotlines.find((line) => line.id === id)!.limits)
        expect({ within, mark }).toEqual({ within: null, mark: "U" });
  });
});

describe("credit", () => {
  test("the credit class and the food risk grade point at each other as different", () => {
    expect(credit.gradings.map(({ id, notToBeMixedWith }) => [id, notToBeMixedWith])).toEqual([
      ["credit-risk-class", "food-risk-grade"],
      ["food-risk-grade", "credit-risk-class"],
    ]);
  });

  test.each([
    ["market-warning", false, null, null],
    ["market-slight", true, null, "3 month"],
    ["market-general", true, "3 month", "1 year"],
    ["market-serious-fields", true, "1 year", "3 year"],
    ["market-serious-revocation", true, null, "3 year"],
    ["market-serious-list", true, "1 year", "3 year"],
    ["national-slight", false, null, "3 month"],
    ["national-general", true, "3 month", "1 year"],
    ["national-serious", true, "1 year", "3 year"],
  ])("%s: published %s, early end %s, end %s", (id, published, minimum, maximum) => {
    const tier = credit.tiers.find((one) => one.id === id)!;
    const said = (time: typeof tier.minimum) => (time ? `${time.number} ${time.unit}` : null);
    expect([tier.published, said(tier.minimum), said(tier.maximum)]).toEqual([
      published,
      minimum,
      maximum,
    ]);
  });

  test("the first result of the double assessment is a dated statement", () => {
    expect(credit.assessments[0]).toMatchObject({
      day: "2021-06-25",
      counts: { A: 22, B: 424, C: 31, D: 13 },
    });
  });
});

/** No-visit, three kinds of promise, gaps, on the spot, one licence, four reforms, merged and simple. */
const MODES = [
  "acceptance-with-gaps",
  "certificate-commitment",
  "instant",
  "licence-commitment",
  "local-commitment",
  "many-in-one",
  "no-visit",
  "one-industry-one-licence",
  "reform-abolished",
  "reform-better-service",
  "reform-commitment",
  "reform-filing",
  "simple-deregistration",
];

describe("ways of approval", () => {
  test("every one leads back to the ordinary procedure", () => {
    expect([...modes.keys()].sort()).toEqual(MODES);
    for (const mode of modes.values()) expect(mode.fallback.zh, mode.id).toMatch(/办/u);
  });

  test("notify-and-commit is closed by matter, by person and by territory", () => {
    const { rules } = modes.get("licence-commitment")!;
    expect(new Set(rules.map(({ about }) => about))).toEqual(
      new Set(["matter", "person", "territory", "choice", "materials"]),
    );
  });

  test("another place's way is a model, never the zone's own", () => {
    const foreign = [...modes.values()].filter(
      ({ jurisdiction }) => jurisdiction.kind === "other-place-model",
    );
    expect(foreign.map(({ id }) => id).sort()).toEqual([
      "acceptance-with-gaps",
      "local-commitment",
      "one-industry-one-licence",
    ]);
    expect(foreign.map(({ appliesHere }) => appliesHere)).toEqual(
      foreign.map(() => "model-to-be-confirmed"),
    );
  });
});

test("no row marked V rests on an article that nobody read", () => {
  const cited = [...lists.noPenalty.values()]
    .filter(({ mark }) => mark === "V")
    .flatMap(({ listedIn }) => listedIn.map((ref) => provisions.get(ref)?.mark));
  expect(cited.length).toBeGreaterThan(100);
  expect(cited).not.toContain("U");
});
