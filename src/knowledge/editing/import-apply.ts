import { pathOf, type Row, type RowNames } from "../sheets/rows.ts";
import type { CellProblem } from "../sheets/sheet.ts";
import {
  copyOf,
  isList,
  valueAt,
  type Origins,
  type Plain,
  type PlainMap,
} from "../sheets/tree.ts";
import { changeField } from "./change-field.ts";
import type { Line } from "./import-match.ts";
import { applySelf } from "./self-field.ts";
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
