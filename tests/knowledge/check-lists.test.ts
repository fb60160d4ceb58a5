import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KnowledgeError, type Problem } from "../../src/knowledge/problem.ts";
import { smallShelf, type Shelf } from "../support/small-shelf.ts";

const ROWS = "no-penalty/sample.yaml";
const FACTS = "facts/sample.yaml";
const MODES = "modes/sample.yaml";
const LOCAL = "provisions/sample-local-list.yaml";

/** A small shelf with one row of a no-penalty list, its facts, and another place's list. */
function shelfWithLists(): Shelf {
  const shelf = smallShelf();
  shelf.write(
    FACTS,
    `facts:
  - id: pond-area
    kind: number
    name: { zh: 水面面积, en: area of the pond }
    unit: { zh: 平方米, en: square metres }
    ask: { zh: 水面多大？, en: How large is the pond? }
    words: { zh: [水面], en: [pond] }
    knownBy: party
  - id: fish-escaped
    kind: yes-no
    name: { zh: 鱼跑了, en: fish escaped }
    ask: { zh: 鱼跑了吗？, en: Did fish escape? }
    words: { zh: [跑了], en: [escaped] }
    knownBy: officer
`,
  );
  shelf.write(
    ROWS,
    `checkedOn: 2026-11-01
items:
  - id: Z01
    row: 1
    violation: { zh: 没有许可养鱼, en: Farming fish without a licence }
    aliases: { zh: [没证养鱼], en: [no fish licence] }
    field: agriculture
    routes:
      - route: A
        effect: must-not
        when: { fact: pond-area, atMost: 100 }
        whenWords: { zh: 水面不超过100平方米, en: The pond has at most 100 square metres }
    firstTime: null
    exclusions: [fish-escaped]
    remains: [{ zh: 补办许可, en: Get the licence }]
    ifNotCorrected: null
    jurisdiction: { zh: 全国, en: national, kind: national }
    appliesHere: "yes"
    violates: [sample-law/1]
    punishedBy: [sample-law/2]
    listedIn: [sample-law/2]
    mark: V
`,
  );
  shelf.write(
    LOCAL,
    `id: sample-local-list
title: 别处的清单
titleEn: Another place's list
kind: page
issuer: 别处
number: null
version: 2025公布
validFrom: 2025-01-01
validTo: null
replacedBy: null
checkedOn: 2026-11-01
source: made for tests
provisions:
  - article: S1
    says: { zh: 小鱼塘不罚。, en: Small ponds are not penalised. }
    mark: V
`,
  );
  return shelf;
}

const MODE = `checkedOn: 2026-11-01
modes:
  - id: by-boat
    name: { zh: 坐船办, en: By boat }
    aliases: { zh: [坐船], en: [by boat] }
    says: { zh: 坐船来办。, en: Come by boat., cites: [sample-law/1] }
    notToBeMixedWith: []
    rules:
      - id: by-boat-fish
        effect: excludes
        about: matter
        when: { fact: fish-escaped, is: true }
        whenWords: { zh: 鱼跑了, en: Fish escaped }
        says: { zh: 鱼跑了不行。, en: Not if fish escaped., cites: [sample-law/1] }
    ifBroken: []
    fallback: { zh: 走路来办。, en: Come on foot., cites: [sample-law/2] }
    jurisdiction: { zh: 全国, en: national, kind: national }
    appliesHere: "yes"
    mark: V
`;

