import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { exportShelf } from "../../../src/knowledge/editing/export.ts";
import { ImportError, prepareImport } from "../../../src/knowledge/editing/import.ts";
import type { CellProblem } from "../../../src/knowledge/sheets/sheet.ts";
import { readShelfFiles } from "../../../src/knowledge/shelf.ts";
import { smallShelf, type Shelf } from "../../support/small-shelf.ts";
import { openBook, type Book } from "../../support/workbook.ts";

const ITEMS = "approval-items/sample.yaml";
const LAW = "provisions/sample-law.yaml";
const HANDLING = ["id", "fish-licence.new"] as const;

let shelf: Shelf;
let file: string;
let book: Book;

beforeEach(async () => {
  shelf = smallShelf();
  await takeOut();
});

async function takeOut(): Promise<void> {
  file = join(mkdtempSync(join(tmpdir(), "onedoor-sheets-")), "shelf.xlsx");
  await exportShelf(readShelfFiles(shelf.folder), file, {
    format: "xlsx",
    encoding: "utf8-bom",
    parts: [],
  });
  book = await openBook(file);
}

async function bringIn() {
  await book.save();
  return prepareImport(file, readShelfFiles(shelf.folder));
}

async function problemsOf(): Promise<readonly CellProblem[]> {
  return bringIn().then(
    () => [],
    (error: unknown) => {
      if (error instanceof ImportError) return error.problems;
      throw error;
    },
  );
}

/** The lines that differ, old and new. */
async function changedLines(of: string): Promise<{ gone: string[]; come: string[] }> {
  const { files, laidOutAnew } = await bringIn();
  expect([...files.keys()]).toEqual([of]);
  expect(laidOutAnew).toEqual([]);
  const before = readFileSync(join(shelf.folder, of), "utf8").split("\n");
  const after = files.get(of)!.split("\n");
  return {
    gone: before.filter((line) => !after.includes(line)).map((line) => line.trim()),
    come: after.filter((line) => !before.includes(line)).map((line) => line.trim()),
  };
}

describe("a changed cell changes that value and no other", () => {
  test("a limit", async () => {
    book.set("items.handlingItems", HANDLING, "statutoryLimit.duration.number", "15");
    expect(await changedLines(ITEMS)).toEqual({
      gone: ["duration: { number: 20, unit: working-day }"],
      come: ["duration: { number: 15, unit: working-day }"],
    });
  });

  test("a limit that Excel took for a number", async () => {
    book.set("items.handlingItems", HANDLING, "statutoryLimit.duration.number", 15);
    expect((await changedLines(ITEMS)).come).toEqual([
      "duration: { number: 15, unit: working-day }",
    ]);
  });

  test("a name, beside a comment that stays", async () => {
    shelf.change(
      ITEMS,
      "    need: licence",
      "    # asked by the bureau\n    need: licence # still",
    );
    await takeOut();
    book.set("items", ["id", "fish-licence"], "name.zh", "水产养殖许可: 新");
    const { come, gone } = await changedLines(ITEMS);
    expect(come).toEqual(['name: { zh: "水产养殖许可: 新", en: Fish farming licence }']);
    expect(gone.length).toBe(1);
  });

  test("a mark and an article that is text", async () => {
    book.set("provisions", ["article", "2"], "mark", "P");
    expect(await changedLines(LAW)).toEqual({ gone: [], come: ["mark: P"] });
  });

  test("a day as Excel in China shows it", async () => {
    book.set("provisions.files", ["id", "sample-law"], "validFrom", "2025/3/1");
    expect((await changedLines(LAW)).come).toEqual(["validFrom: 2025-03-01"]);
  });

  test("a day that Excel counts", async () => {
    book.set("provisions.files", ["id", "sample-law"], "validFrom", 45_717);
    expect((await changedLines(LAW)).come).toEqual(["validFrom: 2025-03-01"]);
  });

  test("a day that Excel made a date of", async () => {
    book.set(
      "provisions.files",
      ["id", "sample-law"],
      "validFrom",
      new Date("2025-03-01T00:00:00Z"),
    );
    expect((await changedLines(LAW)).come).toEqual(["validFrom: 2025-03-01"]);
  });

  test("a list of words", async () => {
    book.set("items", ["id", "fish-licence"], "aliases.zh", "鱼证\n养鱼证");
    expect((await changedLines(ITEMS)).come).toEqual([
      "aliases: { zh: [鱼证, 养鱼证], en: [fish permit] }",
    ]);
  });

  test("what was not known", async () => {
    book.set("items.handlingItems", HANDLING, "promisedLimit", "");
    for (const [column, text] of [
      ["kind", "limited"],
      ["duration.number", "10"],
      ["duration.unit", "working-day"],
      ["cites", "sample-law/2"],
      ["mark", "P"],
      ["provenance", "page"],
    ])
      book.set("items.handlingItems", HANDLING, `promisedLimit.${column}`, text);
    const { gone, come } = await changedLines(ITEMS);
    expect(gone).toEqual(["promisedLimit: null"]);
    expect(come[0]).toBe("promisedLimit:");
    expect(come).toContain("number: 10");
  });

  test("what is not known any more", async () => {
    for (const column of ["kind", "duration.number", "duration.unit", "from", "cites", "mark"])
      book.set("items.handlingItems", HANDLING, `statutoryLimit.${column}`, "");
    book.set("items.handlingItems", HANDLING, "statutoryLimit", "null");
    const { gone, come } = await changedLines(ITEMS);
    expect(come).toEqual(["statutoryLimit: null"]);
    expect(gone).toContain("kind: limited");
  });

  test("a sentence of the program", async () => {
    book.set("wording-zh", ["key", "help.thanks"], "value", "不客气，慢走。");
    expect((await changedLines("wording/zh.yaml")).come).toEqual(["help.thanks: 不客气，慢走。"]);
  });
});

