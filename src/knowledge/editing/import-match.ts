import type { Row, RowNames } from "../sheets/rows.ts";
import { bookkeepingOf, type CellProblem, type SheetIn } from "../sheets/sheet.ts";
import type { Table } from "../sheets/table.ts";
import { changedFields, newFields, type Change, type Reading } from "./import-fields.ts";

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
