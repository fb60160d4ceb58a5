import {
  isMap as isMapNode,
  isPair,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  type Document,
} from "yaml";
import {
  isList,
  isMap,
  sameShape,
  sameValue,
  type Origins,
  type Plain,
  type PlainMap,
} from "../sheets/tree.ts";
import { withoutAliases } from "./yaml-aliases.ts";
import { editBlockList, editBlockMap, type EditValue } from "./yaml-block.ts";
import { applyEdits, isBlock, isBlockScalar, keyOf, rangeOf, type Edit } from "./yaml-places.ts";
import { replaceWhole } from "./yaml-whole.ts";
import { flowText, scalarText } from "./yaml-words.ts";

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
  if (sameValue(before, after)) return { text, laidOutAnew: false };
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  for (const from of [whole, withoutAliases(whole)]) {
    const spliced = spliceYaml(from, before, after, origins);
    if (readsAs(spliced, after)) return { text: spliced, laidOutAnew: false };
  }
  return { text: laidOutAnew(parseDocument(whole), before, after), laidOutAnew: true };
}

function spliceYaml(text: string, before: Plain, after: Plain, origins: Origins): string {
  const edits: Edit[] = [];
  const { contents } = parseDocument(text);
  if (contents === null) return text;
  const editing = { text, edits, origins, edit: editValue };
  editValue(editing, { kind: "root" }, contents, before, after, 0);
  return applyEdits(text, edits);
}

const editValue: EditValue = (editing, place, node, before, after, depth) => {
  if (sameValue(before, after)) return;
  const plain = !isList(after) && !isMap(after);
  if (isBlock(node) && isMapNode(node) && isMap(before) && isMap(after)) {
    if (editBlockMap(editing, node.items, before, after, depth)) return;
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
};

/** Between brackets only words change in place; anything else is written again, brackets and all. */
function editFlow(
  editing: Parameters<EditValue>[0],
  node: { items: unknown[] },
  before: Plain,
  after: Plain,
  depth: number,
): boolean {
  const { text, edits } = editing;
  if (node.items.length === 0 || isList(before) !== isList(after)) return false;
  const [from, to] = rangeOf(node);
  if (!sameShape(before, after)) {
    const padded = /[{\s]\{ |^\{ /.test(text.slice(from, to)) || !/\{\S/.test(text.slice(from, to));
    edits.push({ from, to, text: flowText(after, padded), depth });
    return true;
  }
  for (const [i, child] of node.items.entries()) {
    const [value, step] = isPair(child) ? [child.value, keyOf(child)] : [child, i];
    const [old, now] = [before, after].map((whole) => (whole as PlainMap)[step]!);
    editValue(editing, { kind: "flow" }, value, old!, now!, depth + 1);
  }
  return true;
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
  const [was, is] = [before, after] as PlainMap[];
  for (const key of Object.keys(was!)) if (!(key in is!)) document.delete(key);
  for (const [key, value] of Object.entries(is!))
    if (!sameValue(was![key], value)) document.set(key, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}
