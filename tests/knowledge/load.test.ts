import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { KnowledgeError, type Problem } from "../../src/knowledge/problem.ts";
import { smallShelf, type Shelf } from "../support/small-shelf.ts";

const ITEMS = "approval-items/sample.yaml";
const LAW = "provisions/sample-law.yaml";

/** The problems of a shelf after one change; none when it loads. */
function problemsOf(shelf: Shelf): readonly Problem[] {
  try {
    loadKnowledge(shelf.folder);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

test("a sound shelf loads", () => {
  const { catalogue, provisions, hash } = loadKnowledge(smallShelf().folder);
  expect(catalogue.handlingItems.get("fish-licence.new")?.item.name.zh).toBe("养鱼许可");
  expect(provisions.get("sample-law/2")).toMatchObject({ version: "2025公布", mark: "V" });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

describe("a bad record stops the load with its file, its line and what to do", () => {
  test.each([
    [
      "a citation that resolves to nothing",
      ITEMS,
      "basis: [sample-law/1]",
      "basis: [sample-law/9]",
      "sample-law/9",
      /add the article/,
    ],
    [
      "fewer than five everyday questions",
      ITEMS,
      ", 俺家池子养鲤鱼得不得报, 多久能批养鱼",
      "",
      "zh: [我想挖个塘养鱼",
      /at least five/,
    ],
    ["an unknown word", ITEMS, "kind: new", "kind: brand-new", "kind: brand-new", /Invalid option/],
    [
      "a promise longer than the law allows",
      ITEMS,
      "promisedLimit: null",
      "promisedLimit: { kind: limited, duration: { number: 40, unit: working-day }, cites: [sample-law/2], mark: V, provenance: sample }",
      "promisedLimit:",
      /shorten the promised limit/,
    ],
    [
      "a longer promise in other units",
      ITEMS,
      "promisedLimit: null",
      "promisedLimit: { kind: limited, duration: { number: 2, unit: month }, cites: [sample-law/2], mark: V, provenance: sample }",
      "promisedLimit:",
      /shorten the promised limit/,
    ],
    [
      "a trip without its reason",
      ITEMS,
      "trips: null",
      "trips: { count: 1, mark: P, provenance: page }",
      "trips:",
      /add trips.reason/,
    ],
    [
      "no trip, but a reason",
      ITEMS,
      "trips: null",
      "trips: { count: 0, reason: { zh: 取证, en: pick up }, mark: P, provenance: page }",
      "trips:",
      /remove trips.reason/,
    ],
    [
      "no trip, not online, no post",
      ITEMS,
      "online: null",
      "online: { depth: 3, mark: P, provenance: page }",
      "online:",
      /post must be possible/,
    ],
    [
      "wholly online with a trip",
      ITEMS,
      "online: null",
      "online: { depth: 4, mark: P, provenance: page }",
      "trips:",
      /depth 4 means no trip/,
    ],
    [
      "a fee without name and basis",
      ITEMS,
      "fee: { charged: unknown",
      "fee: { charged: yes",
      "fee:",
      /needs its name and its basis/,
    ],
    [
      "free by no law",
      ITEMS,
      "fee: { charged: unknown",
      "fee: { charged: no",
      "fee:",
      /free by which law/,
    ],
    [
      "papers without a source",
      ITEMS,
      "materials: null",
      "materials: [{ name: { zh: 申请表, en: Form }, necessity: required, type: form, source: applicant }]",
      "- id: fish-licence.new",
      /add materialsCites/,
    ],
    [
      "a limit without its length",
      ITEMS,
      "duration: { number: 20, unit: working-day }",
      "note: { zh: 尽快, en: soon }",
      "statutoryLimit:",
      /add duration.number/,
    ],
    [
      "immediate handling with a long limit",
      ITEMS,
      "handling: promised",
      "handling: immediate",
      "handling: immediate",
      /on-the-spot/,
    ],
    [
      "a neighbour that does not exist",
      ITEMS,
      "related: []",
      "related: [bird-licence]",
      "related:",
      /does not exist/,
    ],
    [
      "the same article twice",
      LAW,
      'article: "2"',
      'article: "1"',
      'article: "1"',
      /already stands/,
    ],
    ["an invented mark", LAW, "mark: V", "mark: X", "mark: X", /Invalid option/],
    [
      "broken YAML",
      LAW,
      "says: { zh: 养鱼要先取得许可。",
      "says: { zh: 养鱼要先取得许可。}",
      "says:",
      /not readable as YAML/,
    ],
  ])("%s", (_, file, from, to, at, remedy) => {
    const shelf = smallShelf();
    if (to.startsWith("online: { depth: 3"))
      shelf.change(file, "trips: null", "trips: { count: 0, mark: P, provenance: page }");
    if (to.startsWith("online: { depth: 4"))
      shelf.change(
        file,
        "trips: null",
        "trips: { count: 1, reason: { zh: 面签, en: sign }, mark: P, provenance: page }",
      );
    shelf.change(file, from, to);
    const found = problemsOf(shelf).find((problem) => remedy.test(problem.message));
    expect(found, JSON.stringify(problemsOf(shelf))).toBeDefined();
    expect(found!.file).toBe(file);
    const line = shelf.lineOf(file, at);
    expect(
      Math.abs(found!.line - line),
      `line ${found!.line}, expected about ${line}`,
    ).toBeLessThanOrEqual(at === 'article: "1"' ? 4 : 1);
  });

  test("two items that ask the same question", () => {
    const shelf = smallShelf();
    shelf.write(
      "questions/more.yaml",
      "questions:\n  - of: fish-licence.new\n    zh: [养鱼，要办啥手续？]\n",
    );
    expect(problemsOf(shelf)).toMatchObject([
      {
        file: "questions/more.yaml",
        line: 2,
        message: expect.stringContaining("already stands at approval-items/sample.yaml"),
      },
    ]);
  });

  test("an item that cites a law which has ended", () => {
    const shelf = smallShelf();
    shelf.change(LAW, "validTo: null", "validTo: 2025-06-30");
    const problems = problemsOf(shelf);
    expect(problems.length).toBeGreaterThan(0);
    expect(
      problems.every(
        ({ file, message }) =>
          file === ITEMS && /ended on 2025-06-30: cite what replaced it/.test(message),
      ),
    ).toBe(true);
  });

  test("an official term in other English words", () => {
    const shelf = smallShelf();
    shelf.change(LAW, "within 20 working days", "within 20 business days");
    expect(problemsOf(shelf).map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringMatching(/sample-law.yaml says 个工作日 but not “working day”/),
      expect.stringMatching(/calls 个工作日 “business day”: write “working day”/),
    ]);
  });

  test("questions about nothing", () => {
    const shelf = smallShelf();
    shelf.write("questions/more.yaml", "questions:\n  - of: bird-licence\n    zh: [养鸟要证吗]\n");
    expect(problemsOf(shelf)).toMatchObject([
      { file: "questions/more.yaml", line: 2, where: "questions.0.of" },
    ]);
  });

  test("a sentence that only one language says, or says with other blanks", () => {
    const shelf = smallShelf();
    shelf.change("wording/en.yaml", "help.thanks:", "help.thanked:");
    shelf.change("wording/zh.yaml", "编号 {reference}", "编号 {number}");
    expect(problemsOf(shelf).map(({ file, where }) => `${file} ${where}`)).toEqual(
      expect.arrayContaining([
        "wording/zh.yaml help.thanks",
        "wording/en.yaml help.thanked",
        "wording/zh.yaml failed.apology",
        "wording/en.yaml failed.apology",
      ]),
    );
  });

  test("every problem is told at once", () => {
    const shelf = smallShelf();
    shelf.change(ITEMS, "kind: new", "kind: brand-new");
    shelf.change(LAW, "mark: V", "mark: X");
    expect(problemsOf(shelf).length).toBe(2);
  });
});

describe("the kept shelf", () => {
  test("is the same as the checked one, and a damaged one is checked anew", async () => {
    const { mkdtempSync, readdirSync, writeFileSync } = await import("node:fs");
    const cacheDirectory = mkdtempSync(`${smallShelf().folder}-cache-`);
    const shelf = smallShelf();
    const checked = loadKnowledge(shelf.folder, { cacheDirectory });
    expect(
      JSON.stringify([...loadKnowledge(shelf.folder, { cacheDirectory }).catalogue.items]),
    ).toBe(JSON.stringify([...checked.catalogue.items]));
    for (const file of readdirSync(cacheDirectory)) writeFileSync(`${cacheDirectory}/${file}`, "{");
    expect(loadKnowledge(shelf.folder, { cacheDirectory }).hash).toBe(checked.hash);
  });
});

test("a row of the zone that names an item which does not exist is found with its line", () => {
  const shelf = smallShelf();
  shelf.write(
    "zone/sample.yaml",
    `thresholds:
  - id: pond-area
    what: { zh: 塘的面积, en: Area of the pond }
    value: 5
    unit: { zh: 亩, en: mu }
    jurisdiction: { zh: 片区, en: The zone }
    says: { zh: 国家没有写面积，这里5亩起。, en: "No area nationwide, here from 5 mu.", cites: [sample-law/1] }
    items:
      - fish-licence
      - bird-licence
    mark: V
`,
  );
  expect(problemsOf(shelf)).toEqual([
    expect.objectContaining({
      file: "zone/sample.yaml",
      line: shelf.lineOf("zone/sample.yaml", "bird-licence"),
      message: expect.stringMatching(/the item bird-licence, which does not exist/),
    }),
  ]);
});
