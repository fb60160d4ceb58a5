import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportShelf } from "../../../src/knowledge/editing/export.ts";
import { prepareImport } from "../../../src/knowledge/editing/import.ts";
import { readShelfFiles } from "../../../src/knowledge/shelf.ts";
import { decode } from "../../../src/knowledge/sheets/cell-text.ts";
import { readCsv } from "../../../src/knowledge/sheets/csv-folder.ts";
import type { Encoding } from "../../../src/knowledge/sheets/encoding.ts";
import { readWorkbook } from "../../../src/knowledge/sheets/workbook.ts";
import { smallShelf } from "../../support/small-shelf.ts";
import { KNOWLEDGE } from "../../support/visit.ts";

const place = (name: string) => join(mkdtempSync(join(tmpdir(), "onedoor-sheets-")), name);

test.each<["xlsx" | "csv", Encoding]>([
  ["xlsx", "utf8-bom"],
  ["csv", "utf8-bom"],
  ["csv", "gb18030"],
])(
  "the whole shelf goes out as %s (%s) and comes back without a change",
  { timeout: 180_000 },
  async (format, encoding) => {
    const target = place(format === "xlsx" ? "shelf.xlsx" : "shelf");
    const { rows } = await exportShelf(readShelfFiles(KNOWLEDGE), target, {
      format,
      encoding,
      parts: [],
    });
    expect(rows).toBeGreaterThan(4_000);
    const { files } = await prepareImport(target, readShelfFiles(KNOWLEDGE));
    expect([...files.keys()]).toEqual([]);
  },
);

/** Texts that spreadsheets like to change. */
const DELICATE = [
  "007",
  "35",
  "42-1",
  "1/2",
  "2026-11-24",
  "3月1日",
  "1E5",
  "20%",
  "TRUE",
  "null",
  "[]",
  '"引号"开头',
  '"全是引号"',
  "=1+1",
  "+86",
  "-无",
  "@某人",
  "'撇号",
  "''",
  " 前后空格 ",
  "一行\n两行",
  "制表\t符",
  "反斜杠\\n",
  "_x0041_",
  "生僻字𠮷㐂",
  "e\u0301",
  '逗号,分号;引号"',
];

test.each<["xlsx" | "csv", Encoding]>([
  ["xlsx", "utf8-bom"],
  ["csv", "utf8-bom"],
  ["csv", "gb18030"],
])("every text keeps its value through %s (%s)", async (format, encoding) => {
  const shelf = smallShelf();
  const aliases = JSON.stringify(DELICATE);
  shelf.change("approval-items/sample.yaml", "[鱼证]", aliases);
  for (const [i, text] of DELICATE.entries())
    shelf.write(
      `outside/door-${i}.yaml`,
      `doors:\n  - id: door-${i}\n    kind: topic\n    name: { zh: ${JSON.stringify(text)}, en: ${JSON.stringify(text)} }\n    says: { zh: 门, en: door }\n    words: { zh: [], en: [] }\n    questions:\n      zh: [第${i}扇门问题甲, 第${i}扇门问题乙, 第${i}扇门问题丙, 第${i}扇门问题丁, 第${i}扇门问题戊]\n      en: [door ${i} question one, door ${i} question two]\n`,
    );
  const target = place(format === "xlsx" ? "shelf.xlsx" : "shelf");
  await exportShelf(readShelfFiles(shelf.folder), target, {
    format,
    encoding,
    parts: ["items", "outside"],
  });
  expect([...(await prepareImport(target, readShelfFiles(shelf.folder))).files.keys()]).toEqual([]);

  const { sheets } = format === "xlsx" ? await readWorkbook(target) : readCsv(target);
  const doors = sheets.find(({ name }) => name === "outside")!;
  const read = new Map(
    doors.rows.map(({ cells }) => [
      cells.get("id")!.text,
      decode(cells.get("name.zh")!.text, { kind: "text" }),
    ]),
  );
  expect(read).toEqual(new Map(DELICATE.map((text, i) => [`door-${i}`, { value: text }])));
});

test("nothing that Excel would compute or turn into a number stands bare in a CSV file", async () => {
  const shelf = smallShelf();
  shelf.change("approval-items/sample.yaml", "[鱼证]", '["=HYPERLINK(1)"]');
  const target = place("shelf");
  await exportShelf(readShelfFiles(shelf.folder), target, {
    format: "csv",
    encoding: "utf8-bom",
    parts: [],
  });
  const items = readFileSync(join(target, "items.csv"), "utf8");
  expect(items).toContain("'=HYPERLINK(1)");
  const laws = readFileSync(join(target, "provisions.csv"), "utf8");
  expect(laws).toContain(",'2,");
  expect(readFileSync(join(target, "provisions.files.csv"), "utf8")).toContain(",'2025-01-01,");
});

test.each([
  ["UTF-8 without its mark", (text: string) => Buffer.from(text)],
  [
    "semicolons, as Excel writes them in other countries",
    (text: string) => Buffer.from(`\uFEFF${text.replaceAll(",", ";")}`),
  ],
  ["UTF-16", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
])("a CSV file in %s is read", async (_, write) => {
  const shelf = smallShelf();
  const target = place("shelf");
  await exportShelf(readShelfFiles(shelf.folder), target, {
    format: "csv",
    encoding: "utf8-bom",
    parts: ["provisions"],
  });
  const file = join(target, "provisions.files.csv");
  const text = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replace("示例法", "范例法");
  writeFileSync(file, write(text));
  const { files } = await prepareImport(file, readShelfFiles(shelf.folder));
  expect(files.get("provisions/sample-law.yaml")).toContain("title: 范例法\n");
});
