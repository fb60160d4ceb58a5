import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  entryOf,
  sweep,
  writeContents,
  type Contents,
  type LawEntry,
  type Segment,
} from "../knowledge/law-text/contents.ts";
import { wordingOf, type ParsedLaw } from "../knowledge/law-text/parsed-law.ts";
import { storedHashes, storedLaw, writeWhole } from "../knowledge/law-text/stored-law.ts";
import { buildArticleIndex, type SearchableArticle } from "../search/article-index.ts";
import { toBytes } from "../search/index-file.ts";

/** Articles in one part of the index; a part is built in memory, so this bounds it. */
const ARTICLES_A_SEGMENT = 20_000;

/**
 * Make contents and index say what the directory holds. Full parts of the index stay as they are, the last one is
 * built again with what is new; the contents are replaced last, and that moment is the import.
 */
export function bringUpToDate(
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
  const unchanged =
    renewed.size === 0 && stored.length === known.size && stored.every((hash) => known.has(hash));
  if (unchanged) return before;
  const laws = new Map(
    kept.flatMap((segment) => segment.laws.map((hash) => [hash, known.get(hash)!])),
  );
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
