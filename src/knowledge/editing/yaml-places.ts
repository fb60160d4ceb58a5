import { isMap, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";

/** One piece of a text that gives way to another; of edits at one place the outer one comes later. */
export type Edit = { from: number; to: number; text: string; depth: number };

/** Apply edits that do not overlap, from the end to the beginning. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const isInsertion = ({ from, to }: Edit) => from === to;
  const ordered = [...edits].sort(
    (a, b) =>
      b.from - a.from || Number(isInsertion(a)) - Number(isInsertion(b)) || a.depth - b.depth,
  );
  return ordered.reduce(
    (current, edit) => current.slice(0, edit.from) + edit.text + current.slice(edit.to),
    text,
  );
}

/** Where the written part of a node ends: comments and blank lines after it are not its own. */
export function endOf(node: unknown): number {
  if (isPair(node)) return node.value === null ? rangeOf(node.key)[1] : endOf(node.value);
  if (isBlock(node) && node.items.length > 0) return endOf(node.items.at(-1));
  return rangeOf(node)[1];
}

export function rangeOf(node: unknown): [number, number, number] {
  return (node as Node).range as [number, number, number];
}

/** A map or list written on lines of its own, not in brackets. */
export function isBlock(node: unknown): node is { items: unknown[] } & Node {
  return (isMap(node) || isSeq(node)) && !node.flow;
}

/** A text in the style of | or >, whose end takes its line break along. */
export function isBlockScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
}

export const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf("\n", offset - 1) + 1;

/** The beginning of the next line; where the offset stands at the beginning of a line, the offset itself. */
export function nextLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === "\n") return offset;
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}
