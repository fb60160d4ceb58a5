import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  entryOf,
  NO_CONTENTS,
  readContents,
  sweep,
  writeContents,
  type Contents,
  type LawEntry,
  type Segment,
} from "../knowledge/law-text/contents.ts";
import { lockLibrary } from "../knowledge/law-text/import-lock.ts";
import { parseLaw, PARSER } from "../knowledge/law-text/parse-law.ts";
import { wordingOf, type ParsedLaw } from "../knowledge/law-text/parsed-law.ts";
import { openLawFile, textOf } from "../knowledge/law-text/read-file.ts";
import { LawFileError } from "../knowledge/law-text/refusal.ts";
import {
  storedHashes,
  storedLaw,
  storeLaw,
  wordingHash,
  writeWhole,
} from "../knowledge/law-text/stored-law.ts";
import { buildArticleIndex, type SearchableArticle } from "../search/article-index.ts";
import { toBytes } from "../search/index-file.ts";

/** What became of one file. */
export type ImportedFile = { file: string } & (
  | { outcome: "added" | "renewed"; law: ParsedLaw }
  /** The same file, or the same wording in another file, is there already. */
  | { outcome: "known"; title: string }
  | { outcome: "refused"; why: string }
);

/** Articles in one part of the index; a part is built in memory, so this bounds it. */
const ARTICLES_A_SEGMENT = 20_000;

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

/**
 * Make contents and index say what the directory holds. Full parts of the index stay as they are, the last one is
 * built again with what is new; the contents are replaced last, and that moment is the import.
 */
function bringUpToDate(
  directory: string,
  before: Contents,
  renewed: ReadonlySet<string>,
): Contents {
  const stored = storedHashes(directory);
  const known = new Map(before.laws.map((law) => [law.sha256, law]));
  const there = new Set(stored);
  const isAsBefore = (hash: string) => there.has(hash) && !renewed.has(hash);
  const kept = before.segments.filter(
    ({ documents, laws }) => documents >= ARTICLES_A_SEGMENT && laws.every(isAsBefore),
  );
  const covered = new Set(kept.flatMap(({ laws }) => laws));
  const missing = stored.filter((hash) => !covered.has(hash));
  const unchanged = renewed.size === 0 && stored.length === known.size && stored.every((hash) => known.has(hash));
  if (unchanged) return before;
  const laws = new Map(kept.flatMap((segment) => segment.laws.map((hash) => [hash, known.get(hash)!])));
  const segments = [...kept, ...buildSegments(directory, missing, laws)];
  const after: Contents = { format: 1, laws: [...laws.values()], segments };
  writeContents(directory, after);
  sweep(directory, after);
  return after;
}

/** @param laws takes the entry of every law that was read */
function buildSegments(
  directory: string,
  hashes: readonly string[],
  laws: Map<string, LawEntry>,
): Segment[] {
  const segments: Segment[] = [];
  let articles: SearchableArticle[] = [];
  let covered: string[] = [];
  const close = () => {
    if (covered.length > 0) segments.push(writeSegment(directory, articles, covered));
    [articles, covered] = [[], []];
  };
  for (const hash of hashes) {
    const stored = storedLaw(directory, hash)!;
    laws.set(hash, entryOf(stored));
    covered.push(hash);
    articles.push(...searchable(hash, stored.law));
    if (articles.length >= ARTICLES_A_SEGMENT) close();
  }
  close();
  return segments;
}

/** An article is found by its wording and its law's title; its id is the law's hash and its place in it. */
function searchable(hash: string, { title, part, articles }: ParsedLaw): SearchableArticle[] {
  const called = [title.replace(/^中华人民共和国/u, ""), part ?? ""].join(" ").trim();
  return articles.map((article, place) => ({
    id: `${hash}/${place}`,
    title: called,
    text: wordingOf(article),
  }));
}

function writeSegment(
  directory: string,
  articles: readonly SearchableArticle[],
  laws: string[],
): Segment {
  const bytes = toBytes(buildArticleIndex(articles));
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 24);
  const file = `${name}.index`;
  writeWhole(join(directory, file), bytes);
  return { file, documents: articles.length, laws };
}
