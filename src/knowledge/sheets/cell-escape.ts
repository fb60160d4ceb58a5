import type { Column } from "./table.ts";

/** What Excel would take for a formula, and what already begins like an escape. */
const FORMULA = /^[=+\-@\t\r'＝＋－＠]/;
/** What Excel turns into a number, a day or a yes/no when it opens a CSV file. */
const NUMBERLIKE =
  /^[\d.,:/()%\s年月日时分秒¥￥$€£-]*\d[\d.,:/()%\s年月日时分秒eE+-]*(?:[ap]m?)?$/i;
const MONTHLIKE = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-/.,]*\d/i;
const YES_NO = /^(?:true|false)$/i;

export type Dialect = "xlsx" | "csv";

/**
 * Text that keeps its value through Excel: one ' in front of what would become something else.
 * Numbers and yes/no of their own kind may be what they are.
 */
export function escapeCell(text: string, kind: Column["kind"], dialect: Dialect): string {
  if (kind === "number" || kind === "boolean") return text;
  const risky =
    FORMULA.test(text) ||
    (dialect === "csv" && (NUMBERLIKE.test(text) || MONTHLIKE.test(text) || YES_NO.test(text)));
  return risky ? `'${text}` : text;
}

/** The value behind the escape. */
export function unescapeCell(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}
