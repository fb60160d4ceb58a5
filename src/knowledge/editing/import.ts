import { statSync } from "node:fs";
import { parse } from "yaml";
import { hashOfFiles, type ShelfFiles } from "../shelf.ts";
import { readCsv } from "../sheets/csv-folder.ts";
import { filesOf, SHEET_PARTS } from "../sheets/parts.ts";
import { RowNames, rowsOf, type Row } from "../sheets/rows.ts";
import { ABOUT, type CellProblem, type SheetIn } from "../sheets/sheet.ts";
import type { Table } from "../sheets/table.ts";
import { isList, type Plain } from "../sheets/tree.ts";
import { readWorkbook } from "../sheets/workbook.ts";
import { applyLines, targetOf, type Target } from "./import-apply.ts";
import { matchSheet } from "./import-match.ts";
import { checkedAtCells } from "./import-problems.ts";
import { missingRows } from "./missing-rows.ts";
import { blockText } from "./yaml-words.ts";
import { rewriteYaml } from "./yaml-edit.ts";

/** Something in the sheets is wrong: the message lists every cell with what to do. Nothing was written. */
export class ImportError extends Error {
  readonly problems: readonly CellProblem[];
  constructor(problems: readonly CellProblem[]) {
    const lines = problems.map(({ address, message }) => `${address}: ${message}`);
    super(`${lines.join("\n")}\n${problems.length} problem(s), nothing was written`);
    this.name = "ImportError";
    this.problems = problems;
  }
}

/** What an import would do to a shelf: files by their paths, null for one that shall go. */
export type Import = {
  files: Map<string, string | null>;
  /** The whole shelf as it would be. */
  shelf: ShelfFiles;
  /** Files that had to be laid out anew, their comments lost. */
  laidOutAnew: string[];
  /** Sheets that belong to no part of the shelf and were not read. */
  unread: string[];
};

/**
 * Read sheets that an editor changed, and work out what they change.
 * @param source an .xlsx file, a .csv file, or a folder of .csv files
 * @param shelf what they shall go into
 * @throws ImportError with every cell that is wrong
 */
export async function prepareImport(source: string, shelf: ShelfFiles): Promise<Import> {
  const { sheets, problems } = await readSheets(source);
  const tables = new Map(
    SHEET_PARTS.flatMap((part) => part.tables).map((table) => [table.name, table]),
  );
  const known = sheets.flatMap((sheet) => {
    const table = tables.get(sheet.name);
    return table ? [{ sheet, table }] : [];
  });
  if (known.length === 0)
    throw new Error(
      `${source} has no sheet of the shelf: its sheets are named like ${[...tables.keys()].slice(0, 3).join(", ")}, as the export names them`,
    );
  const { target, rows } = readTarget(
    shelf,
    known.map(({ table }) => table),
  );
  const names = new RowNames(rows);
  const order = [...tables.values()];
  const lines = known
    .sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
    .flatMap(({ sheet, table }) => matchSheet(sheet, table, rows, names, problems));
  problems.push(...missingRows(sheets, lines, rows, names));
  applyLines(target, lines, names, problems);
  if (problems.length > 0) throw new ImportError(problems);
  const { files, laidOutAnew } = rewrite(shelf, target);
  const after = withFiles(shelf, files);
  const found = files.size === 0 ? [] : checkedAtCells(after, target);
  if (found.length > 0) throw new ImportError(found);
  const unread = sheets
    .map((sheet) => sheet.name)
    .filter((name) => name !== ABOUT && !tables.has(name));
  return { files, shelf: after, laidOutAnew, unread };
}

async function readSheets(source: string): Promise<{ sheets: SheetIn[]; problems: CellProblem[] }> {
  const kind = statSync(source, { throwIfNoEntry: false });
  if (kind === undefined) throw new Error(`there is no ${source}: name the file that you changed`);
  if (kind.isDirectory() || /\.csv$/i.test(source)) return readCsv(source);
  if (/\.xlsx$/i.test(source)) return readWorkbook(source);
  throw new Error(`${source} is neither .xlsx nor .csv: save it from Excel in one of these`);
}

/** The files of the parts that the sheets belong to, ready to be changed. */
function readTarget(shelf: ShelfFiles, tables: readonly Table[]): { target: Target; rows: Row[] } {
  const parts = SHEET_PARTS.filter((part) => tables.some((table) => part.tables.includes(table)));
  const contents = new Map<string, Plain>();
  const rows = parts.flatMap((part) =>
    filesOf(part, shelf.files.keys()).flatMap((file) => {
      const content = parse(shelf.files.get(file)!) as Plain;
      contents.set(file, content);
      return rowsOf(part.tables, file, content);
    }),
  );
  return { target: targetOf(contents), rows };
}

function rewrite(shelf: ShelfFiles, { files, origins }: Target) {
  const changed = new Map<string, string | null>();
  const laidOutAnew: string[] = [];
  for (const [file, { before, after }] of files) {
    const isEmptied = before !== null && after !== null && nothingLeft(file, after);
    if (after === null || isEmptied) {
      if (before !== null) changed.set(file, null);
    } else if (before === null) changed.set(file, blockText(after, 0));
    else {
      const old = shelf.files.get(file)!;
      const { text, laidOutAnew: anew } = rewriteYaml(old, before, after, origins);
      if (text !== old) changed.set(file, text);
      if (anew) laidOutAnew.push(file);
    }
  }
  return { files: changed, laidOutAnew };
}

function withFiles(shelf: ShelfFiles, changed: ReadonlyMap<string, string | null>): ShelfFiles {
  const all = new Map<string, string | null>([...shelf.files, ...changed]);
  const kept = [...all].filter((entry): entry is [string, string] => entry[1] !== null);
  const files = new Map(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { hash: hashOfFiles(files), files };
}

/** A file that is only a list goes with its last record. */
function nothingLeft(file: string, after: { [key: string]: Plain }): boolean {
  const part = SHEET_PARTS.find((one) => filesOf(one, [file]).length > 0)!;
  const values = Object.values(after);
  return (
    part.tables[0]!.columns.length === 0 &&
    values.every((value) => isList(value) && value.length === 0)
  );
}
