import { isAlias, isNode, parseDocument, visit } from "yaml";
import type { Plain } from "../sheets/tree.ts";
import { applyEdits, rangeOf, type Edit } from "./yaml-places.ts";
import { flowText } from "./yaml-words.ts";

/**
 * The same file with every *name written out, so that one of two places can change without the other.
 * @returns the text as it was when nothing is named
 */
export function withoutAliases(text: string): string {
  const document = parseDocument(text);
  const edits: Edit[] = [];
  const named = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) return;
      const [from, to] = rangeOf(node);
      const meant = node.resolve(document);
      named.add(node.source);
      edits.push({ from, to, text: flowText(meant!.toJS(document) as Plain, true), depth: 0 });
    },
  });
  visit(document, {
    Node(_, node) {
      if (!isNode(node) || !("anchor" in node) || !named.has(String(node.anchor))) return;
      const mark = `&${String(node.anchor)}`;
      const from = text.lastIndexOf(mark, rangeOf(node)[0]);
      const gap = text[from - 1] === " " ? 1 : 0;
      edits.push({ from: from - gap, to: from + mark.length, text: "", depth: 0 });
    },
  });
  return applyEdits(text, edits);
}
