import type { CellProblem } from "../sheets/sheet.ts";
import type { Table } from "../sheets/table.ts";
import { isMap, valueAt, type PlainMap } from "../sheets/tree.ts";
import { setField, unsetField } from "./field.ts";
import type { Change } from "./import-fields.ts";
import type { Line } from "./import-match.ts";

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
