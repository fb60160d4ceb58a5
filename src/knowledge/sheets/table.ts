import { z } from "zod";
import { shapeOf, type JsonSchema, type Shape } from "./schema-shape.ts";

/** One field of a record, as one column. */
export type Column = {
  /** The path with dots: statutoryLimit.duration.number. */
  name: string;
  path: string[];
  /** self: says only whether a map or list is null or empty; its content has columns or a sheet of its own. */
  kind: "text" | "number" | "boolean" | "day" | "words" | "numbers" | "self" | "anything";
  choices: string[] | null;
};

/** One kind of record, as one sheet. */
export type Table = {
  name: string;
  /** The part of the shelf it belongs to. */
  part: string;
  /** The record that holds the list; null: the file itself. */
  parent: Table | null;
  /** The way from the holding record to the list; empty for a file. */
  list: string[];
  columns: Column[];
  children: Table[];
  /** A file whose keys are free: each key is a row. */
  entries: boolean;
};

/** A sheet's name may have so many characters. */
const LONGEST_NAME = 31;

/**
 * The tables of one part: the file's own first, then each list of records, depth first.
 * @param part the name that sheets begin with
 * @param schema what one file of the part looks like
 */
export function tablesOf(part: string, schema: z.ZodType): Table[] {
  const shape = shapeOf(z.toJSONSchema(schema, { io: "input" }) as JsonSchema);
  const file: Table = {
    name: `${part}.files`,
    part,
    parent: null,
    list: [],
    columns: [],
    children: [],
    entries: shape.kind === "entries",
  };
  if (file.entries) {
    file.columns = [{ name: "value", path: [], kind: "text", choices: null }];
    file.name = part;
  }
  fill(file, shape, []);
  // A part whose files are one list of records has one main sheet, named like the part.
  const [only, ...others] = file.children;
  if (only && others.length === 0) only.name = part;
  const all = flat(file);
  nameAll(all);
  return all;
}

/** Adds the columns and child tables of what stands at a path of a record. */
function fill(table: Table, shape: Shape, path: string[]): void {
  const column = (kind: Column["kind"], choices: string[] | null = null) =>
    table.columns.push({ name: path.join("."), path, kind, choices });
  switch (shape.kind) {
    case "scalar":
      column(shape.type, shape.choices);
      return;
    case "words":
      column(shape.of === "number" ? "numbers" : "words");
      return;
    case "anything":
      column("anything");
      return;
    case "entries":
      if (path.length > 0) column("anything");
      return;
    case "fields":
      if (shape.nullable && path.length > 0) column("self");
      for (const [key, inner] of shape.fields) fill(table, inner, [...path, key]);
      return;
    case "records": {
      if (shape.nullable) column("self");
      const child: Table = {
        name: "",
        part: table.part,
        parent: table,
        list: path,
        columns: [],
        children: [],
        entries: false,
      };
      table.children.push(child);
      fill(child, { ...shape.of, nullable: false }, []);
    }
  }
}

function flat(table: Table): Table[] {
  return [table, ...table.children.flatMap(flat)];
}

/** items.materials: the part and the list; the holding list too, or at last a number, where two would have one name. */
function nameAll(tables: readonly Table[]): void {
  const unnamed = tables.filter((table) => table.name === "");
  const taken = new Set(tables.map((table) => table.name.toLowerCase()));
  const short = (table: Table) => [table.part, ...table.list].join(".");
  const long = (table: Table) => [table.part, ...table.parent!.list, ...table.list].join(".");
  for (const table of unnamed) {
    const alone = unnamed.filter((other) => short(other) === short(table)).length === 1;
    const isOuter = table.parent!.parent === null || table.parent!.parent.parent === null;
    const wanted = alone || isOuter ? [short(table), long(table)] : [long(table)];
    table.name = freeName(wanted, taken);
    taken.add(table.name.toLowerCase());
  }
}

/** The first name that no sheet has; a workbook does not tell capitals apart. */
function freeName(wanted: readonly string[], taken: ReadonlySet<string>): string {
  const cut = wanted.map((name) => name.slice(0, LONGEST_NAME));
  const free = cut.find((name) => !taken.has(name.toLowerCase()));
  if (free !== undefined) return free;
  const base = cut.at(-1)!.slice(0, LONGEST_NAME - 3);
  for (let number = 2; ; number += 1)
    if (!taken.has(`${base}-${number}`.toLowerCase())) return `${base}-${number}`;
}
