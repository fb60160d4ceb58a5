import {
  isMap as isMapNode,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  type Document,
  type Pair,
} from "yaml";
import { align } from "./alignment.ts";
import { isList, isMap, sameShape, sameValue, type Origins, type Plain } from "../sheets/tree.ts";
import { blockText, flowText, scalarText } from "./yaml-words.ts";
import {
  applyEdits,
  endOf,
  isBlock,
  isBlockScalar,
  keyOf,
  lineStart,
  nextLine,
  rangeOf,
  type Edit,
} from "./yaml-places.ts";

/**
 * A file's text with some values changed; comments, quotes, order and layout of all others stay as they are.
 * @param text the file
 * @param before what it holds, as it was read
 * @param after what it shall hold: made by copyOf and then changed
 * @param origins as filled by copyOf
 * @returns the new text, and whether one had to be laid out anew because no smaller change would do
 */
export function rewriteYaml(
  text: string,
  before: Plain,
  after: Plain,
  origins: Origins,
): { text: string; laidOutAnew: boolean } {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  const document = parseDocument(whole);
  const edits: Edit[] = [];
  const editing = { text: whole, edits, origins };
  if (document.contents !== null)
    editValue(editing, { kind: "root" }, document.contents, before, after, 0);
  const spliced = applyEdits(whole, edits);
  return readsAs(spliced, after)
    ? { text: spliced, laidOutAnew: false }
    : { text: laidOutAnew(document, before, after), laidOutAnew: true };
}

type Editing = { text: string; edits: Edit[]; origins: Origins };

/** Where a value stands: behind a key, behind a dash, or between brackets. */
type Place =
  | { kind: "root" }
  | { kind: "flow" }
  | { kind: "pair"; key: unknown; column: number }
  | { kind: "item"; dash: number; column: number };

function editValue(
  editing: Editing,
  place: Place,
  node: unknown,
  before: Plain,
  after: Plain,
  depth: number,
): void {
  if (sameValue(before, after)) return;
  const plain = !isList(after) && !isMap(after);
  if (isBlock(node) && isMapNode(node) && isMap(before) && isMap(after)) {
    if (editBlockMap(editing, node.items as Pair[], before, after, depth)) return;
  } else if (isBlock(node) && isSeq(node) && isList(before) && isList(after)) {
    if (editBlockList(editing, node.items, before, after, depth)) return;
  } else if ((isMapNode(node) || isSeq(node)) && node.flow && !plain) {
    if (editFlow(editing, node, before, after, depth)) return;
  } else if (isScalar(node) && plain && node.range![0] < node.range![1] && !isBlockScalar(node)) {
    const [from, to] = rangeOf(node);
    const text = scalarText(after, place.kind === "flow", node.type);
    editing.edits.push({ from, to, text, depth });
    return;
  }
  replaceWhole(editing, place, node, after, depth);
}

