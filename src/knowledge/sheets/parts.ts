import { PARTS } from "../shelf.ts";
import { tablesOf, type Table } from "./table.ts";

/** A part of the shelf as editors know it: which files it has, and which sheets they become. */
export type SheetPart = { name: string; folder: string; stem: string; tables: Table[] };

/** All parts, in the shelf's order. A part that is added to the shelf has sheets by itself. */
export const SHEET_PARTS: readonly SheetPart[] = Object.values(PARTS).map(
  ({ folder, stem, schema }) => {
    const name = nameOf(folder, stem);
    return { name, folder, stem, tables: tablesOf(name, schema) };
  },
);

/** @returns the part's files among paths relative to the shelf */
export function filesOf(part: SheetPart, paths: Iterable<string>): string[] {
  return [...paths].filter((path) => path.startsWith(`${part.folder}/${part.stem}`));
}

/**
 * @param wanted names of parts or folders (items, lexicon); none: all
 * @throws when there is no such part; the message names those there are
 */
export function chooseParts(wanted: readonly string[]): SheetPart[] {
  if (wanted.length === 0) return [...SHEET_PARTS];
  return wanted.flatMap((name) => {
    const found = SHEET_PARTS.filter((part) => part.name === name || part.folder === name);
    if (found.length > 0) return found;
    const names = SHEET_PARTS.map((part) => part.name).join(", ");
    throw new Error(`there is no part “${name}” on the shelf: choose from ${names}`);
  });
}

function nameOf(folder: string, stem: string): string {
  if (folder === "approval-items") return "items";
  return stem === "" ? folder : `${folder}-${stem}`;
}
