import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KnowledgeError, type Problem } from "../../src/knowledge/problem.ts";
import { smallShelf, type Shelf } from "../support/small-shelf.ts";

const PACKAGES = "packages/sample.yaml";
const SHARED = "packages/shared.yaml";

const SAMPLE = `packages:
  - id: fish-farm
    name: { zh: 开渔场, en: Open a fish farm }
    aliases: { zh: [办渔场], en: [start a fish farm] }
    main: fish-licence.new
    says: { zh: 先挖塘再领证。, en: "First the pond, then the licence.", cites: [sample-law/1] }
    facts:
      - area
      - id: kind
        name: { zh: 鱼种, en: Kind of fish }
        kind: choice
        ask: { zh: 养什么鱼？, en: Which fish? }
        options:
          - { id: carp, label: { zh: 鲤鱼, en: Carp }, words: { zh: [鲤鱼], en: [carp] } }
    steps:
      - id: pond
        does: null
        name: { zh: 挖塘, en: Dig the pond }
        cites: [sample-law/1]
      - id: licence
        does: fish-licence.new
        after: [pond]
        when: { all: [{ fact: area, atLeast: { threshold: pond-area } }, { fact: kind, is: carp }] }
        whenWords: { zh: 塘够大的, en: If the pond is large }
        cites: [sample-law/1]
    shared:
      - { name: { zh: 身份证, en: Identity card }, steps: [pond, licence] }
    questions:
      zh: [开渔场要办啥, 办渔场都跑哪, 养鱼一共几个证, 渔场全部手续, 从头到尾怎么办]
      en: [All permits for a fish farm, Whole process of a fish farm]
    mark: V
    checkedOn: 2026-11-01
`;

const FACTS = `facts:
  - id: area
    name: { zh: 面积, en: Area }
    kind: number
    unit: { zh: 亩, en: mu }
    units: { zh: [亩], en: [mu] }
    ask: { zh: 多少亩？, en: How many mu? }
`;

const ZONE = `thresholds:
  - id: pond-area
    what: { zh: 塘的大小, en: Size of the pond }
    value: null
    unit: { zh: 亩, en: mu }
    jurisdiction: { zh: 片区, en: The zone }
    says: { zh: 国家没有规定大小。, en: The state sets no size., cites: [sample-law/1] }
    mark: V
`;

function shelfWithPackages(): Shelf {
  const shelf = smallShelf();
  shelf.write(PACKAGES, SAMPLE);
  shelf.write(SHARED, FACTS);
  shelf.write("zone/thresholds.yaml", ZONE);
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

test("a sound package loads, its shared facts in full", () => {
  const { packages, thresholds } = loadKnowledge(shelfWithPackages().folder);
  const pack = packages.get("fish-farm")!;
  expect(pack.facts.map(({ id, kind }) => [id, kind])).toEqual([
    ["area", "number"],
    ["kind", "choice"],
  ]);
  expect(thresholds.get("pond-area")?.value).toBeNull();
});

describe("a bad package stops the load with its file, its line and what to do", () => {
  test.each([
    [
      "a step that waits for itself",
      "        name: { zh: 挖塘, en: Dig the pond }\n        cites",
      "        name: { zh: 挖塘, en: Dig the pond }\n        after: [licence]\n        cites",
      "after: [licence]",
      /waits for itself/,
    ],
    ["a step before that is none", "after: [pond]", "after: [lake]", "after: [lake]", /no step/],
    [
      "a step that is nothing on the shelf",
      "does: fish-licence.new",
      "does: fish-licence.old",
      "does: fish-licence.old",
      /use an existing id, or null and a name/,
    ],
    [
      "a step without an item and without a name",
      "        name: { zh: 挖塘, en: Dig the pond }\n",
      "",
      "- id: pond",
      /needs its name/,
    ],
    [
      "a fact that is not asked",
      "fact: area, atLeast",
      "fact: depth, atLeast",
      "fact: depth",
      /add it to facts/,
    ],
    [
      "a shared fact that stands nowhere",
      "      - area\n",
      "      - depth\n",
      "- depth",
      /shared fact/,
    ],
    [
      "a fact on which nothing depends",
      ", { fact: kind, is: carp }",
      "",
      "- id: kind",
      /do not ask it/,
    ],
    [
      "an option that the fact does not have",
      "is: carp }]",
      "is: shark }]",
      "is: shark",
      /no option shark/,
    ],
    ["a test of the wrong kind", "is: carp }]", "is: true }]", "is: true", /is a choice/],
    [
      "a threshold that the zone does not list",
      "threshold: pond-area",
      "threshold: lake-area",
      "threshold: lake-area",
      /add it there/,
    ],
    [
      "a paper shared with a step that is none",
      "steps: [pond, licence]",
      "steps: [pond, lake]",
      "steps: [pond, lake]",
      /no step/,
    ],
    [
      "a condition without its words",
      "        whenWords: { zh: 塘够大的, en: If the pond is large }\n",
      "",
      "- id: licence",
      /in words too/,
    ],
    [
      "a main licence that no step does",
      "main: fish-licence.new",
      "main: fish-licence.old",
      "main:",
      /done by no step/,
    ],
    [
      "a citation that resolves to nothing",
      'en: "First the pond, then the licence.", cites: [sample-law/1]',
      'en: "First the pond, then the licence.", cites: [sample-law/9]',
      "sample-law/9",
      /add the article/,
    ],
  ])("%s", (_, from, to, where, message) => {
    const shelf = shelfWithPackages();
    shelf.change(PACKAGES, from, to);
    const found = problemsOf(shelf).filter((one) => message.test(one.message));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.file).toBe(PACKAGES);
    expect(found[0]!.line).toBe(shelf.lineOf(PACKAGES, where));
  });

  test("a step that stands twice", () => {
    const shelf = shelfWithPackages();
    shelf.change(PACKAGES, "- id: licence", "- id: pond");
    expect(problemsOf(shelf).some(({ message }) => /two steps/.test(message))).toBe(true);
  });

  test("a package that stands twice", () => {
    const shelf = shelfWithPackages();
    shelf.write("packages/again.yaml", SAMPLE);
    expect(problemsOf(shelf).some(({ message }) => /two packages/.test(message))).toBe(true);
  });
});
