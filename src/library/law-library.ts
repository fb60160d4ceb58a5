import { statSync } from "node:fs";
import { contentsFile, readContents, type LawEntry } from "../knowledge/law-text/contents.ts";
import type { Article } from "../knowledge/law-text/parsed-law.ts";
import type { Standing } from "../knowledge/law-text/validity.ts";
import { libraryOf } from "./opened-library.ts";

/** A version of an imported law with what it is on the day asked about. */
export type ImportedLaw = LawEntry & { standing: Standing };
/** An article of it. */
export type ImportedArticle = {
  law: ImportedLaw;
  article: Article;
  score: number;
  /** Share (0..1) of the weight of the words that the article and its law's title hold. */
  share: number;
};

/** The laws that the zone has imported: its own copies, quoted as they are. */
export type LawLibrary = {
  /** Everything that is imported, by title, versions oldest first. */
  all(day: string): ImportedLaw[];
  /**
   * The versions of the law that is named, in full, without 中华人民共和国 or in short (大气法); all books of a code.
   * @returns the version in force on the day first, then the newest
   */
  called(name: string, day: string, how?: "exactly" | "or-short"): ImportedLaw[];
  /** The longest title of an imported law that stands in a text; null: none does. */
  namedIn(text: string): string | null;
  /** @param number "16", "42-1", "S3"; @returns null when the version has no such article */
  article(law: LawEntry, number: string): Article | null;
  /** Articles in force on the day that the words fit best. */
  find(words: string, day: string, limit: number): ImportedArticle[];
};

/**
 * The library in a directory. Nothing is read before something is asked, and nothing at all when nothing was
 * imported; an import that another program completes is seen with the next question.
 * @param directory null: there is none
 */
export function openLawLibrary(directory: string | null): LawLibrary {
  const current = directory === null ? () => null : reopening(directory);
  return {
    all: (day) => current()?.all(day) ?? [],
    called: (name, day, how) => current()?.called(name, day, how) ?? [],
    namedIn: (text) => current()?.namedIn(text) ?? null,
    article: (law, number) => current()?.article(law, number) ?? null,
    find: (words, day, limit) => current()?.find(words, day, limit) ?? [],
  };
}

/** The library as it is on the disk now; null when there is none or it cannot be read. */
function reopening(directory: string): () => LawLibrary | null {
  let opened: { stamp: string; library: LawLibrary | null } | null = null;
  return () => {
    const file = statSync(contentsFile(directory), { throwIfNoEntry: false });
    if (!file) return null;
    const stamp = `${file.ino}/${file.mtimeMs}/${file.size}`;
    if (opened?.stamp !== stamp) opened = { stamp, library: read(directory) };
    return opened.library;
  };
}

/** A damaged library answers nothing; the command line says what is wrong with it. */
function read(directory: string): LawLibrary | null {
  try {
    return libraryOf(directory, readContents(directory));
  } catch {
    return null;
  }
}
