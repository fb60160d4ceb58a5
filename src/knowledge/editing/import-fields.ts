import { decode } from "../sheets/cell-text.ts";
import { markOf, markOfTexts, pathOf, textOf, type Row } from "../sheets/rows.ts";
import type { CellProblem, SheetIn } from "../sheets/sheet.ts";
import type { Column, Table } from "../sheets/table.ts";
import { sameValue, valueAt, type Plain } from "../sheets/tree.ts";

/** A field that an editor wants to read otherwise; undefined: it shall not be there. */
export type Change = { column: Column; value: Plain | undefined; address: string };

/** One line of a sheet while it is read. */
export type Reading = { line: SheetIn["rows"][number]; sheet: SheetIn; table: Table };

/** The fields of a new record. */
export function newFields({ line, sheet, table }: Reading, problems: CellProblem[]): Change[] {
  return table.columns.flatMap((column) => {
    const value = readField(line, column, problems);
    const address = sheet.addressOf(line.number, column.name);
    return value === null || value.value === undefined
      ? []
      : [{ column, value: value.value, address }];
  });
}

/** The fields that read otherwise than on the shelf; none when only somebody else changed the row. */
export function changedFields(
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
