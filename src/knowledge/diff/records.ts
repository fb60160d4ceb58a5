import { rowsOfParts } from "../sheets/export-sheets.ts";
import { SHEET_PARTS } from "../sheets/parts.ts";
import { markOf, RowNames, textOf, type Row } from "../sheets/rows.ts";

/** One record that is not the same on two shelves. Texts are those of the export's cells. */
export type RecordChange = {
  /** The sheet's name: items.handlingItems. */
  kind: string;
  /** The record's name: fish-licence.new, or its place when it has no id. */
  name: string;
  file: string;
  what: "added" | "removed" | "changed";
  fields: { field: string; before: string; after: string }[];
  before: Row | null;
  after: Row | null;
};

type Files = ReadonlyMap<string, string>;

/** What was added, removed and changed from one shelf to another, record by record, field by field. */
export function recordChanges(before: Files, after: Files): RecordChange[] {
  const [old, young] = [named(before), named(after)];
  const kinds = SHEET_PARTS.flatMap((part) => part.tables).filter(
    (table) => table.columns.length > 0,
  );
  const changes = kinds.flatMap((table) => {
    const [left, right] = [old.get(table.name) ?? [], young.get(table.name) ?? []];
    const hasNames = table.columns.some(({ name }) => name === "id") || table.parent === null;
    const pairs = hasNames ? pairedByName(left, right) : pairedByContent(left, right);
    return pairs.flatMap(([one, other]) => changeOf(table.name, one, other));
  });
  // Of a record that came or went whole its parts are not told one by one.
  const whole = new Set(
    changes.flatMap((change) => (change.what === "changed" ? [] : [rowOf(change)])),
  );
  return changes.filter((change) => !whole.has(rowOf(change).parent!));
}

const rowOf = ({ before, after }: RecordChange): Row => (after ?? before)!;

type Named = { name: string; row: Row; mark: string; above: string };

function named(files: Files): Map<string, Named[]> {
  const rows = rowsOfParts(SHEET_PARTS, files);
  const names = new RowNames(rows);
  return Map.groupBy(
    rows.map((row) => ({
      name: names.nameOf(row),
      row,
      mark: markOf(row),
      above: row.parent === null ? row.file : names.nameOf(row.parent),
    })),
    ({ row }) => row.table.name,
  );
}

type Pair = readonly [Named | null, Named | null];

function pairedByName(left: readonly Named[], right: readonly Named[]): Pair[] {
  const [lefts, rights] = [left, right].map((all) => new Map(all.map((one) => [one.name, one])));
  return [
    ...left.map((one): Pair => [one, rights!.get(one.name) ?? null]),
    ...right.filter(({ name }) => !lefts!.has(name)).map((one): Pair => [null, one]),
  ];
}

/** Records without an id: equal ones are the same, the rest of one list are paired in their order. */
function pairedByContent(left: readonly Named[], right: readonly Named[]): Pair[] {
  const lists = new Set([...left, ...right].map(({ above }) => above));
  const leftBy = Map.groupBy(left, ({ above }) => above);
  const rightBy = Map.groupBy(right, ({ above }) => above);
  return [...lists].flatMap((above) => {
    const theirs = [...(rightBy.get(above) ?? [])];
    const gone = (leftBy.get(above) ?? []).filter((one) => {
      const place = theirs.findIndex(({ mark }) => mark === one.mark);
      if (place >= 0) theirs.splice(place, 1);
      return place < 0;
    });
    const length = Math.max(gone.length, theirs.length);
    return Array.from({ length }, (_, i) => [gone[i] ?? null, theirs[i] ?? null] as const);
  });
}

function changeOf(kind: string, before: Named | null, after: Named | null): RecordChange[] {
  if (before?.mark === after?.mark) return [];
  const { name, row } = (after ?? before)!;
  const fields = row.table.columns.flatMap((column) => {
    const [old, young] = [before, after].map((one) => (one ? textOf(one.row, column) : ""));
    return old === young ? [] : [{ field: column.name, before: old!, after: young! }];
  });
  return [
    {
      kind,
      name,
      file: row.file,
      what: before === null ? "added" : after === null ? "removed" : "changed",
      fields,
      before: before?.row ?? null,
      after: after?.row ?? null,
    },
  ];
}
