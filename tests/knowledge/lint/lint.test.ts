import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/knowledge/lint/finding.ts";
import { lint, RULES } from "../../../src/knowledge/lint/lint.ts";
import { checkFiles, readShelfFiles } from "../../../src/knowledge/shelf.ts";
import { normalise } from "../../../src/search/normalise.ts";
import { smallShelf, type Shelf } from "../../support/small-shelf.ts";

const ITEMS = "approval-items/sample.yaml";
const LAW = "provisions/sample-law.yaml";
const ROWS = "authority/fish.yaml";
const DAY = "2026-11-24";

/** Two organs and one row that has nothing to find. */
function withRows(): Shelf {
  const shelf = smallShelf();
  const organ = (id: string, zh: string) =>
    `  - { id: ${id}, name: { zh: ${zh}, en: ${id} }, aliases: { zh: [${zh}], en: [${id}] }, kind: line, cites: [sample-law/1], mark: V }\n`;
  shelf.write(
    "organs/organs.yaml",
    `organs:\n${organ("water", "水务")}${organ("fishery", "渔政")}`,
  );
  shelf.write(ROWS, `entries:\n${row("fish", 1, "养鱼", "[fish-licence]", "fishery")}`);
  return shelf;
}

function row(id: string, number: number, zh: string, items: string, organ: string): string {
  const bodies = (name: string) =>
    `{ kind: bodies, bodies: [{ organ: ${name}, basis: statutory, cites: [sample-law/1], mark: V }] }`;
  return `  - id: ${id}
    number: ${number}
    matter: { zh: ${zh}, en: ${id} }
    aliases: { zh: [${zh}], en: [${id}] }
    items: ${items}
    approver: ${bodies("fishery")}
    supervisor: ${bodies("fishery")}
    enforcer: ${bodies(organ)}
    legalReview: { needed: must, cites: [sample-law/1], mark: V }
    level: county
    basis: [sample-law/1]
    verified: true
    checkedOn: 2026-11-01
`;
}

function lawFile(
  id: string,
  kind: string,
  says: string,
  more = "validTo: null\nreplacedBy: null",
): string {
  return `id: ${id}\ntitle: ${id}法\ntitleEn: ${id}\nkind: ${kind}\nissuer: 示例机关\nnumber: null\nversion: 2026公布\nvalidFrom: 2026-01-01\n${more}\ncheckedOn: 2026-11-01\nsource: made for tests\nprovisions:\n  - article: "5"\n    says: { zh: ${says}, en: So many working days. }\n    mark: V\n`;
}

const findingsOf = (
  shelf: Shelf,
  day = DAY,
  firstFound: (text: string) => string | null = () => "fish-licence",
) => lint({ shelf: checkFiles(readShelfFiles(shelf.folder)), day, normalise, firstFound });

const of = (findings: readonly Finding[], rule: string) =>
  findings.filter((one) => one.rule === rule);

test("a sound shelf has nothing to find", () => {
  expect(findingsOf(withRows())).toEqual([]);
});

