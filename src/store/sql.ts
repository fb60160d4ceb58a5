import type pg from "pg";

/** One row as the driver gives it. */
export type Row = Record<string, unknown>;

/** Plain SQL on one connection or on the pool; inside a transaction always the transaction's own. */
export type Sql = {
  /** @returns the rows; errors that speak of the whole store arrive as StoreUnavailable */
  query<R extends Row = Row>(text: string, values?: unknown[]): Promise<R[]>;
};

/** Statements kept prepared; the hot path has about twenty, the rest is not worth a name. */
const MOST_NAMES = 100;
const names = new Map<string, string>();

/**
 * Prepares a statement by name when it has parameters: the server then parses it once per connection.
 * @param text SQL with $1, $2 … @param values their values
 */
export function prepared(text: string, values: unknown[] | undefined): pg.QueryConfig {
  if (!values) return { text };
  let name = names.get(text);
  if (!name && names.size < MOST_NAMES) {
    name = `onedoor_${names.size}`;
    names.set(text, name);
  }
  return name ? { name, text, values } : { text, values };
}

/** The rows of a result; of several statements in one text, the rows of all of them. */
export function rowsOf<R extends Row>(result: pg.QueryResult<R> | pg.QueryResult<R>[]): R[] {
  return Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows;
}

/**
 * Makes a text storable: PostgreSQL takes neither the null character nor half of a surrogate pair.
 * @returns the same text with U+FFFD in their place, so that nothing shifts
 */
export function storableText(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed();
}

/** Any JSON value as text for a jsonb column, with the same care for its strings. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return text;
  return JSON.stringify(value, (_key, part) =>
    typeof part === "string" ? storableText(part) : part,
  );
}