describe("rows come and go", () => {
  test("a paper is added to a list that was not known", async () => {
    book.add("items.materials", {
      in: "fish-licence.new",
      "name.zh": "申请表",
      "name.en": "Application form",
      necessity: "required",
      type: "form",
      source: "applicant",
    });
    book.set("items.handlingItems", HANDLING, "materialsCites", "sample-law/1");
    const { come, gone } = await changedLines(ITEMS);
    expect(gone).toEqual(["materials: null"]);
    expect(come).toContain("materialsCites:");
    expect(come).toContain("zh: 申请表");
  });

  test("an article is added, an article is deleted", async () => {
    book.add("provisions", {
      file: LAW,
      article: "3",
      "says.zh": "罚款一万元以下。",
      "says.en": "A fine of up to RMB 10,000.",
      mark: "V",
    });
    expect((await changedLines(LAW)).come).toContain('- article: "3"');

    await takeOut();
    const row = ["article", "2"] as const;
    book.set("provisions", row, "delete", "yes");
    book.set("items.handlingItems", HANDLING, "statutoryLimit.cites", "sample-law/1");
    const { files } = await bringIn();
    expect(files.get(LAW)).not.toContain('article: "2"');
    expect(files.get(LAW)).toContain('article: "1"');
  });

  test("a whole new law in a file of its own, and what cites it", async () => {
    book.add("provisions.files", {
      file: "provisions/pond-rules.yaml",
      id: "pond-rules",
      title: "鱼塘规定",
      titleEn: "Pond Rules",
      kind: "rule",
      issuer: "示例机关",
      number: "null",
      version: "2026公布",
      validFrom: "2026-01-01",
      validTo: "null",
      replacedBy: "null",
      checkedOn: "2026-11-01",
      source: "made for tests",
    });
    book.add("provisions", {
      file: "provisions/pond-rules.yaml",
      article: "7",
      "says.zh": "鱼塘要报告。",
      "says.en": "A pond is reported.",
      mark: "V",
    });
    book.set("items.handlingItems", HANDLING, "basis", "sample-law/1\npond-rules/7");
    const { files } = await bringIn();
    expect([...files.keys()].sort()).toEqual([ITEMS, "provisions/pond-rules.yaml"]);
    expect(files.get("provisions/pond-rules.yaml")).toMatch(/^id: pond-rules\n[\s\S]*article: "7"/);
  });

  test("an item is added with its part and its handling item", async () => {
    const question = (n: number) => `开个虾塘第${n}个问题怎么问`;
    book.add("items", {
      file: ITEMS,
      id: "shrimp-filing",
      number: "2",
      "name.zh": "养虾备案",
      "name.en": "Shrimp farming filing",
      "aliases.zh": "虾备案",
      "aliases.en": "shrimp filing",
      need: "filing",
      "verdict.zh": "养虾要备案。",
      "verdict.en": "Shrimp farming is filed.",
      "verdict.cites": "sample-law/1",
      "authority.decides.zh": "示例机关",
      "authority.decides.en": "Sample authority",
      "authority.supervises.zh": "示例部门",
      "authority.supervises.en": "Sample department",
      "authority.level": "county",
      "authority.power": "own",
      "authority.cites": "sample-law/1",
      "authority.mark": "V",
      "door.name.zh": "示例窗口（示例）",
      "door.name.en": "Sample window (sample)",
      "door.provenance": "sample",
    });
    book.add("items.subItems", {
      in: "shrimp-filing",
      id: "shrimp-filing",
      "name.zh": "养虾备案",
      "name.en": "Shrimp farming filing",
    });
    book.add("items.handlingItems", {
      in: "shrimp-filing",
      id: "shrimp-filing.file",
      kind: "file",
      "name.zh": "养虾备案",
      "name.en": "Shrimp farming filing",
      handling: "null",
      statutoryLimit: "null",
      promisedLimit: "null",
      materials: "null",
      trips: "null",
      online: "null",
      "fee.charged": "unknown",
      "fee.cites": "[]",
      "fee.mark": "U",
      result: "null",
      validity: "null",
      basis: "sample-law/1",
      "questions.zh": [1, 2, 3, 4, 5].map(question).join("\n"),
      "questions.en": "How do I file a shrimp pond?\nMust shrimp be filed?",
      provenance: "law",
      checkedOn: "2026-11-01",
    });
    const { files, laidOutAnew } = await bringIn();
    expect(laidOutAnew).toEqual([]);
    expect(files.get(ITEMS)).toContain("- id: shrimp-filing.file");
    expect(files.get(ITEMS)!.startsWith(readFileSync(join(shelf.folder, ITEMS), "utf8"))).toBe(
      true,
    );
  });

  test("the last record of a file takes the file along", async () => {
    shelf.write(
      "questions/more.yaml",
      "questions:\n  - of: fish-licence.new\n    zh: [塘里能养鱼不]\n",
    );
    await takeOut();
    book.set("questions", ["of", "fish-licence.new"], "delete", "yes");
    expect([...(await bringIn()).files]).toEqual([["questions/more.yaml", null]]);
  });
});

