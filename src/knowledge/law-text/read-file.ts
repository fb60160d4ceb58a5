import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { LawFileError } from "./refusal.ts";

/** A file to be read: its bytes, known by their hash before anything is done with them. */
export type LawBytes = { name: string; sha256: string; bytes: Buffer };

/** No law is longer; what is, is a scan or something else. */
const MOST_BYTES = 64 * 1024 * 1024;

const READERS: Record<string, (bytes: Buffer) => Promise<string>> = {
  ".md": async (bytes) => (await import("./read-plain.ts")).readPlain(bytes),
  ".markdown": async (bytes) => (await import("./read-plain.ts")).readPlain(bytes),
  ".txt": async (bytes) => (await import("./read-plain.ts")).readPlain(bytes),
  ".docx": async (bytes) => (await import("./read-docx.ts")).readDocx(bytes),
  ".pdf": async (bytes) => (await import("./read-pdf.ts")).readPdf(bytes),
};

const REMEDIES: Record<string, string> = {
  ".doc": "open it in Word, save it as .docx, and import that",
  ".wps": "open it in WPS, save it as .docx, and import that",
  ".rtf": "open it in Word, save it as .docx, and import that",
  ".html": "save the page's text as .txt, or print it to PDF, and import that",
  ".htm": "save the page's text as .txt, or print it to PDF, and import that",
  ".zip": "unpack it and import the files in it",
};

/** @returns whether a file is of a kind that can be read, by its name */
export function isReadable(file: string): boolean {
  return extname(file).toLowerCase() in READERS;
}

/**
 * @param file path of a Markdown, text, Word (.docx) or PDF file
 * @throws LawFileError when it is not there, of another kind or too large
 */
export function openLawFile(file: string): LawBytes {
  if (!isReadable(file)) {
    const kind = extname(file).toLowerCase();
    const remedy = REMEDIES[kind] ?? "import .docx, .pdf, .md or .txt";
    throw new LawFileError(`${kind === "" ? "no file ending" : kind} cannot be read: ${remedy}`);
  }
  const size = sizeOf(file);
  if (size > MOST_BYTES)
    throw new LawFileError(
      `${Math.round(size / 1024 / 1024)} MB is more than a law: import its text without pictures`,
    );
  const bytes = readFileSync(file);
  return { name: basename(file), sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new LawFileError("there is no such file: check the path");
  return found.size;
}

/**
 * @returns its text as plain or Markdown lines, one paragraph a line
 * @throws LawFileError when the file is locked, a scan without text, or damaged
 */
export async function textOf({ name, bytes }: LawBytes): Promise<string> {
  return READERS[extname(name).toLowerCase()]!(bytes);
}
