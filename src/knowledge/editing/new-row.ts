import type { Row, RowNames } from "../sheets/rows.ts";
import type { CellProblem } from "../sheets/sheet.ts";
import { isList, valueAt, type PlainMap } from "../sheets/tree.ts";
import { SHEET_PARTS } from "../sheets/parts.ts";
import { changeField } from "./change-field.ts";
import type { Target } from "./import-apply.ts";
import { setField } from "./field.ts";
import type { Line } from "./import-match.ts";

/** Puts a new record at the end of its list, or makes a new file. */
export function placeNewRow(
  target: Target,
  line: Line,
  names: RowNames,
  problems: CellProblem[],
): void {
  const { table, sheet, number } = line;
  const refuse = (column: string, message: string) =>
    void problems.push({ address: sheet.addressOf(number, column), message });
  if (table.entries) {
    refuse("was", "is empty: sentences of the program can be changed here, not added");
    return;
  }
  const record: PlainMap = {};
  for (const change of line.changes.filter(({ column }) => column.kind !== "self"))
    changeField(record, table, change.column.path, change, line, problems);
  target.lines.set(record, line);
  target.records.set(line, record);
  const row: Row = { table, file: "", parent: null, place: 0, id: line.id, value: record };
  if (table.parent === null) {
    const file = newFileName(line, refuse);
    if (file === null) return;
    if (target.files.has(file)) {
      refuse("file", `names ${file}, which exists: use another name, or change its own row`);
      return;
    }
    target.files.set(file, { before: null, after: record });
    names.add({ ...row, file }, false);
    target.copies.set(record, record);
    return;
  }
  const parent = parentOf(target, line, names, refuse);
  if (parent === null) return;
  const holder = target.copies.get(parent.value)!;
  const found = valueAt(holder, table.list);
  const list = isList(found) ? found : [];
  if (line.id !== null && list.some((other) => (other as PlainMap).id === line.id)) {
    refuse(
      "id",
      `${line.id} stands on the shelf already: use another id; to change that record keep its “was”`,
    );
    return;
  }
  list.push(record);
  if (!isList(found)) setField(holder, table.parent, table.list, list);
  target.copies.set(record, record);
  names.add(
    { ...row, file: parent.file, parent, place: list.length - 1 },
    line.id !== null && names.find(table, line.id) === undefined,
  );
}

type Refuse = (column: string, message: string) => void;

/** The record a new row belongs to; a file without fields of its own is made by naming it. */
function parentOf(target: Target, line: Line, names: RowNames, refuse: Refuse): Row | null {
  const above = line.table.parent!;
  const isTop = above.parent === null;
  const name = isTop ? line.file : line.inside;
  const column = isTop ? "file" : "in";
  if (name === null) {
    refuse(
      column,
      `is empty: say ${isTop ? "in which file the new record stands" : "what the new record belongs to"}`,
    );
    return null;
  }
  const found = names.find(above, name);
  if (found !== undefined) return found;
  if (!isTop || above.columns.length > 0) {
    refuse(
      column,
      isTop
        ? `names ${name}, which is no file: add a row for it to the sheet ${above.name} first`
        : `names ${name}, which is no record of ${above.name}: write its id as it stands there`,
    );
    return null;
  }
  const file = newFileName(line, refuse);
  if (file === null) return null;
  const value: PlainMap = {};
  const row: Row = { table: above, file, parent: null, place: 0, id: null, value };
  target.files.set(file, { before: null, after: value });
  target.copies.set(value, value);
  names.add(row, false);
  return row;
}

function newFileName({ file, table }: Line, refuse: Refuse): string | null {
  const part = SHEET_PARTS.find(({ name }) => name === table.part)!;
  const shape = new RegExp(`^${part.folder}/${part.stem}[a-z0-9][a-z0-9-]*\\.yaml$`);
  if (file !== null && shape.test(file)) return file;
  refuse(
    "file",
    `is no name for a file here: write ${part.folder}/${part.stem}….yaml with small letters, digits and hyphens`,
  );
  return null;
}
