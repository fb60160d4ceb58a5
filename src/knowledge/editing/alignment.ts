import { isMap, sameValue, type Origins, type Plain } from "../sheets/tree.ts";

/** What became of a list: each entry is an old one (by its place) that may read otherwise, or a new one. */
export type Aligned = { old: number; value: Plain } | { old: null; value: Plain };

/**
 * Which entries of a list stayed, which are new. Records are known by their origin, words by what
 * stands before and after them.
 */
export function align(
  before: readonly Plain[],
  after: readonly Plain[],
  origins: Origins,
): Aligned[] {
  if ([...before, ...after].some(isMap)) return alignRecords(before, after, origins);
  let head = 0;
  while (head < Math.min(before.length, after.length) && sameValue(before[head], after[head]))
    head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && sameValue(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const changed = Math.min(before.length, after.length) - tail;
  return after.map((value, i) => {
    if (i >= after.length - tail) return { old: i - after.length + before.length, value };
    return i < changed ? { old: i, value } : { old: null, value };
  });
}

function alignRecords(
  before: readonly Plain[],
  after: readonly Plain[],
  origins: Origins,
): Aligned[] {
  const places = new Map(before.map((value, i) => [value, i]));
  return after.map((value) => {
    const old = places.get(origins.get(value as object) as Plain);
    return old === undefined ? { old: null, value } : { old, value };
  });
}
