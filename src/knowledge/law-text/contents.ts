import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { HeaderFacts } from "./parsed-law.ts";
import { wordingHash, writeWhole, type StoredLaw } from "./stored-law.ts";

/** What is known of a kept law without opening it. */
export const LawEntry = z.strictObject({
  sha256: z.string(),
  file: z.string(),
  importedAt: z.string(),
  parser: z.int(),
  wording: z.string(),
  title: z.string(),
  part: z.string().nullable(),
  ...HeaderFacts.shape,
  articles: z.int(),
});
export type LawEntry = z.infer<typeof LawEntry>;

/** A part of the search index: which laws it covers, and its file. */
export const Segment = z.strictObject({
  file: z.string(),
  documents: z.int(),
  laws: z.array(z.string()),
});
export type Segment = z.infer<typeof Segment>;

/** What the library holds. This one file says what counts: it is replaced as the last act of an import. */
const Contents = z.strictObject({
  format: z.literal(1),
  laws: z.array(LawEntry),
  segments: z.array(Segment),
});
export type Contents = z.infer<typeof Contents>;

export const NO_CONTENTS: Contents = { format: 1, laws: [], segments: [] };

/** The file that is replaced when an import is complete. */
export const contentsFile = (directory: string) => join(directory, "contents.json.gz");

/**
 * @returns what the library holds; nothing when nothing was imported
 * @throws when the file is damaged: it can be deleted, the next import makes it again from the laws kept
 */
export function readContents(directory: string): Contents {
  const file = contentsFile(directory);
  if (!existsSync(file)) return NO_CONTENTS;
  try {
    const read = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Contents;
    if (read.format !== 1) throw new Error();
    return read;
  } catch {
    throw new Error(
      `${file} is damaged or of another version: delete it and run onedoor knowledge import-law again, the laws themselves are kept beside it.`,
    );
  }
}

export function writeContents(directory: string, contents: Contents): void {
  writeWhole(contentsFile(directory), gzipSync(JSON.stringify(contents)));
}

/** Delete what nothing points to any more: drafts of imports that were ended, parts of older indexes. */
export function sweep(directory: string, { segments }: Contents): void {
  const wanted = new Set(segments.map(({ file }) => file));
  for (const name of readdirSync(directory))
    if (name.endsWith(".draft") || (name.endsWith(".index") && !wanted.has(name)))
      rmSync(join(directory, name), { force: true });
}

export function entryOf(stored: StoredLaw): LawEntry {
  const { articles, gaps: _, ...facts } = stored.law;
  const { sha256, file, importedAt, parser } = stored;
  return {
    sha256,
    file,
    importedAt,
    parser,
    wording: wordingHash(stored.law),
    ...facts,
    articles: articles.filter(({ number }) => /^\d/.test(number)).length,
  };
}