describe("what is wrong is told at its cell, and nothing is taken", () => {
  test.each<[string, () => string, RegExp]>([
    [
      "no number",
      () => book.set("items.handlingItems", HANDLING, "statutoryLimit.duration.number", "二十"),
      /write digits only/,
    ],
    [
      "no day",
      () => book.set("provisions.files", ["id", "sample-law"], "checkedOn", "去年"),
      /write it like 2026-11-24/,
    ],
    [
      "a word that is no choice",
      () => book.set("provisions", ["article", "2"], "mark", "X"),
      /Invalid option/,
    ],
    [
      "a source that is nowhere",
      () => book.set("items", ["id", "fish-licence"], "verdict.cites", "sample-law/9"),
      /add the article/,
    ],
    [
      "too few questions",
      () => book.set("items.handlingItems", HANDLING, "questions.zh", "养鱼要办啥手续"),
      /at least five/,
    ],
    [
      "an emptied name",
      () => book.set("items.handlingItems", HANDLING, "name.en", ""),
      /expected string/,
    ],
    [
      "a formula",
      () => book.set("items", ["id", "fish-licence"], "name.zh", { formula: "1+1", result: 2 }),
      /holds a formula/,
    ],
    [
      "an article that Excel made a number of",
      () => book.set("provisions", ["article", "2"], "article", 12),
      /set the cell's format to text/,
    ],
    [
      "a name that Excel made a date of",
      () => book.set("items", ["id", "fish-licence"], "name.zh", new Date("2026-01-02")),
      /Excel made a date of it/,
    ],
    [
      "another word in delete",
      () => book.set("provisions", ["article", "2"], "delete", "maybe"),
      /write yes/,
    ],
    [
      "a changed id",
      () =>
        book.set("items.handlingItems", HANDLING, "id", "fish-licence.other").replace(/!.*/, "!C2"),
      /ids are never changed/,
    ],
    [
      "a field inside what is null",
      () => book.set("items.handlingItems", HANDLING, "validity.mark", "V"),
      /says null at items.handlingItems![A-Z]+2: empty that cell/,
    ],
    [
      "null beside what is filled",
      () => book.set("items.handlingItems", HANDLING, "statutoryLimit", "null"),
      /are filled: empty them/,
    ],
    [
      "an item that does not exist",
      () => book.set("items", ["id", "fish-licence"], "related", "bird-licence"),
      /does not exist/,
    ],
    [
      "a sentence with another blank",
      () => book.set("wording-zh", ["key", "failed.apology"], "value", "{who}"),
      /other blanks/,
    ],
  ])("%s", async (_, spoil, remedy) => {
    const address = spoil();
    const problems = await problemsOf();
    const found = problems.find((problem) => remedy.test(problem.message));
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(found!.address).toBe(address);
  });

  test("a row that is gone without being deleted", async () => {
    book.remove("provisions", ["article", "2"]);
    expect(await problemsOf()).toMatchObject([
      {
        address: "provisions!A1",
        message: expect.stringMatching(/1 row\(s\) .* gone .*sample-law.*#2|1 row\(s\)/),
      },
    ]);
  });

  test("a copied row that still says what it was", async () => {
    const row = ["article", "2"] as const;
    const cells = Object.fromEntries(
      ["file", "#", "was", "article", "says.zh", "says.en", "mark"].map((column) => [
        column,
        book.get("provisions", row, column),
      ]),
    );
    const number = book.add("provisions", { ...cells, article: "3" });
    const problems = await problemsOf();
    expect(problems[0]).toMatchObject({
      address: `provisions!C${number}`,
      message: expect.stringContaining("empty “#” and “was”"),
    });
  });

  test("a new row that belongs nowhere, or stands there already", async () => {
    const first = book.add("items.materials", { in: "bird-licence.new", "name.zh": "表" });
    const second = book.add("items.handlingItems", { in: "fish-licence", id: "fish-licence.new" });
    const third = book.add("provisions", { file: "provisions/other.yaml", article: "1" });
    const fourth = book.add("questions", { file: "../secret.yaml", of: "fish-licence.new" });
    expect((await problemsOf()).map(({ address }) => address)).toEqual(
      [
        `provisions!A${third}`,
        `items.handlingItems!E${second}`,
        `items.materials!A${first}`,
        `questions!A${fourth}`,
      ].sort((a, b) => ORDER.indexOf(a.split("!")[0]!) - ORDER.indexOf(b.split("!")[0]!)),
    );
  });

  test("everything at once", async () => {
    book.set("items.handlingItems", HANDLING, "statutoryLimit.duration.number", "x");
    book.set("provisions.files", ["id", "sample-law"], "checkedOn", "x");
    expect((await problemsOf()).length).toBe(2);
  });
});

const ORDER = ["items.handlingItems", "items.materials", "provisions", "questions"];

describe("two editors at the same time", () => {
  test("changes to different records go together", async () => {
    book.set("provisions", ["article", "2"], "mark", "P");
    shelf.change(LAW, "养鱼要先取得许可。", "养鱼先要许可。");
    const { files } = await bringIn();
    expect(files.get(LAW)).toContain("养鱼先要许可。");
    expect(files.get(LAW)).toContain("mark: P");
  });

  test("changes to one record are told, not overwritten", async () => {
    book.set("provisions", ["article", "1"], "mark", "P");
    shelf.change(LAW, "养鱼要先取得许可。", "养鱼先要许可。");
    expect(await problemsOf()).toEqual([
      {
        address: "provisions!F2",
        message: expect.stringContaining("export again and repeat your change"),
      },
    ]);
  });
});

test("a sorted sheet is the same sheet; a sheet alone is enough", async () => {
  await exportShelf(readShelfFiles(shelf.folder), file, {
    format: "xlsx",
    encoding: "utf8-bom",
    parts: ["provisions"],
  });
  book = await openBook(file);
  const row = ["article", "1"] as const;
  const cells = Object.fromEntries(
    ["file", "#", "was", "article", "says.zh", "says.en", "mark"].map((column) => [
      column,
      book.get("provisions", row, column),
    ]),
  );
  book.remove("provisions", row);
  book.add("provisions", { ...cells, mark: "P" });
  const { come } = await changedLines(LAW);
  expect(come).toEqual(["mark: P"]);
});

test("a file without any sheet of the shelf is refused with what to do", async () => {
  await exportShelf(readShelfFiles(shelf.folder), file, {
    format: "xlsx",
    encoding: "utf8-bom",
    parts: ["questions"],
  });
  await expect(prepareImport(`${file}.missing.xlsx`, readShelfFiles(shelf.folder))).rejects.toThrow(
    /name the file/,
  );
  await expect(
    prepareImport(join(shelf.folder, LAW), readShelfFiles(shelf.folder)),
  ).rejects.toThrow(/save it from Excel/);
});
