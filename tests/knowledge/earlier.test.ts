import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KnowledgeError, type Problem } from "../../src/knowledge/problem.ts";
import { smallShelf, type Shelf } from "../support/small-shelf.ts";

const ITEMS = "approval-items/sample.yaml";

const OLD_LAW = `id: sample-law-2019
title: 示例法
titleEn: Sample Law
kind: law
issuer: 示例机关
number: null
version: 2019公布
validFrom: 2019-01-01
validTo: 2024-12-31
replacedBy: sample-law
checkedOn: 2026-11-01
source: made for tests
provisions:
  - article: "2"
    says: { zh: 受理之日起30日内决定。, en: A decision within 30 days of acceptance. }
    mark: V
    replacedBy: [sample-law/2]
`;

const EARLIER = `    related: []
    earlier:
      - validTo: 2024-12-31
        why: { zh: 期限由30日改为20个工作日。, en: The limit became 20 working days instead of 30 days. }
        handling:
          fish-licence.new:
            statutoryLimit: { kind: limited, duration: { number: 30, unit: day }, from: acceptance, cites: [sample-law-2019/2], mark: V }
      - validTo: 2020-05-31
        why: { zh: 2020年6月起才要许可。, en: A licence is needed only since June 2020. }
        item:
          verdict: { zh: 养鱼不用许可。, en: Fish farming needs no licence., cites: [sample-law-2019/2] }
`;

function shelfWithPast(): Shelf {
  const shelf = smallShelf();
  shelf.write("provisions/sample-law-2019.yaml", OLD_LAW);
  shelf.change(ITEMS, "    related: []\n", EARLIER);
  return shelf;
}

function problemsOf(shelf: Shelf): readonly Problem[] {
  try {
    loadKnowledge(shelf.folder);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

describe("a record reads as it read on the day that is asked about", () => {
  const { on } = loadKnowledge(shelfWithPast().folder);
  const limitOn = (day: string) =>
    on(day).catalogue.handlingItems.get("fish-licence.new")!.statutoryLimit!.duration;
  const verdictOn = (day: string) => on(day).catalogue.items.get("fish-licence")!.verdict.zh;

  test.each([
    ["2026-11-24", 20, "养鱼要办许可。"],
    ["2025-01-01", 20, "养鱼要办许可。"],
    ["2024-12-31", 30, "养鱼要办许可。"],
    ["2020-06-01", 30, "养鱼要办许可。"],
    ["2020-05-31", 30, "养鱼不用许可。"],
  ])("%s", (day, number, verdict) => {
    expect(limitOn(day)!.number).toBe(number);
    expect(verdictOn(day)).toBe(verdict);
  });

  test("a handling item knows the item of its day", () => {
    const entry = on("2020-05-31").catalogue.handlingItems.get("fish-licence.new")!;
    expect(entry.item.verdict.zh).toBe("养鱼不用许可。");
  });
});

describe("an earlier form that cannot be right is found with its line", () => {
  test.each([
    [
      "a law not yet in force",
      "validTo: 2020-05-31",
      "validTo: 2018-05-31",
      "verdict: { zh: 养鱼不用许可",
      /not in force/,
    ],
    [
      "a law no longer in force",
      "- validTo: 2024-12-31",
      "- validTo: 2025-12-31",
      "statutoryLimit: { kind: limited, duration: { number: 30",
      /not in force/,
    ],
    [
      "a handling item that is none",
      "          fish-licence.new:\n            statutoryLimit: { kind: limited, duration: { number: 30",
      "          fish-licence.renew:\n            statutoryLimit: { kind: limited, duration: { number: 30",
      "statutoryLimit: { kind: limited, duration: { number: 30",
      /no handling item/,
    ],
    [
      "a field of the wrong shape",
      "duration: { number: 30, unit: day }",
      "duration: { number: 30, unit: moon }",
      "- validTo: 2024-12-31",
      /not whole/,
    ],
  ])("%s", (_, from, to, line, message) => {
    const shelf = shelfWithPast();
    shelf.change(ITEMS, from, to);
    const found = problemsOf(shelf);
    expect(found).toContainEqual(
      expect.objectContaining({ file: ITEMS, message: expect.stringMatching(message) }),
    );
    expect(found.map((problem) => problem.line)).toContain(shelf.lineOf(ITEMS, line));
  });
});
