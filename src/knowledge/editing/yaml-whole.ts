import { isList, isMap, type Plain } from "../sheets/tree.ts";
import type { Editing, Place } from "./yaml-block.ts";
import { endOf, rangeOf } from "./yaml-places.ts";
import { blockText, flowText, scalarText } from "./yaml-words.ts";

/** Everything behind a key or a dash gives way to the new value. */
export function replaceWhole(
  { text, edits }: Pick<Editing, "text" | "edits">,
  place: Place,
  node: unknown,
  after: Plain,
  depth: number,
): void {
  if (place.kind === "root") return;
  if (place.kind === "flow") {
    const [from, to] = rangeOf(node);
    edits.push({ from, to, text: flowText(after, true), depth });
    return;
  }
  const start =
    place.kind === "pair" ? text.indexOf(":", rangeOf(place.key)[1]) + 1 : place.dash + 1;
  const to = node === null ? start : Math.max(start, endOf(node));
  const closing = text[to - 1] === "\n" ? "\n" : "";
  edits.push({ from: start, to, text: wholeText(place, after) + closing, depth });
}

function wholeText(place: { kind: "pair" | "item"; column: number }, after: Plain): string {
  if (isList(after) && after.length === 0) return " []";
  if (!isList(after) && !isMap(after)) return ` ${scalarText(after, false)}`;
  const lines = blockText(after, place.column + 2).replace(/\n$/, "");
  return place.kind === "pair" ? `\n${lines}` : ` ${lines.trimStart()}`;
}