type Seed = (shelf: Shelf) => void;
const SEEDS: [rule: string, fault: string, seed: Seed, file: string, at: string, says: RegExp][] = [
  [
    "item-without-row",
    "an item that no row stands for",
    (s) => s.change(ROWS, "[fish-licence]", "[]"),
    ITEMS,
    "- id: fish-licence",
    /add its id to the items of a row/,
  ],
  [
    "open-role",
    "a stated gap",
    (s) =>
      s.change(
        ROWS,
        /supervisor: .*/.exec(row("fish", 1, "养鱼", "[fish-licence]", "fishery"))![0],
        "supervisor: { kind: gap, why: { zh: 没有找到, en: not found } }",
      ),
    ROWS,
    "supervisor:",
    /is not known （没有找到）|is not known \(没有找到\)/,
  ],
  [
    "open-role",
    "a body that the zone has still to enter",
    (s) =>
      s.change(
        ROWS,
        /enforcer: .*/.exec(row("fish", 1, "养鱼", "[fish-licence]", "fishery"))![0],
        "enforcer: { kind: designated, by: { zh: 县政府, en: county }, entered: null, cites: [sample-law/1], mark: V }",
      ),
    ROWS,
    "enforcer:",
    /let the zone enter it/,
  ],
  [
    "enforcer-without-basis",
    "an enforcer by a page only",
    (s) => s.change(LAW, "kind: law", "kind: page"),
    ROWS,
    "enforcer:",
    /cite the article that gives it the power/,
  ],
  [
    "enforcer-without-basis",
    "an enforcer by an unread article",
    (s) => s.change(LAW, "mark: V", "mark: U"),
    ROWS,
    "enforcer:",
    /read one and raise its mark/,
  ],
  [
    "enforcer-without-basis",
    "an enforcer on an unknown basis",
    (s) =>
      s.change(
        ROWS,
        "enforcer: { kind: bodies, bodies: [{ organ: fishery, basis: statutory",
        "enforcer: { kind: bodies, bodies: [{ organ: fishery, basis: unknown",
      ),
    ROWS,
    "enforcer:",
    /say whether it is statutory/,
  ],
  [
    "overlapping-rows",
    "two rows of one matter",
    (s) => s.write("authority/more.yaml", `entries:\n${row("fishes", 2, "養魚", "[]", "fishery")}`),
    "authority/more.yaml",
    "matter:",
    /already stands at authority\/fish.yaml:2/,
  ],
  [
    "overlapping-rows",
    "two rows of one item with other enforcers",
    (s) =>
      s.write(
        "authority/more.yaml",
        `entries:\n${row("ponds", 2, "鱼塘", "[fish-licence]", "water")}`,
      ),
    "authority/more.yaml",
    "items:",
    /with another enforcer/,
  ],
  [
    "unverified-row",
    "a row that nobody confirmed",
    (s) => s.change(ROWS, "verified: true", "verified: false"),
    ROWS,
    "verified:",
    /then set verified: true/,
  ],
  [
    "level-contradiction",
    "a law and a local rule with other numbers",
    (s) => {
      s.write("provisions/local.yaml", lawFile("local", "local", "15个工作日内决定。"));
      s.change(
        ITEMS,
        "cites: [sample-law/2]\n              mark: V",
        "cites: [sample-law/2, local/5]\n              mark: V",
      );
    },
    ITEMS,
    "kind: limited",
    /sample-law\/2 says 20个工作日, local\/5 says 15个工作日.*sample-law\/2 is a law and prevails over a local regulation or rule \(Legislation Law art. 99\)/,
  ],
  [
    "level-contradiction",
    "a department's rule and a local rule with other numbers",
    (s) => {
      s.change(LAW, "kind: law", "kind: rule");
      s.write("provisions/local.yaml", lawFile("local", "local", "15个工作日内决定。"));
      s.change(
        ITEMS,
        "cites: [sample-law/2]\n              mark: V",
        "cites: [sample-law/2, local/5]\n              mark: V",
      );
    },
    ITEMS,
    "kind: limited",
    /neither prevails by rank.*art. 106/,
  ],
  [
    "same-question",
    "one question written in two ways",
    (s) =>
      s.write(
        "general-rules/r.yaml",
        `rules:\n  - id: r\n    name: { zh: 规则, en: rule }\n    words: { zh: [], en: [] }\n    says: [{ zh: 有规则。, en: A rule., cites: [sample-law/1] }]\n    questions:\n      zh: [養魚要辦啥手續, 规则问题甲乙, 规则问题丙丁, 规则问题戊己, 规则问题庚辛]\n      en: [rule question one, rule question two]\n`,
      ),
    "general-rules/r.yaml",
    "zh: [養魚",
    /is also a question of fish-licence \(approval-items\/sample.yaml:\d+\)/,
  ],
  [
    "stale-law",
    "a law that nobody looked at for 181 days",
    (s) => s.change(LAW, "checkedOn: 2026-11-01", "checkedOn: 2026-05-27"),
    LAW,
    "checkedOn:",
    /181 days ago/,
  ],
  [
    "ending-soon",
    "a source that ends in 90 days",
    (s) => s.change(LAW, "validTo: null", "validTo: 2027-02-22"),
    ITEMS,
    "verdict:",
    /ends on 2027-02-22 \(in 90 days\)/,
  ],
  [
    "overlapping-versions",
    "two texts of one law on one day",
    (s) =>
      s.write(
        "provisions/second.yaml",
        lawFile("second", "law", "也要许可。").replace("title: second法", "title: 示例法"),
      ),
    "provisions/second.yaml",
    "validFrom:",
    /is also in provisions\/sample-law.yaml/,
  ],
  [
    "successor-missing",
    "a law that ended without a successor",
    (s) =>
      s.write(
        "provisions/old.yaml",
        lawFile("old", "law", "旧的。", "validTo: 2026-06-30\nreplacedBy: null"),
      ),
    "provisions/old.yaml",
    "replacedBy:",
    /name the law in replacedBy/,
  ],
  [
    "uncited-provision",
    "an article that nothing rests on",
    (s) => s.write("provisions/lone.yaml", lawFile("lone", "law", "没人引用。")),
    "provisions/lone.yaml",
    'article: "5"',
    /nothing cites lone\/5/,
  ],
  [
    "mark-without-note",
    "a doubt that nobody explained",
    (s) =>
      s.change(
        ITEMS,
        "cites: [sample-law/1]\n      mark: V",
        "cites: [sample-law/1]\n      mark: P",
      ),
    ITEMS,
    "      mark: P",
    /write a note/,
  ],
  [
    "sample-unsaid",
    "a sample that does not say so",
    (s) => s.change(ITEMS, "示例窗口（示例）", "综合窗口"),
    ITEMS,
    "provenance: sample",
    /add （示例）/,
  ],
];

