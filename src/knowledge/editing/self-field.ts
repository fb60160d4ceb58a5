import type { CellProblem } from "../sheets/sheet.ts";
import type { Table } from "../sheets/table.ts";
import { isList, isMap, valueAt } from "../sheets/tree.ts";
import { setField, unsetField } from "./field.ts";
import type { Target } from "./import-apply.ts";
import type { Line } from "./import-match.ts";

/** A column that stands for a whole map or list: null, [] or {} only where nothing stands in it. */
export function applySelf(target: Target, line: Line, problems: CellProblem[]): void {
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
