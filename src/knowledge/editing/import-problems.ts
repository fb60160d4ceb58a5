import { KnowledgeError, type Problem } from "../problem.ts";
import { checkShelf, type ShelfFiles } from "../shelf.ts";
import { filesOf, SHEET_PARTS } from "../sheets/parts.ts";
import { rowsOf } from "../sheets/rows.ts";
import type { CellProblem } from "../sheets/sheet.ts";
import type { Column } from "../sheets/table.ts";
import { isList, isMap, type PlainMap } from "../sheets/tree.ts";
import { keyOfEntry, type Target } from "./import-apply.ts";
import type { Line } from "./import-match.ts";

/** What the shelf's own check says of files that are not written yet, at the cells it comes from. */
export function checkedAtCells(shelf: ShelfFiles, target: Target): CellProblem[] {
  try {
    checkShelf(shelf);
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.problems.map((problem) => atCell(problem, target));
  }
}

function atCell(problem: Problem, target: Target): CellProblem {
  const { file, line, where, message } = problem;
  const content = target.files.get(file)?.after;
  const found = content ? cellOf(target, file, content, where) : null;
  return found === null
    ? { address: `${file}:${line}`, message: where === "" ? message : `${where}: ${message}` }
    : { address: found, message };
}

/** The cell from which the value at a path of a file came; null when no line of the import speaks of it. */
function cellOf(target: Target, file: string, content: PlainMap, where: string): string | null {
  const part = SHEET_PARTS.find((one) => filesOf(one, [file]).length > 0);
  if (part?.tables[0]!.entries) {
    const line = target.lines.get(keyOfEntry(content, { id: where }));
    return line ? line.sheet.addressOf(line.number, "value") : null;
  }
  const records = new Set<object>(
    part ? rowsOf(part.tables, file, content).map((row) => row.value) : [],
  );
  let innermost: { record: object; rest: string[] } = { record: content, rest: [] };
  const steps = stepsOf(content, where);
  for (const [i, { value }] of steps.entries())
    if (isMap(value) && records.has(value))
      innermost = { record: value, rest: steps.slice(i + 1).map(({ key }) => key) };
  if (innermost.record === content) innermost.rest = steps.map(({ key }) => key);
  const line = target.lines.get(innermost.record);
  if (line === undefined) return null;
  return line.sheet.addressOf(line.number, columnFor(line, innermost.rest));
}

/** The column of the field, of what it lies in, or of what lies in it; else the first one. */
function columnFor(line: Line, rest: readonly string[]): string {
  const there = line.table.columns.filter(({ name }) => line.sheet.columns.includes(name));
  const shared = ({ path }: Column) => {
    const unlike = path.findIndex((step, i) => step !== rest[i]);
    return unlike === -1 ? path.length : unlike;
  };
  const best = there.toSorted((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && shared(best) > 0 ? best.name : line.sheet.columns[0]!;
}

/** A path written with dots, step by step; keys may have dots of their own. */
function stepsOf(root: PlainMap, where: string): { key: string; value: unknown }[] {
  const steps: { key: string; value: unknown }[] = [];
  let value: unknown = root;
  let words = where === "" ? [] : where.split(".");
  while (words.length > 0) {
    const taken = words.findIndex((_, i) => has(value, words.slice(0, i + 1).join(".")));
    const length = taken === -1 ? 1 : taken + 1;
    const key = words.slice(0, length).join(".");
    value = has(value, key) ? (value as PlainMap)[key] : undefined;
    steps.push({ key, value });
    words = words.slice(length);
  }
  return steps;
}

const has = (value: unknown, key: string) =>
  (isMap(value) || isList(value)) && Object.hasOwn(value, key);
