import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { escapeCell, unescapeCell } from "./cell-escape.ts";
import { decodeText, encodeText, type Encoding } from "./encoding.ts";
import {
  columnLetters,
  type CellIn,
  type CellProblem,
  type SheetIn,
  type SheetOut,
} from "./sheet.ts";

/** Write sheets as CSV files of a folder, as Excel writes them. */
export function writeCsvFolder(
  folder: string,
  sheets: readonly SheetOut[],
  encoding: Encoding,
): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, header, rows, columns } of sheets) {
    const escaped = rows.map((row) =>
      row.map((text, i) => escapeCell(text, columns[i]!.kind, "csv")),
    );
    const text = stringify([header, ...escaped], { record_delimiter: "\r\n" });
    writeFileSync(join(folder, `${name}.csv`), encodeText(text, encoding));
  }
}

/**
 * Read a CSV file, or all of a folder.
 * @throws when a file is no CSV, or in no encoding that is known
 */
export function readCsv(path: string): { sheets: SheetIn[]; problems: CellProblem[] } {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.toLowerCase().endsWith(".csv"))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0)
    throw new Error(`${path} holds no .csv file: name the folder that the export wrote`);
  return { sheets: files.map(readFile), problems: [] };
}

function readFile(file: string): SheetIn {
  const name = basename(file).replace(/\.csv$/i, "");
  const [header, ...records] = recordsOf(file);
  const columns = (header ?? []).map((title) => title.trim());
  const address = (place: number, row: number) => `${name}.csv!${columnLetters(place)}${row}`;
  const rows = records.flatMap((record, i) => {
    const number = i + 2;
    const cells = new Map(
      record.flatMap((text, place): [string, CellIn][] => {
        const column = columns[place];
        return column === undefined || column === "" || text === ""
          ? []
          : [[column, { address: address(place, number), text: tidy(text), raw: "text" }]];
      }),
    );
    return cells.size === 0 ? [] : [{ number, cells }];
  });
  return {
    name,
    rows,
    columns: columns.filter(Boolean),
    addressOf: (row, column) => address(columns.indexOf(column), row),
  };
}

/** Excel separates by semicolons where commas are decimal, and by tabs when it saves as text. */
function recordsOf(file: string): string[][] {
  const text = decodeText(readFileSync(file), file);
  const [first] = text.split("\n", 1);
  const delimiter = [",", ";", "\t"].find((sign) => first!.includes(sign)) ?? ",";
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    throw new Error(
      `${file} cannot be read as CSV (${(error as Error).message}): save it from Excel as CSV again`,
      { cause: error },
    );
  }
}

const tidy = (text: string) => unescapeCell(text.replaceAll(/\r\n?/g, "\n"));
