import type { Pair } from "yaml";
import type { Origins, Plain, PlainMap } from "../sheets/tree.ts";
import { align } from "./alignment.ts";
import { blockText } from "./yaml-words.ts";
import { endOf, keyOf, lineStart, nextLine, rangeOf, type Edit } from "./yaml-places.ts";

/** What is being edited: the text as it was, the edits found so far. */
export type Editing = { text: string; edits: Edit[]; origins: Origins; edit: EditValue };

/** Where a value stands: behind a key, behind a dash, or between brackets. */
export type Place =
  | { kind: "root" }
  | { kind: "flow" }
  | { kind: "pair"; key: unknown; column: number }
  | { kind: "item"; dash: number; column: number };

/** Finds the edits by which one value comes to read as another. */
export type EditValue = (
  editing: Editing,
  place: Place,
  node: unknown,
  before: Plain,
  after: Plain,
  depth: number,
) => void;

/** Lines of a map: changed, taken away, added behind the key that stands before them. @returns false when nothing stays */
export function editBlockMap(
  editing: Editing,
  pairs: readonly Pair[],
  before: PlainMap,
  after: PlainMap,
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
      editing.edit(
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

/** The same of a list. */
export function editBlockList(
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
    else editing.edit(editing, { kind: "item", dash, column }, item, before[i]!, value, depth + 1);
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
