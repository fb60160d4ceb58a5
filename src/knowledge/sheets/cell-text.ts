import { isList, isMap, type Plain } from "./tree.ts";
import type { Column } from "./table.ts";

/** What a cell says when its value is longer than a cell may be: to be changed in the file. */
const TOO_LONG = "(too long for a cell: change it in the file)";
const LONGEST_CELL = 32_000;

/**
 * A value as the text of a cell, so that decode gives the value back.
 * @param value undefined: the field is not there, an empty cell
 */
export function encode(value: Plain | undefined, column: Pick<Column, "kind">): string {
  const text = written(value, column);
  return text.length > LONGEST_CELL ? TOO_LONG : text;
}

function written(value: Plain | undefined, { kind }: Pick<Column, "kind">): string {
  if (value === undefined) return "";
  if (kind === "self") return emptyText(value) ?? "";
  if (kind === "anything") return JSON.stringify(value);
  if (value === null) return "null";
  if (kind === "words" || kind === "numbers")
    return isList(value) && value.every((one) => typeof one === "string" || typeof one === "number")
      ? value.length === 0
        ? "[]"
        : value.map((one) => quoted(String(one), true)).join("\n")
      : JSON.stringify(value);
  if (typeof value === "string") return quoted(value, false);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** null, [] and {}: what a column that stands for a whole map or list can say. */
function emptyText(value: Plain): string | undefined {
  if (value === null) return "null";
  if (isList(value) && value.length === 0) return "[]";
  return isMap(value) && Object.keys(value).length === 0 ? "{}" : undefined;
}

/** Text that a cell, a trim or a reader would change stands in quotation marks, as JSON writes it. */
function quoted(text: string, oneLine: boolean): string {
  const fragile =
    text !== text.trim() || hasControls(text) || (oneLine && text.includes("\n")) || isWord(text);
  return fragile || unquoted(text) !== text ? JSON.stringify(text) : text;
}

const isWord = (text: string) => ["", "null", "[]", "{}", TOO_LONG].includes(text);

function hasControls(text: string): boolean {
  return /[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF\u2028\u2029]/u.test(text.replaceAll("\n", ""));
}

function unquoted(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2) return text;
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}

export type Decoded = { value: Plain | undefined } | { wrong: string };

/**
 * The value of a cell that an editor wrote.
 * @returns the value, undefined for a field that shall not be there, or what is wrong and what to do
 */
export function decode(text: string, column: Pick<Column, "kind">): Decoded {
  const trimmed = text.trim();
  if (trimmed === TOO_LONG)
    return {
      wrong: "is too long for a cell: change it in the file, and leave this cell as it was",
    };
  if (trimmed === "") return { value: undefined };
  if (trimmed === "null") return { value: null };
  return READERS[column.kind](trimmed);
}

const READERS: Record<Column["kind"], (text: string) => Decoded> = {
  text: (text) => ({ value: unquoted(text) }),
  number(text) {
    return /^-?\d+(\.\d+)?$/.test(text)
      ? { value: Number(text) }
      : { wrong: `says “${text}”, which is no number: write digits only, for example 20` };
  },
  boolean(text) {
    const yes = ["true", "yes", "是"].includes(text.toLowerCase());
    const no = ["false", "no", "否"].includes(text.toLowerCase());
    return yes || no ? { value: yes } : { wrong: `says “${text}”: write true or false` };
  },
  /** A day as Excel shows it in China, 2026/3/9, is understood too. */
  day(text) {
    const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
    return parts
      ? { value: `${parts[1]}-${parts[2]!.padStart(2, "0")}-${parts[3]!.padStart(2, "0")}` }
      : { wrong: `says “${text}”, which is no day: write it like 2026-11-24` };
  },
  words(text) {
    if (text === "[]") return { value: [] };
    return { value: linesOf(text).map(unquoted) };
  },
  numbers(text) {
    if (text === "[]") return { value: [] };
    const numbers = linesOf(text).map(Number);
    return numbers.some(Number.isNaN)
      ? { wrong: "holds something that is no number: write one number a line" }
      : { value: numbers };
  },
  self(text) {
    if (text === "[]") return { value: [] };
    return text === "{}"
      ? { value: {} }
      : { wrong: `says “${text}”: write null, or leave it empty and fill the fields beside it` };
  },
  anything(text) {
    try {
      return { value: JSON.parse(text) as Plain };
    } catch {
      return { wrong: "is not readable as JSON: mend its brackets and quotation marks" };
    }
  },
};

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
