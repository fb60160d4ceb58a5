import type { Row, RowNames } from "../sheets/rows.ts";
import { ABOUT, type CellProblem, type SheetIn } from "../sheets/sheet.ts";
import type { Line } from "./import-match.ts";

/**
 * Rows that were exported and are gone from their sheet without being deleted: a filter, a slip of the
 * hand. Known only when the export's own sheet came back too.
 */
export function missingRows(
  sheets: readonly SheetIn[],
  lines: readonly Line[],
  rows: readonly Row[],
  names: RowNames,
): CellProblem[] {
  const exported = rowsExported(sheets);
  const there = new Set(lines.map(({ row }) => row));
  return sheets.flatMap((sheet) => {
    const expected = exported.get(sheet.name);
    const back = sheet.rows.filter(({ cells }) => cells.has("was")).length;
    if (expected === undefined || back >= expected) return [];
    const absent = rows.filter((row) => row.table.name === sheet.name && !there.has(row));
    const some = absent.slice(0, 3).map((row) => names.nameOf(row));
    return [
      {
        address: sheet.addressOf(1, sheet.columns[0]!),
        message:
          `${expected - back} row(s) of the export are gone${some.length > 0 ? ` (perhaps ${some.join(", ")})` : ""}: ` +
          "to delete a record put its row back and write yes in “delete”; otherwise put it back, or export again",
      },
    ];
  });
}

function rowsExported(sheets: readonly SheetIn[]): Map<string, number> {
  const about = sheets.find(({ name }) => name === ABOUT);
  return new Map(
    (about?.rows ?? []).flatMap(({ cells }): [string, number][] => {
      const count = /^rows: (\d+)$/.exec(cells.get("value")?.text ?? "");
      return count ? [[cells.get("what")!.text, Number(count[1])]] : [];
    }),
  );
}
