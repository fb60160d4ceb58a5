import { isMap, isSeq, LineCounter, parseDocument, type Node } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem.ts";

type Path = readonly PropertyKey[];

/** A validated file together with the way back from a path in it to its line. */
export type YamlFile<T> = { file: string; value: T; lineOf: (path: Path) => number };

/**
 * Parse and validate one knowledge file.
 * @param file path shown to the editor, relative to the knowledge folder
 * @param text the file's content
 * @returns the validated value, or every problem with its line
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { ok: true; read: YamlFile<z.output<S>> } | { ok: false; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map((error) => ({
        file,
        line: at(error.pos[0]),
        where: "",
        message: `not readable as YAML: ${error.message.split("\n")[0]}. Mend the indentation or the quotes.`,
      })),
    };
  const lineOf = (path: Path) => at(nearestOffset(document.contents, path));
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, read: { file, value: parsed.data, lineOf } };
  const problems = parsed.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    where: issue.path.map(String).join("."),
    message: issue.message,
  }));
  return { ok: false, problems };
}

/** Walks as far along the path as the document goes: a missing key is reported at its parent. */
function nearestOffset(root: unknown, path: Path): number {
  let node = root;
  for (const step of path) {
    const child = childOf(node, step);
    if (child === undefined) break;
    node = child;
  }
  return (node as Node | null)?.range?.[0] ?? 0;
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (isMap(node))
    return node.items.find((pair) => String(pair.key) === String(step))?.value ?? undefined;
  if (isSeq(node)) return node.items[Number(step)];
  return undefined;
}
