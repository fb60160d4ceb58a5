import {
  entryOf,
  NO_CONTENTS,
  readContents,
  type Contents,
  type LawEntry,
} from "../knowledge/law-text/contents.ts";
import { lockLibrary } from "../knowledge/law-text/import-lock.ts";
import { parseLaw, PARSER } from "../knowledge/law-text/parse-law.ts";
import type { ParsedLaw } from "../knowledge/law-text/parsed-law.ts";
import { openLawFile, textOf } from "../knowledge/law-text/read-file.ts";
import { LawFileError } from "../knowledge/law-text/refusal.ts";
import { storeLaw, wordingHash } from "../knowledge/law-text/stored-law.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";

/** What became of one file. */
export type ImportedFile = { file: string } & (
  | { outcome: "added" | "renewed"; law: ParsedLaw }
  /** The same file, or the same wording in another file, is there already. */
  | { outcome: "known"; title: string }
  | { outcome: "refused"; why: string }
);

/**
 * Take files into the library of laws: each whole or not at all, then the index over all of them once.
 * What was ended half-way is taken up by the next import.
 * @param directory where the library is kept; made when missing
 * @param tell is told of every file as it is done
 * @returns how many laws and articles the library holds afterwards
 * @throws when another import is at work, or the directory cannot be written to
 */
export async function importLaws(
  directory: string,
  files: readonly string[],
  tell: (file: ImportedFile) => void,
  now: () => Date = () => new Date(),
): Promise<{ laws: number; articles: number }> {
  const unlock = lockLibrary(directory);
  try {
    const before = contentsOrNothing(directory);
    const known = new Map(before.laws.map((law) => [law.sha256, law]));
    const wordings = new Map(before.laws.map((law) => [law.wording, law.title]));
    const renewed = new Set<string>();
    for (const file of files)
      tell(await importOne(directory, file, { known, wordings, renewed, at: now().toISOString() }));
    const after = bringUpToDate(directory, before, renewed);
    return {
      laws: after.laws.length,
      articles: after.laws.reduce((sum, { articles }) => sum + articles, 0),
    };
  } finally {
    unlock();
  }
}

/** A damaged list of contents is made again: the laws themselves are kept. */
function contentsOrNothing(directory: string): Contents {
  try {
    return readContents(directory);
  } catch {
    return NO_CONTENTS;
  }
}

type Ground = {
  known: Map<string, LawEntry>;
  wordings: Map<string, string>;
  /** Laws that were there and were taken apart anew. */
  renewed: Set<string>;
  at: string;
};

async function importOne(directory: string, file: string, ground: Ground): Promise<ImportedFile> {
  const { known, wordings, renewed, at } = ground;
  try {
    const opened = openLawFile(file);
    const there = known.get(opened.sha256);
    if (there?.parser === PARSER) return { file, outcome: "known", title: there.title };
    const law = parseLaw(await textOf(opened));
    if (law.title === "" || law.articles.length === 0)
      throw new LawFileError("there is no text of a law in it: look into the file");
    const wording = wordingHash(law);
    const same = wordings.get(wording);
    if (!there && same !== undefined) return { file, outcome: "known", title: same };
    const { sha256, name } = opened;
    const stored = { sha256, file: name, importedAt: there?.importedAt ?? at, law };
    storeLaw(directory, stored);
    known.set(sha256, entryOf({ ...stored, parser: PARSER }));
    wordings.set(wording, law.title);
    if (there) renewed.add(sha256);
    return { file, outcome: there ? "renewed" : "added", law };
  } catch (error) {
    if (error instanceof LawFileError) return { file, outcome: "refused", why: error.message };
    throw error;
  }
}
