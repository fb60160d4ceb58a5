import type { ReadShelf } from "../shelf.ts";
import type { Path } from "../shelf-walk.ts";
import type { YamlFile } from "../yaml-file.ts";

/** error: stops a publication. warning: look at it. note: known and worth remembering. */
export type Severity = "error" | "warning" | "note";

/** One thing a careful colleague would ask about. */
export type Finding = {
  rule: string;
  severity: Severity;
  file: string;
  line: number;
  /** What was found, and what to do. */
  message: string;
};

/** What a rule sees: its findings get their name and severity from the table of rules. */
export type Found = Pick<Finding, "file" | "line" | "message">;

/** The shelf as the rules see it. */
export type Linted = {
  shelf: ReadShelf;
  /** The day on which the shelf is looked at, ISO. */
  day: string;
  /** One form for all ways of writing the same question. */
  normalise(text: string): string;
  /** The id of the item that the search finds first for some words; null: nothing. */
  firstFound(text: string): string | null;
};

export type Rule = {
  name: string;
  severity: Severity;
  /** What it looks for, for the page of the docs. */
  about: string;
  find(linted: Linted): Found[];
};

export const found = (read: YamlFile<unknown>, path: Path, message: string): Found => ({
  file: read.file,
  line: read.lineOf(path),
  message,
});

const DAY = 86_400_000;

/** Days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);
