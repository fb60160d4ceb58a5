import { pathOf, type Row, type RowNames } from "../sheets/rows.ts";
import type { CellProblem } from "../sheets/sheet.ts";
import type { Table } from "../sheets/table.ts";
import {
  copyOf,
  isList,
  isMap,
  valueAt,
  type Origins,
  type Plain,
  type PlainMap,
} from "../sheets/tree.ts";
import type { Change, Line } from "./import-match.ts";
import { setField, unsetField } from "./field.ts";
import { placeNewRow } from "./new-row.ts";

/** The shelf's files as they shall read, with the way back to how they read now. */
export type Target = {
  files: Map<string, { before: Plain | null; after: PlainMap | null }>;
  origins: Origins;
  /** From a record as it is now to its copy. */
  copies: Map<object, PlainMap>;
  /** From a record as it shall be to the line of the sheet that speaks of it, and back. */
  lines: Map<object, Line>;
  records: Map<Line, PlainMap>;
};

/** Copies what all files hold, so that it may be changed. */
export function targetOf(contents: ReadonlyMap<string, Plain>): Target {
  const origins: Origins = new Map();
  const files: Target["files"] = new Map(
    [...contents].map(([file, before]) => [
      file,
      { before, after: copyOf(before, origins) as PlainMap },
    ]),
  );
  const copies = new Map([...origins].map(([copy, original]) => [original, copy as PlainMap]));
  return { files, origins, copies, lines: new Map(), records: new Map() };
}

/** Do what the lines say: new records first, then changed fields, then deletions, then what says it is empty. */
export function applyLines(
  target: Target,
  lines: readonly Line[],
  names: RowNames,
  problems: CellProblem[],
): void {
  for (const line of lines.filter(({ row }) => row === null))
    placeNewRow(target, line, names, problems);
  for (const line of lines) if (line.row !== null) changeRow(target, line, line.row, problems);
  for (const line of lines) if (line.remove && line.row !== null) removeRow(target, line.row);
  for (const line of lines) if (!line.remove) applySelf(target, line, problems);
}

function changeRow(target: Target, line: Line, row: Row, problems: CellProblem[]): void {
  const record = target.copies.get(row.value)!;
  target.lines.set(row.table.entries ? keyOfEntry(record, row) : record, line);
  target.records.set(line, record);
  for (const change of line.changes.filter(({ column }) => column.kind !== "self"))
    changeField(record, row.table, pathOf(row, change.column), change, line, problems);
}

/** Entries share their file's map: each is known by its own mark. */
const entryKeys = new WeakMap<object, Map<string, object>>();
export function keyOfEntry(record: PlainMap, { id }: Pick<Row, "id">): object {
  const keys = entryKeys.get(record) ?? new Map<string, object>();
  entryKeys.set(record, keys);
  const key = keys.get(id!) ?? { id };
  keys.set(id!, key);
  return key;
}

/** Sets one field; what it lies in is made when it is missing, and may say null no longer. */
export function changeField(
  record: PlainMap,
  table: Table,
  path: readonly string[],
  { value, address }: Change,
  line: Line,
  problems: CellProblem[],
): void {
  if (value === undefined) {
    unsetField(record, path);
    return;
  }
  const closed = path.slice(0, -1).findIndex((_, i) => {
    const around = valueAt(record, path.slice(0, i + 1));
    return around !== undefined && !isMap(around);
  });
  const around = path.slice(0, closed + 1).join(".");
  const opened = line.changes.some(
    ({ column, value: own }) => column.name === around && own === undefined,
  );
  if (closed >= 0 && !opened) {
    problems.push({
      address,
      message: `${around} says null at ${line.sheet.addressOf(line.number, around)}: empty that cell to fill this one, or empty this one`,
    });
    return;
  }
  setField(record, table, path, value);
}

function removeRow(target: Target, row: Row): void {
  if (row.table.entries) return;
  if (row.parent === null) {
    target.files.get(row.file)!.after = null;
    return;
  }
  const parent = target.copies.get(row.parent.value)!;
  const list = valueAt(parent, row.table.list);
  const place = isList(list) ? list.indexOf(target.copies.get(row.value)!) : -1;
  if (isList(list) && place >= 0) list.splice(place, 1);
}

/** A column that stands for a whole map or list: null, [] or {} only where nothing stands in it. */
function applySelf(target: Target, line: Line, problems: CellProblem[]): void {
  const record = target.records.get(line);
  if (record === undefined) return;
  for (const { column, value, address } of line.changes) {
    if (column.kind !== "self") continue;
    const now = valueAt(record, column.path);
    if (value === undefined) {
      if (now === null || (isList(now) && now.length === 0)) unsetField(record, column.path);
      continue;
    }
    const filled = isList(now) ? now.length > 0 : isMap(now) && hasCells(line, column.name);
    if (filled)
      problems.push({
        address,
        message: isList(now)
          ? `says ${JSON.stringify(value)}, but ${now.length} record(s) stand in the sheet ${childSheet(line.table, column.path)}: delete them there with yes`
          : `says ${JSON.stringify(value)}, but fields of ${column.name} beside it are filled: empty them`,
      });
    else setField(record, line.table, column.path, value);
  }
}

function hasCells(line: Line, name: string): boolean {
  const { cells } = line.sheet.rows.find(({ number }) => number === line.number)!;
  return [...cells.keys()].some((column) => column.startsWith(`${name}.`));
}

const childSheet = (table: Table, path: readonly string[]) =>
  table.children.find((child) => child.list.join(".") === path.join("."))?.name ?? "";
