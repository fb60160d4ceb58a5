import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KnowledgeError, type Problem } from "../../src/knowledge/problem.ts";
import { smallShelf, withPowers, type Shelf } from "../support/small-shelf.ts";

const ROWS = "authority/sample.yaml";
const ORGANS = "organs/sample.yaml";
const LINKAGE = "linkage/sample.yaml";
const TABLES = "discretion/sample.yaml";
const FIGURES = "figures/sample.yaml";

function problemsOf(shelf: Shelf): readonly Problem[] {
  try {
    loadKnowledge(shelf.folder);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

test("a sound list of powers loads", () => {
  expect(problemsOf(withPowers(smallShelf()))).toEqual([]);
});

test.each([
  [
    "an unknown approver",
    ROWS,
    "organ: fish-bureau # approves",
    "organ: bird-bureau",
    "organ: bird-bureau",
    /the organ bird-bureau, which does not exist: add it/,
  ],
  [
    "an unknown supervisor",
    ROWS,
    "organ: fish-bureau # supervises",
    "organ: bird-bureau",
    "organ: bird-bureau",
    /the organ bird-bureau/,
  ],
  [
    "an unknown enforcer of a case",
    ROWS,
    "organ: fish-police # case",
    "organ: bird-police",
    "organ: bird-police",
    /the organ bird-police/,
  ],
  [
    "an unknown body entered for a designated one",
    ROWS,
    "entered: null",
    "entered: bird-bureau",
    "entered: bird-bureau",
    /the organ bird-bureau/,
  ],
  [
    "an unknown linkage rule",
    ROWS,
    "linkage: [l1]",
    "linkage: [l1, l9]",
    "linkage: [l1, l9]",
    /the linkage rule l9, which does not exist: add it/,
  ],
  [
    "an unknown item",
    ROWS,
    "items: [fish-licence]",
    "items: [bird-licence]",
    "items: [bird-licence]",
    /the item bird-licence, which does not exist: use the id of an item or an outside door/,
  ],
  [
    "a citation that resolves to nothing",
    ROWS,
    "basis: [sample-law/2]",
    "basis: [sample-law/9]",
    "basis: [sample-law/9]",
    /cites sample-law\/9, which is in no file/,
  ],
  [
    "a row id that stands twice",
    ROWS,
    "id: pond-noise",
    "id: fish-farming",
    "id: fish-farming",
    /row fish-farming already stands at authority\/sample.yaml:2: give it another id/,
  ],
  [
    "a row number that stands twice",
    ROWS,
    "number: 2",
    "number: 1",
    "number: 1",
    /row number 1 already stands at authority\/sample.yaml:3: give it another number/,
  ],
  [
    "a matter that stands twice",
    ROWS,
    "zh: 鱼塘噪声",
    "zh: 养鱼",
    "zh: 养鱼",
    /matter 养鱼 already stands at .*: merge the two rows/,
  ],
  [
    "a case that stands twice in a row",
    ROWS,
    "id: at-night",
    "id: poaching",
    "id: poaching",
    /case fish-farming\/poaching already stands/,
  ],
  [
    "an organ that stands twice",
    ORGANS,
    "id: fish-police",
    "id: fish-bureau",
    "id: fish-bureau",
    /organ fish-bureau already stands at organs\/sample.yaml:2/,
  ],
  [
    "a linkage rule that stands twice",
    LINKAGE,
    "id: l2",
    "id: l1",
    "id: l1",
    /linkage rule l1 already stands/,
  ],
  [
    "a discretion table that stands twice",
    TABLES,
    "id: loud-pond",
    "id: no-licence",
    "id: no-licence",
    /discretion table no-licence already stands/,
  ],
  [
    "a discretion table of an unknown row",
    TABLES,
    "authority: fish-farming",
    "authority: bird-farming",
    "authority: bird-farming",
    /the row bird-farming, which does not exist: use the id of a row in knowledge\/authority or null/,
  ],
  [
    "a figure that stands twice",
    FIGURES,
    "id: ponds-2026",
    "id: ponds-2025",
    "id: ponds-2025",
    /figure ponds-2025 already stands/,
  ],
  [
    "a unification that stands twice",
    FIGURES,
    "id: nets",
    "id: boats",
    "id: boats",
    /unification boats already stands/,
  ],
])("%s is told with file and line", (_, file, from, to, at, says) => {
  const shelf = withPowers(smallShelf());
  shelf.change(file, from, to);
  const problems = problemsOf(shelf);
  const found = problems.find(({ message }) => says.test(message));
  expect(found, JSON.stringify(problems)).toBeDefined();
  expect(found!.file).toBe(file);
  expect(shelf.linesOf(file, at)).toContain(found!.line);
});

test("an item may be one that only has an outside door", () => {
  const shelf = withPowers(smallShelf());
  shelf.change(ROWS, "items: [fish-licence]", "items: [fish-licence, bird-licence]");
  shelf.write(
    "outside/birds.yaml",
    `doors:
  - id: bird-licence
    kind: unlisted
    name: { zh: 养鸟许可, en: Bird licence }
    says: { zh: 还没有录入。, en: Not entered yet. }
    words: { zh: [养鸟], en: [birds] }
    questions:
      zh: [养鸟要证吗, 家里养鹦鹉报备不, 卖鸟去哪办, 鸟市摊位找谁, 养一百只鸽子行吗]
      en: [Do I need a bird permit, Who licenses parrots]
`,
  );
  expect(problemsOf(shelf)).toEqual([]);
});
