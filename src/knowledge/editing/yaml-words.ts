import { Document, Scalar, stringify, YAMLSeq } from "yaml";
import { isList, isMap, type Plain } from "../sheets/tree.ts";

const OPTIONS = { lineWidth: 0, doubleQuotedMinMultiLineLength: 1_000_000 } as const;

/**
 * One scalar as it may stand in a file, on one line.
 * @param quotes how the value before it was quoted; kept where that is possible
 */
export function scalarText(
  value: string | number | boolean | null,
  inFlow: boolean,
  quotes?: string,
): string {
  const scalar = new Scalar(value);
  const multiline = typeof value === "string" && /[\n\r]/.test(value);
  if (multiline) scalar.type = "QUOTE_DOUBLE";
  else if (typeof value === "string" && (quotes === "QUOTE_DOUBLE" || quotes === "QUOTE_SINGLE"))
    scalar.type = quotes;
  else scalar.type = "PLAIN";
  const list = new YAMLSeq<Scalar>();
  list.items.push(scalar);
  list.flow = inFlow;
  const document = new Document<YAMLSeq<Scalar>>();
  document.contents = list;
  const text = document.toString(OPTIONS).trim();
  return inFlow ? text.slice(1, -1).trim() : text.replace(/^- /, "");
}

/** A value in brackets on one line. @param padded whether maps are written { so } or {so} */
export function flowText(value: Plain, padded: boolean): string {
  if (isList(value)) return `[${value.map((child) => flowText(child, padded)).join(", ")}]`;
  if (!isMap(value)) return scalarText(value, true);
  const pairs = Object.entries(value).map(
    ([key, child]) => `${scalarText(key, true)}: ${flowText(child, padded)}`,
  );
  if (pairs.length === 0) return "{}";
  const gap = padded ? " " : "";
  return `{${gap}${pairs.join(", ")}${gap}}`;
}

/** A value on lines of its own, each with its line break, moved in by so many columns. */
export function blockText(value: Plain, column: number): string {
  const text = stringify(value, OPTIONS);
  const lines = text.endsWith("\n") ? text.slice(0, -1) : text;
  return `${lines
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(column) + line))
    .join("\n")}\n`;
}
