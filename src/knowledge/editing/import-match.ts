import { decode } from "../sheets/cell-text.ts";
import { markOf, markOfTexts, pathOf, textOf, type Row, type RowNames } from "../sheets/rows.ts";
import { bookkeepingOf, type CellProblem, type SheetIn } from "../sheets/sheet.ts";
import type { Column, Table } from "../sheets/table.ts";
import { sameValue, valueAt, type Plain } from "../sheets/tree.ts";

/** A field that an editor wants to read otherwise; undefined: it shall not be there. */
export type Change = { column: Column; value: Plain | undefined; address: string };

/** One line of a sheet, understood. */
export type Line = {
  sheet: SheetIn;
  table: Table;
  number: number;
  /** The record it is about; null: a new one. */
  row: Row | null;
  /** New rows only: what they say of their place. */
  file: string | null;
  inside: string | null;
  id: string | null;
  remove: boolean;
  changes: Change[];
};

type Reading = { line: SheetIn["rows"][number]; sheet: SheetIn; table: Table };

/**
 * What each line of a sheet wants.
 * @param names of the shelf's rows as they are now
 * @param problems takes what is wrong, with its cell
 */
export function matchSheet(
  sheet: SheetIn,
  table: Table,
  rows: readonly Row[],
  names: RowNames,
  problems: CellProblem[],
): Line[] {
  for (const wanted of bookkeepingOf(table))
    if (!sheet.columns.includes(wanted) && wanted !== "delete") {
      problems.push({
        address: `${sheet.name}!A1`,
        message: `the column “${wanted}” is missing: put it back, or export again`,
      });
      return [];
    }
  const find = rowFinder(table, rows, names);
  const seen = new Map<Row, number>();
  return sheet.rows.flatMap((line): Line[] => {
    const reading = { line, sheet, table };
    const text = (name: string) => line.cells.get(name)?.text.trim() ?? "";
    const refuse = (column: string, message: string): Line[] => {
      problems.push({ address: sheet.addressOf(line.number, column), message });
      return [];
    };
    const remove = removal(reading, problems);
    const base = { sheet, table, number: line.number, remove, id: text("id") || null };
    if (text("was") === "") {
      if (remove) return [];
      const place = { file: text("file") || null, inside: text("in") || null };
      return [{ ...base, ...place, row: null, changes: newFields(reading, problems) }];
    }
    const row = find(text);
    if (row === undefined) return refuse("was", notFound(table, text));
    const before = seen.get(row);
    seen.set(row, line.number);
    if (before !== undefined)
      return refuse("was", `the same record as row ${before}: for a new one empty “#” and “was”`);
    const changes = remove ? [] : changedFields(reading, row, problems);
    return [{ ...base, row, file: null, inside: null, changes }];
  });
}

/** Finds the record that a line was exported from. */
function rowFinder(table: Table, rows: readonly Row[], names: RowNames) {
  const byPlace = new Map<string, Row>();
  for (const row of rows.filter((one) => one.table === table)) {
    const above = row.parent === null ? row.file : names.nameOf(row.parent);
    byPlace.set(`${above}\n${row.place + 1}`, row);
    if (row.id !== null) byPlace.set(`${above}\nid ${row.id}`, row);
  }
  return (text: (name: string) => string): Row | undefined => {
    if (table.entries) return byPlace.get(`${text("file")}\nid ${text("key")}`);
    if (table.parent === null) return byPlace.get(`${text("file")}\n1`);
    const parent = names.find(table.parent, text("file") || text("in"));
    if (parent === undefined) return undefined;
    const above = names.nameOf(parent);
    return table.columns.some(({ name }) => name === "id")
      ? byPlace.get(`${above}\nid ${text("id")}`)
      : byPlace.get(`${above}\n${text("#")}`);
  };
}

function notFound(table: Table, text: (name: string) => string): string {
  const name = text("id") || text("key") || `#${text("#")}`;
  const where = text("file") || text("in");
  return `the shelf has no ${table.name} record ${name} in ${where} (any more): ids are never changed, so put it back; for a new record leave “was” empty; if somebody deleted it, remove this row`;
}

function removal({ line, sheet }: Reading, problems: CellProblem[]): boolean {
  const cell = line.cells.get("delete");
  if (cell === undefined) return false;
  if (["yes", "是", "true"].includes(cell.text.trim().toLowerCase())) return true;
  problems.push({
    address: sheet.addressOf(line.number, "delete"),
    message: `says “${cell.text}”: write yes to delete the row, or leave it empty`,
  });
  return false;
}

function newFields({ line, sheet, table }: Reading, problems: CellProblem[]): Change[] {
  return table.columns.flatMap((column) => {
    const value = readField(line, column, problems);
    const address = sheet.addressOf(line.number, column.name);
    return value === null || value.value === undefined
      ? []
      : [{ column, value: value.value, address }];
  });
}

/** The fields that read otherwise than on the shelf; none when only somebody else changed the row. */
function changedFields(
  { line, sheet, table }: Reading,
  row: Row,
  problems: CellProblem[],
): Change[] {
  const own: CellProblem[] = [];
  const changes = table.columns
    .filter((column) => sheet.columns.includes(column.name))
    .flatMap((column): Change[] => {
      const text = line.cells.get(column.name)?.text ?? "";
      if (text === textOf(row, column)) return [];
      const read = readField(line, column, own);
      if (read === null) return [];
      const now = valueAt(row.value, pathOf(row, column));
      const untouched =
        column.kind === "self" && read.value === undefined
          ? textOf(row, column) === ""
          : sameValue(read.value, now);
      const address = sheet.addressOf(line.number, column.name);
      return untouched ? [] : [{ column, value: read.value, address }];
    });
  const was = line.cells.get("was")!.text.trim();
  if (changes.length + own.length === 0 || was === markOf(row)) {
    problems.push(...own);
    return changes;
  }
  const texts = table.columns.map((column) => line.cells.get(column.name)?.text ?? "");
  if (markOfTexts(texts) === was) return [];
  problems.push({
    address: changes[0]?.address ?? own[0]!.address,
    message:
      "somebody changed this record since it was exported: export again and repeat your change",
  });
  return [];
}

const SPOILT = {
  number: "Excel made a number of it, and zeros in front may be lost",
  day: "Excel made a date of it",
  "yes-no": "Excel made a yes/no of it",
};
const FITS: Partial<Record<Column["kind"], keyof typeof SPOILT>> = {
  number: "number",
  numbers: "number",
  day: "day",
  boolean: "yes-no",
};

/** @returns null when the cell cannot be read; why is among the problems then */
function readField(
  line: SheetIn["rows"][number],
  column: Column,
  problems: CellProblem[],
): { value: Plain | undefined } | null {
  const cell = line.cells.get(column.name);
  if (cell === undefined) return { value: undefined };
  if (column.kind === "day" && cell.raw === "number")
    return { value: dayOfSerial(Number(cell.text)) };
  if (cell.raw !== "text" && FITS[column.kind] !== cell.raw) {
    problems.push({
      address: cell.address,
      message: `${SPOILT[cell.raw]} (${cell.text}): set the cell's format to text and write the value again`,
    });
    return null;
  }
  const decoded = decode(cell.text, column);
  if ("value" in decoded) return decoded;
  problems.push({ address: cell.address, message: decoded.wrong });
  return null;
}

/** Excel counts days from the end of 1899 and shows them as dates only where the format says so. */
function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