/** Between brackets only words change in place; anything else is written again, brackets and all. */
function editFlow(
  { text, edits, origins }: Editing,
  node: { items: unknown[] },
  before: Plain,
  after: Plain,
  depth: number,
): boolean {
  if (node.items.length === 0 || isList(before) !== isList(after)) return false;
  const [from, to] = rangeOf(node);
  if (!sameShape(before, after)) {
    const padded = /[{\s]\{ |^\{ /.test(text.slice(from, to)) || !/\{\S/.test(text.slice(from, to));
    edits.push({ from, to, text: flowText(after, padded), depth });
    return true;
  }
  for (const [i, child] of node.items.entries()) {
    const pair = child as Pair;
    const [value, step] = isList(after) ? [child, i] : [pair.value, keyOf(pair)];
    const [old, now] = [before, after].map((whole) => (whole as Record<string, Plain>)[step]!);
    editValue({ text, edits, origins }, { kind: "flow" }, value, old!, now!, depth + 1);
  }
  return true;
}

function editBlockMap(
  editing: Editing,
  pairs: readonly Pair[],
  before: Record<string, Plain>,
  after: Record<string, Plain>,
  depth: number,
): boolean {
  const { text, edits } = editing;
  const kept = pairs.filter((pair) => keyOf(pair) in after);
  if (kept.length === 0) return false;
  const startOf = (pair: Pair) => rangeOf(pair.key)[0];
  const column = startOf(pairs[0]!) - lineStart(text, startOf(pairs[0]!));
  const behindDash = text.slice(startOf(pairs[0]!) - column, startOf(pairs[0]!)).trim() !== "";
  // The first key of a record stands behind its dash: what is kept moves up to it.
  const moved = behindDash ? pairs.indexOf(kept[0]!) : 0;
  if (moved > 0) edits.push({ from: startOf(pairs[0]!), to: startOf(kept[0]!), text: "", depth });
  for (const pair of pairs.slice(moved)) {
    const key = keyOf(pair);
    if (key in after)
      editValue(
        editing,
        { kind: "pair", key: pair.key, column },
        pair.value,
        before[key]!,
        after[key]!,
        depth + 1,
      );
    else
      edits.push({
        from: lineStart(text, startOf(pair)),
        to: nextLine(text, endOf(pair)),
        text: "",
        depth,
      });
  }
  const keys = Object.keys(after);
  const added = Map.groupBy(
    keys.filter((key) => !(key in before)),
    (key) => kept.findLast((pair) => keys.indexOf(keyOf(pair)) < keys.indexOf(key)) ?? kept[0]!,
  );
  for (const [pair, names] of added) {
    const from = nextLine(text, endOf(pair));
    const pieces = names.map((key) => blockText({ [key]: after[key]! }, column));
    edits.push({ from, to: from, text: pieces.join(""), depth });
  }
  return true;
}

function editBlockList(
  editing: Editing,
  items: readonly unknown[],
  before: readonly Plain[],
  after: readonly Plain[],
  depth: number,
): boolean {
  const { text, edits, origins } = editing;
  const aligned = align(before, after, origins);
  const kept = new Map(aligned.flatMap(({ old, value }) => (old === null ? [] : [[old, value]])));
  if (kept.size === 0) return false;
  const dashes = items.map((item) => text.lastIndexOf("-", rangeOf(item)[0] - 1));
  const column = dashes[0]! - lineStart(text, dashes[0]!);
  for (const [i, item] of items.entries()) {
    const dash = dashes[i]!;
    const value = kept.get(i);
    if (value === undefined)
      edits.push({ from: lineStart(text, dash), to: nextLine(text, endOf(item)), text: "", depth });
    else editValue(editing, { kind: "item", dash, column }, item, before[i]!, value, depth + 1);
  }
  let behind = -1;
  const added = new Map<number, string>();
  for (const { old, value } of aligned)
    if (old === null) added.set(behind, (added.get(behind) ?? "") + blockText([value], column));
    else behind = old;
  for (const [place, pieces] of added) {
    const from = place < 0 ? lineStart(text, dashes[0]!) : nextLine(text, endOf(items[place]));
    edits.push({ from, to: from, text: pieces, depth });
  }
  return true;
}

/** Everything behind a key or a dash gives way to the new value. */
function replaceWhole(
  { text, edits }: Editing,
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

function readsAs(text: string, value: Plain): boolean {
  try {
    return sameValue(parse(text) as Plain, value);
  } catch {
    return false;
  }
}

/** The last resort: each changed field of the file is laid out anew, with the comments inside it lost. */
function laidOutAnew(document: Document, before: Plain, after: Plain): string {
  const [was, is] = [before, after] as Record<string, Plain>[];
  for (const key of Object.keys(was!)) if (!(key in is!)) document.delete(key);
  for (const [key, value] of Object.entries(is!))
    if (!sameValue(was![key], value)) document.set(key, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}
