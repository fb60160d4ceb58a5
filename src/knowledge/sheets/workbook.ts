import type { Cell, Workbook, Worksheet } from "exceljs";
import { escapeCell, unescapeCell } from "./cell-escape.ts";
import {
  columnLetters,
  type CellIn,
  type CellProblem,
  type SheetIn,
  type SheetOut,
} from "./sheet.ts";

/** exceljs takes half a second to load: only who reads or writes a workbook waits for it. */
const newWorkbook = async (): Promise<Workbook> => new (await import("exceljs")).default.Workbook();

/** Rows below the last one that are ready for new records. */
const ROOM = 200;
const WIDTHS = { narrow: 10, usual: 22, wide: 48 };
/** A drop-down list may have so many characters in all. */
const LONGEST_LIST = 250;

/** Write sheets as one Excel file, every cell as text. @throws when the file cannot be written */
export async function writeWorkbook(file: string, sheets: readonly SheetOut[]): Promise<void> {
  const workbook = await newWorkbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  await workbook.xlsx.writeFile(file);
}

function addSheet(workbook: Workbook, { name, header, rows, columns }: SheetOut): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = header.map((title, i) => ({
    header: title,
    width: widthOf(title, rows, i),
    style: { numFmt: "@", alignment: { vertical: "top", wrapText: true } },
  }));
  for (const row of rows)
    sheet.addRow(row.map((text, i) => (text === "" ? null : cellText(text, columns[i]!.kind))));
  sheet.getRow(1).font = { bold: true };
  for (const [i, { choices }] of columns.entries())
    if (choices !== null && choices.join(",").length <= LONGEST_LIST)
      offer(sheet, `${columnLetters(i)}2:${columnLetters(i)}${rows.length + 1 + ROOM}`, choices);
}

/** _x0041_ in a text would be read back as the character it names: its first _ is named itself. */
function cellText(text: string, kind: SheetOut["columns"][number]["kind"]): string {
  return escapeCell(text, kind, "xlsx").replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

function widthOf(title: string, rows: readonly string[][], place: number): number {
  const longest = rows.slice(0, 50).reduce((most, row) => Math.max(most, row[place]!.length), 0);
  if (longest > 20) return WIDTHS.wide;
  return longest <= 8 && title.length <= 8 ? WIDTHS.narrow : WIDTHS.usual;
}

/** A drop-down list for a whole range at once; exceljs offers it, its types do not name it. */
function offer(sheet: Worksheet, range: string, choices: readonly string[]): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, rule: object): void };
  };
  dataValidations.add(range, {
    type: "list",
    allowBlank: true,
    formulae: [`"${choices.join(",")}"`],
  });
}

/**
 * Read an Excel file as an editor left it.
 * @returns its sheets, and every cell that holds no plain value (a formula, a link, an error)
 * @throws when the file is no workbook
 */
export async function readWorkbook(
  file: string,
): Promise<{ sheets: SheetIn[]; problems: CellProblem[] }> {
  const workbook = await newWorkbook();
  try {
    await workbook.xlsx.readFile(file);
  } catch (error) {
    throw new Error(
      `${file} cannot be read as an Excel workbook (${(error as Error).message}): save it as .xlsx and try again`,
      { cause: error },
    );
  }
  const problems: CellProblem[] = [];
  const sheets = workbook.worksheets.map((sheet) => readSheet(sheet, problems));
  return { sheets, problems };
}

function readSheet(sheet: Worksheet, problems: CellProblem[]): SheetIn {
  const columns: string[] = [];
  sheet.getRow(1).eachCell((cell, number) => {
    columns[number - 1] = cell.text.trim();
  });
  const addressOf = (row: number, column: string) =>
    `${sheet.name}!${columnLetters(columns.indexOf(column))}${row}`;
  const rows: SheetIn["rows"] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells = new Map<string, CellIn>();
    row.eachCell((cell, place) => {
      const column = columns[place - 1];
      if (column === undefined || column === "") return;
      const address = `${sheet.name}!${columnLetters(place - 1)}${number}`;
      const read = readCell(cell);
      if ("wrong" in read) problems.push({ address, message: read.wrong });
      else if (read.text !== "") cells.set(column, { address, ...read });
    });
    if (cells.size > 0) rows.push({ number, cells });
  });
  return { name: sheet.name, rows, addressOf, columns: columns.filter(Boolean) };
}

type ReadCell = Pick<CellIn, "text" | "raw"> | { wrong: string };

function readCell(cell: Cell): ReadCell {
  const { value } = cell;
  if (value === null || value === undefined) return { text: "", raw: "text" };
  if (typeof value === "string") return { text: tidy(value), raw: "text" };
  if (typeof value === "number") return { text: String(value), raw: "number" };
  if (typeof value === "boolean") return { text: String(value), raw: "yes-no" };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), raw: "day" };
  if ("richText" in value)
    return { text: tidy(value.richText.map(({ text }) => text).join("")), raw: "text" };
  if ("hyperlink" in value) return { text: tidy(value.text), raw: "text" };
  if ("error" in value)
    return { wrong: `holds Excel's error ${value.error}: write the value itself` };
  return {
    wrong:
      "holds a formula: write its result as text; a text that begins with = needs a ' in front",
  };
}

const tidy = (text: string) => unescapeCell(text.replaceAll(/\r\n?/g, "\n"));
