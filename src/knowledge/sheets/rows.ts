import { createHash } from "node:crypto";
import { isList, isMap, valueAt, type Plain, type PlainMap } from "./tree.ts";
import { encode } from "./cell-text.ts";
import type { Column, Table } from "./table.ts";

/** One record in its place on the shelf. */
export type Row = {
  table: Table;
  file: string;
  parent: Row | null;
  /** Its place in the list, from 0; 0 for a file. */
  place: number;
  /** Its id, or the key of an entry; null when it has none. */
  id: string | null;
  value: PlainMap;
};

/**
 * All records of one file, table by table, in the file's order.
 * @param tables of the file's part, the file's own first
 */
export function rowsOf(tables: readonly Table[], file: string, content: Plain): Row[] {
  const root = isMap(content) ? content : {};
  const [own] = tables;
  if (own!.entries)
    return Object.keys(root).map((id, place) => ({
      table: own!,
      file,
      parent: null,
      place,
      id,
      value: root,
    }));
  const row: Row = { table: own!, file, parent: null, place: 0, id: null, value: root };
  return [row, ...rowsBelow(row)];
}

function rowsBelow(parent: Row): Row[] {
  return parent.table.children.flatMap((table) => {
    const list = valueAt(parent.value, table.list);
    if (!isList(list)) return [];
    return list.flatMap((value, place) => {
      if (!isMap(value)) return [];
      const row: Row = { table, file: parent.file, parent, place, id: idOf(value), value };
      return [row, ...rowsBelow(row)];
    });
  });
}

export const idOf = (value: PlainMap): string | null =>
  typeof value.id === "string" ? value.id : null;

/** Where a column's value stands in the row's record. */
export const pathOf = (row: Row, column: Column): string[] =>
  row.table.entries ? [row.id!] : column.path;

/** What a row's cell says. */
export const textOf = (row: Row, column: Column): string =>
  encode(valueAt(row.value, pathOf(row, column)), column);

/** A short mark of how the whole row reads: it tells whether somebody changed it meanwhile. */
export function markOf(row: Row): string {
  return markOfTexts(row.table.columns.map((column) => textOf(row, column)));
}

export function markOfTexts(texts: readonly string[]): string {
  return `w${createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 8)}`;
}

/** The names by which rows point to the row they belong to, and the way back. */
export class RowNames {
  readonly #byName = new Map<Table, Map<string, Row>>();
  readonly #names = new Map<Row, string>();

  constructor(rows: readonly Row[]) {
    const ids = Map.groupBy(rows, (row) => row.table);
    for (const [table, all] of ids) {
      const times = new Map<string, number>();
      for (const { id } of all) if (id !== null) times.set(id, (times.get(id) ?? 0) + 1);
      for (const row of all) this.add(row, row.id !== null && times.get(row.id) === 1);
      if (!this.#byName.has(table)) this.#byName.set(table, new Map());
    }
  }

  /** @param idIsEnough whether no other row of the table has this id */
  add(row: Row, idIsEnough: boolean): void {
    const names = this.#byName.get(row.table) ?? new Map<string, Row>();
    this.#byName.set(row.table, names);
    const above = row.parent === null ? row.file : this.nameOf(row.parent);
    const long =
      row.parent === null && !row.table.entries
        ? row.file
        : row.id === null
          ? `${above}#${row.place + 1}`
          : `${above}/${row.id}`;
    names.set(long, row);
    if (idIsEnough) names.set(row.id!, row);
    this.#names.set(row, idIsEnough && !row.table.entries ? row.id! : long);
  }

  nameOf(row: Row): string {
    return this.#names.get(row)!;
  }

  find(table: Table, name: string): Row | undefined {
    return this.#byName.get(table)?.get(name);
  }
}