describe("a seeded fault is found in its file, on its line, with what to do", () => {
  test.each(SEEDS)("%s: %s", (rule, _, seed, file, at, says) => {
    const shelf = withRows();
    seed(shelf);
    const findings = of(findingsOf(shelf), rule);
    expect(findings.length, JSON.stringify(findingsOf(shelf))).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ file, line: shelf.lineOf(file, at) });
    expect(findings[0]!.message).toMatch(says);
  });

  test("unreachable-alias: a name that finds another item first, or nothing", () => {
    const shelf = withRows();
    const found = (text: string) =>
      text === "鱼证" ? "bird-licence" : text === "fish permit" ? null : "fish-licence";
    expect(of(findingsOf(shelf, DAY, found), "unreachable-alias")).toEqual([
      expect.objectContaining({
        file: ITEMS,
        line: shelf.lineOf(ITEMS, "aliases:"),
        message: expect.stringContaining("finds bird-licence first"),
      }),
      expect.objectContaining({ message: expect.stringContaining("finds nothing") }),
    ]);
  });

  test("every rule was tried", () => {
    expect([...new Set([...SEEDS.map(([rule]) => rule), "unreachable-alias"])].sort()).toEqual(
      RULES.map(({ name }) => name).sort(),
    );
  });
});

describe("what is no fault is not told", () => {
  test.each<[string, Seed, string]>([
    [
      "180 days are not too long",
      (s) => s.change(LAW, "checkedOn: 2026-11-01", "checkedOn: 2026-05-28"),
      "stale-law",
    ],
    [
      "91 days are not soon",
      (s) => s.change(LAW, "validTo: null", "validTo: 2027-02-23"),
      "ending-soon",
    ],
    [
      "versions one after the other",
      (s) =>
        s.write(
          "provisions/old.yaml",
          lawFile("old", "law", "旧的。", "validTo: 2024-12-31\nreplacedBy: sample-law")
            .replace("title: old法", "title: 示例法")
            .replace("2026-01-01", "2020-01-01"),
        ),
      "overlapping-versions",
    ],
    [
      "a local rule that repeats the law's number",
      (s) => {
        s.write("provisions/local.yaml", lawFile("local", "local", "20个工作日内决定。"));
        s.change(
          ITEMS,
          "cites: [sample-law/2]\n              mark: V",
          "cites: [sample-law/2, local/5]\n              mark: V",
        );
      },
      "level-contradiction",
    ],
    [
      "two rows of one item with one enforcer",
      (s) =>
        s.write(
          "authority/more.yaml",
          `entries:\n${row("ponds", 2, "鱼塘", "[fish-licence]", "fishery")}`,
        ),
      "overlapping-rows",
    ],
  ])("%s", (_, seed, rule) => {
    const shelf = withRows();
    seed(shelf);
    expect(of(findingsOf(shelf), rule)).toEqual([]);
  });

  test("another day is another look", () => {
    expect(of(findingsOf(withRows(), "2027-05-01"), "stale-law").length).toBe(1);
  });
});
