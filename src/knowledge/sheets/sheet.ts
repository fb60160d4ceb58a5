import type { Column, Table } from "./table.ts";

/** A sheet on its way out: the first row names the columns, all cells are text. */
export type SheetOut = {
  name: string;
  header: string[];
  rows: string[][];
  /** What kind each column is; a choice has its list. */
  columns: { kind: Column["kind"]; choices: string[] | null }[];
};

/** A cell as an editor left it. raw: what Excel made of it when it is no text any more. */
export type CellIn = { address: string; text: string; raw: "text" | "number" | "day" | "yes-no" };

/** A cell that cannot be read at all, and what to do. */
export type CellProblem = { address: string; message: string };

/** A sheet on its way in. Cells are by the name of their column. */
export type SheetIn = {
  name: string;
  rows: { number: number; cells: Map<string, CellIn> }[];
  /** Where a column's cell of a row would be, also when it is empty. */
  addressOf(row: number, column: string): string;
  columns: string[];
};

/** The columns before the fields: they say where a row belongs. */
export type Bookkeeping = "file" | "in" | "#" | "key" | "was" | "delete";

export function bookkeepingOf(table: Table): Bookkeeping[] {
  if (table.entries) return ["file", "key", "was"];
  if (table.parent === null) return ["file", "was", "delete"];
  return [table.parent.parent === null ? "file" : "in", "#", "was", "delete"];
}

/** The sheet with which an export says what it is; it is read back to see whether rows are missing. */
export const ABOUT = "about";

/** A, B … Z, AA: the letters of a column. @param place from 0 */
export function columnLetters(place: number): string {
  const rest = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? rest : columnLetters(Math.floor(place / 26) - 1) + rest;
}
