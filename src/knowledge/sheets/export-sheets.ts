import { parse } from "yaml";
import type { Plain } from "./tree.ts";
import { filesOf, type SheetPart } from "./parts.ts";
import { markOf, RowNames, rowsOf, textOf, type Row } from "./rows.ts";
import { ABOUT, bookkeepingOf, type Bookkeeping, type SheetOut } from "./sheet.ts";
import type { Table } from "./table.ts";

/** All rows of some parts of a shelf. @param files by their paths relative to the shelf */
export function rowsOfParts(
  parts: readonly SheetPart[],
  files: ReadonlyMap<string, string>,
): Row[] {
  return parts.flatMap((part) =>
    filesOf(part, files.keys()).flatMap((file) =>
      rowsOf(part.tables, file, parse(files.get(file)!) as Plain),
    ),
  );
}

/**
 * The sheets of some parts, first the one that says what the export is.
 * @param hash of the shelf that is exported
 */
export function sheetsOf(
  parts: readonly SheetPart[],
  { files, hash }: { files: ReadonlyMap<string, string>; hash: string },
): SheetOut[] {
  const rows = rowsOfParts(parts, files);
  const names = new RowNames(rows);
  const byTable = Map.groupBy(rows, (row) => row.table);
  const sheets = parts
    .flatMap((part) => part.tables)
    .filter((table) => table.columns.length > 0)
    .map((table) => sheetOf(table, byTable.get(table) ?? [], names));
  return [about(sheets, hash), ...sheets];
}

function sheetOf(table: Table, rows: readonly Row[], names: RowNames): SheetOut {
  const keeping = bookkeepingOf(table);
  return {
    name: table.name,
    header: [...keeping, ...table.columns.map((column) => column.name)],
    columns: [
      ...keeping.map((name) => ({
        kind: name === "#" ? ("number" as const) : ("text" as const),
        choices: name === "delete" ? ["yes"] : null,
      })),
      ...table.columns,
    ],
    rows: rows.map((row) => [
      ...keeping.map((name) => keepingText(row, name, names)),
      ...table.columns.map((column) => textOf(row, column)),
    ]),
  };
}

function keepingText(row: Row, name: Bookkeeping, names: RowNames): string {
  switch (name) {
    case "file":
      return row.file;
    case "in":
      return names.nameOf(row.parent!);
    case "#":
      return String(row.place + 1);
    case "key":
      return row.id!;
    case "was":
      return markOf(row);
    case "delete":
      return "";
  }
}

function about(sheets: readonly SheetOut[], hash: string): SheetOut {
  const text = { kind: "text" as const, choices: null };
  return {
    name: ABOUT,
    header: ["what", "value"],
    columns: [text, text],
    rows: [
      ["OneDoor 一扇门", "docs/knowledge-editor.md"],
      ["shelf", hash],
      ...sheets.map(({ name, rows }) => [name, `rows: ${rows.length}`]),
      [
        "说明",
        "空格=没有这个字段；null=没有核实；[]=确实没有；一格一行一个词；删除在 delete 列写 yes；不要改 was 列",
      ],
      [
        "note",
        "empty: no such field; null: not known; []: known to be none; one word a line; yes in delete removes the row; never change was",
      ],
    ],
  };
}
