/** What a YAML file holds once it is read: no dates, no functions, no undefined. */
export type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };
export type PlainMap = { [key: string]: Plain };

/** From a copy's maps and lists to those they were copied from. */
export type Origins = Map<object, object>;

export const isMap = (value: unknown): value is PlainMap =>
  value !== null && typeof value === "object" && !Array.isArray(value);

export const isList = (value: unknown): value is Plain[] => Array.isArray(value);

/**
 * A copy that may be changed while it still knows what each of its maps was.
 * @param origins is filled: copied map or list → original
 */
export function copyOf<T extends Plain>(value: T, origins: Origins): T {
  if (value === null || typeof value !== "object") return value;
  const copy: Plain = Array.isArray(value)
    ? value.map((child) => copyOf(child, origins))
    : Object.fromEntries(
        Object.entries(value).map(([key, child]) => [key, copyOf(child, origins)]),
      );
  origins.set(copy, value);
  return copy as T;
}

/** The value at the end of a path; undefined where the path leads nowhere. */
export function valueAt(
  root: Plain | undefined,
  path: readonly (string | number)[],
): Plain | undefined {
  let value = root;
  for (const step of path) {
    if (value === undefined || value === null || typeof value !== "object") return undefined;
    value = (value as PlainMap)[step];
  }
  return value;
}

/** Whether two values hold the same, whatever the order of their keys. */
export function sameValue(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a === b) return true;
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((one, i) => sameValue(one, b[i]));
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

/** Whether two values differ in scalars only: the same keys, the same number of list entries. */
export function sameShape(a: Plain, b: Plain): boolean {
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((one, i) => sameShape(one, b[i]!));
  if (isMap(a)) {
    const keys = Object.keys(a);
    return (
      isMap(b) &&
      keys.length === Object.keys(b).length &&
      keys.every((key) => b[key] !== undefined && sameShape(a[key]!, b[key]))
    );
  }
  return !isList(b) && !isMap(b);
}