function problemsOf(shelf: Shelf): readonly Problem[] {
  try {
    loadKnowledge(shelf.folder);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

test("a sound list loads, row by row", () => {
  const { lists } = loadKnowledge(shelfWithLists().folder);
  expect(lists.noPenalty.get("Z01")!.routes[0]).toMatchObject({ route: "A", instead: false });
  expect(lists.facts.get("pond-area")!.kind).toBe("number");
});

describe("a list that cannot be right is found with file and line", () => {
  const words =
    "whenWords: { zh: 水面不超过100平方米, en: The pond has at most 100 square metres }";
  test.each([
    [
      "a condition on an undeclared fact",
      "when: { fact: pond-area",
      "when: { fact: pond-depth",
      "when: {",
      /pond-depth is no declared fact: add it to knowledge\/facts/,
    ],
    [
      "a number asked of a yes-no fact",
      "when: { fact: pond-area, atMost: 100 }",
      "when: { any: [{ fact: pond-area, atMost: 100 }, { fact: fish-escaped, atMost: 1 }] }",
      "when: {",
      /fish-escaped is no number/,
    ],
    [
      "a yes asked of a number",
      "when: { fact: pond-area, atMost: 100 }",
      "when: { all: [{ fact: pond-area, atMost: 100 }, { fact: pond-area, is: true }] }",
      "when: {",
      /pond-area is not answered by yes or no/,
    ],
    [
      "an undeclared exclusion",
      "exclusions: [fish-escaped]",
      "exclusions: [fish-died]",
      "exclusions:",
      /fish-died is no declared yes-no fact/,
    ],
    [
      "a bound in words with another number",
      words,
      words.replace("100平方米", "200平方米"),
      "whenWords:",
      /the condition says atMost 100, its words \(zh\) do not/,
    ],
    [
      "words that exclude a number the condition includes",
      words,
      words.replace("不超过100平方米", "不足100平方米"),
      "whenWords:",
      /the condition says atMost 100, its words \(zh\) do not/,
    ],
    [
      "English words with another bound",
      words,
      words.replace("at most 100", "less than 100"),
      "whenWords:",
      /the condition says atMost 100, its words \(en\) do not/,
    ],
    [
      "a number only the words know",
      words,
      words.replace("en: The pond has", "en: Within 3 days the pond has"),
      "whenWords:",
      /the words \(en\) say 3, the condition does not/,
    ],
    [
      "a national row by another place's list",
      "listedIn: [sample-law/2]",
      "listedIn: [sample-local-list/S1]",
      "listedIn:",
      /Z01 claims to be national by a local source only/,
    ],
    [
      "another place's list said to apply here",
      "kind: national }",
      "kind: other-place-model }",
      "appliesHere:",
      /model-to-be-confirmed/,
    ],
    [
      "English that is still Chinese",
      "en: Get the licence",
      "en: 补办许可",
      "remains:",
      /the English is missing/,
    ],
    [
      "a row that rests on nothing on the shelf",
      "violates: [sample-law/1]",
      "violates: [sample-law/7]",
      "violates:",
      /cites sample-law\/7, which is in no file/,
    ],
    [
      "a condition without its words",
      words,
      "place: { zh: 别处, en: elsewhere }",
      "- route: A",
      /give the condition and its words together/,
    ],
    [
      "a route B that does not say what first means",
      "route: A\n        effect: must-not",
      "route: B\n        effect: may-not",
      "firstTime:",
      /how the first time is counted/,
    ],
    [
      "a fine-only clause that promises more",
      "route: A\n        effect: must-not",
      "route: S\n        effect: must-not",
      "effect: must-not",
      /route S spares the fine only/,
    ],
  ])("%s", (_, before, after, at, message) => {
    const shelf = shelfWithLists();
    shelf.change(ROWS, before, after);
    const found = problemsOf(shelf).find((problem) => message.test(problem.message));
    expect(found, JSON.stringify(problemsOf(shelf))).toBeDefined();
    expect(found!.file).toBe(ROWS);
    expect(Math.abs(found!.line - shelf.lineOf(ROWS, at))).toBeLessThanOrEqual(1);
  });

  test("a V where nothing that is cited is V", () => {
    const shelf = shelfWithLists();
    shelf.change("provisions/sample-law.yaml", "mark: V", "mark: P");
    shelf.change("provisions/sample-law.yaml", "mark: V", "mark: P");
    expect(problemsOf(shelf)).toMatchObject([
      {
        file: ROWS,
        line: shelf.lineOf(ROWS, "mark: V"),
        message: expect.stringContaining("Z01 is marked V, but no article it cites is"),
      },
    ]);
  });

  test("two rows, or two facts, of one id", () => {
    const shelf = shelfWithLists();
    shelf.change(FACTS, "id: fish-escaped", "id: pond-area");
    shelf.change(ROWS, "exclusions: [fish-escaped]", "exclusions: []");
    expect(problemsOf(shelf)).toContainEqual(
      expect.objectContaining({
        file: FACTS,
        line: shelf.lineOf(FACTS, "kind: yes-no") - 1,
        message: expect.stringMatching(/pond-area already stands at facts\/sample.yaml:2/),
      }),
    );
  });

  test("a number without its unit", () => {
    const shelf = shelfWithLists();
    shelf.change(FACTS, "    unit: { zh: 平方米, en: square metres }\n", "");
    expect(problemsOf(shelf)[0]).toMatchObject({
      file: FACTS,
      line: 2,
      message: expect.stringMatching(/needs its unit/),
    });
  });

  test.each([
    [
      "a mode mistaken for one that does not exist",
      "notToBeMixedWith: []",
      "notToBeMixedWith: [sideways]",
      "notToBeMixedWith:",
      /sideways is no mode/,
    ],
    [
      "a rule for an item that does not exist",
      "about: matter",
      "about: matter\n        items: [bird-licence]",
      "items:",
      /bird-licence is no approval item/,
    ],
    [
      "a rule on an undeclared fact",
      "when: { fact: fish-escaped",
      "when: { fact: fish-died",
      "when: {",
      /fish-died is no declared fact/,
    ],
  ])("in a mode: %s", (_, before, after, at, message) => {
    const shelf = shelfWithLists();
    shelf.write(MODES, MODE);
    expect(problemsOf(shelf)).toEqual([]);
    shelf.change(MODES, before, after);
    const found = problemsOf(shelf).find((problem) => message.test(problem.message))!;
    expect(found).toMatchObject({ file: MODES, line: shelf.lineOf(MODES, at) });
  });

  test("a line for an emergency that is told nowhere", () => {
    const shelf = shelfWithLists();
    shelf.write(
      "reports/sample.yaml",
      `checkedOn: 2026-11-01
lines:
  - number: "119"
    name: { zh: 火警, en: fire }
    for: { zh: 着火, en: fire }
    emergency: flood
    mark: P
`,
    );
    expect(problemsOf(shelf)).toMatchObject([
      { file: "reports/sample.yaml", line: 6, message: expect.stringMatching(/flood is no emerg/) },
    ]);
  });

  test("a grading mistaken for one that does not exist", () => {
    const shelf = shelfWithLists();
    shelf.write(
      "credit/sample.yaml",
      `checkedOn: 2026-11-01
gradings:
  - id: fish-grade
    name: { zh: 鱼塘等级, en: Pond grade }
    says: { zh: 分两级。, en: Two grades., cites: [sample-law/1] }
    classes: [{ id: A, name: { zh: 好, en: good }, uses: [] }]
    notToBeMixedWith: bird-grade
    facts: []
    jurisdiction: { zh: 全国, en: national, kind: national }
    mark: V
`,
    );
    expect(problemsOf(shelf)).toMatchObject([
      { file: "credit/sample.yaml", line: 7, message: expect.stringMatching(/no grading/) },
    ]);
  });
});
