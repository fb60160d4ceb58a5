import type { Table } from "../sheets/table.ts";
import { isMap, type Plain, type PlainMap } from "../sheets/tree.ts";

/** Sets a field of a record; maps on the way are made, keys stand in the order of the record's columns. */
export function setField(
  record: PlainMap,
  table: Table,
  path: readonly string[],
  value: Plain,
): void {
  let map = record;
  for (const [depth, key] of path.entries()) {
    const isLast = depth === path.length - 1;
    const next = map[key];
    const child = isLast ? value : isMap(next) ? next : {};
    if (key in map) map[key] = child;
    else insertKey(map, key, child, keysAt(table, path.slice(0, depth)));
    map = child as PlainMap;
  }
}

/** Removes a field; a map that is empty then goes too. */
export function unsetField(record: PlainMap, path: readonly string[]): void {
  const [key, ...rest] = path;
  const child = record[key!];
  if (rest.length > 0 && isMap(child)) {
    unsetField(child, rest);
    if (Object.keys(child).length === 0) delete record[key!];
  } else if (rest.length === 0) delete record[key!];
}

/** The keys that a map of the record may have, in the order of the element set. */
function keysAt(table: Table, prefix: readonly string[]): string[] {
  const paths = [
    ...table.columns.map(({ path }) => path),
    ...table.children.map(({ list }) => list),
  ];
  const within = paths.filter(
    (path) => path.length > prefix.length && prefix.every((step, i) => path[i] === step),
  );
  return [...new Set(within.map((path) => path[prefix.length]!))];
}

/** Puts a new key behind the last one that belongs before it. */
function insertKey(map: PlainMap, key: string, value: Plain, order: readonly string[]): void {
  const entries = Object.entries(map);
  const own = order.indexOf(key);
  const behind = entries.findLastIndex(([other]) => order.indexOf(other) < own);
  entries.splice(own === -1 ? entries.length : behind + 1, 0, [key, value]);
  for (const name of Object.keys(map)) delete map[name];
  Object.assign(map, Object.fromEntries(entries));
}
