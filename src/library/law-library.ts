import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  contentsFile,
  readContents,
  type Contents,
  type LawEntry,
} from "../knowledge/law-text/contents.ts";
import type { Article } from "../knowledge/law-text/parsed-law.ts";
import { storedLaw } from "../knowledge/law-text/stored-law.ts";
import {
  chronicleOf,
  lawKey,
  plainTitle,
  standingOn,
  type Chronicle,
  type Standing,
} from "../knowledge/law-text/validity.ts";
import { searchTogether, type ArticleSearch } from "../search/article-index.ts";
import { fromBytes } from "../search/index-file.ts";

/** A version of an imported law with what it is on the day asked about. */
export type ImportedLaw = LawEntry & { standing: Standing };
/** An article of it. */
export type ImportedArticle = { law: ImportedLaw; article: Article; score: number };

/** The laws that the zone has imported: its own copies, quoted as they are. */
export type LawLibrary = {
  /** Everything that is imported, by title, versions oldest first. */
  all(day: string): ImportedLaw[];
  /**
   * The versions of the law that is named, in full, without 中华人民共和国 or in short (大气法); all books of a code.
   * @returns the version in force on the day first, then the newest
   */
  called(name: string, day: string): ImportedLaw[];
  /** @param number "16", "42-1", "S3"; @returns null when the version has no such article */
  article(law: LawEntry, number: string): Article | null;
  /** Articles in force on the day that the words fit best. */
  find(words: string, day: string, limit: number): ImportedArticle[];
};

/** Laws held in memory after they were opened for an article. */
const MOST_OPEN = 16;

/**
 * The library in a directory. Nothing is read before something is asked, and nothing at all when nothing was
 * imported; an import that another program completes is seen with the next question.
 * @param directory null: there is none
 */
export function openLawLibrary(directory: string | null): LawLibrary {
  const current = directory === null ? () => null : reopening(directory);
  return {
    all: (day) => current()?.all(day) ?? [],
    called: (name, day) => current()?.called(name, day) ?? [],
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

function libraryOf(directory: string, contents: Contents): LawLibrary {
  const chronicle = chronicleOf(contents.laws);
  const onDay = standings(contents, chronicle);
  const open = opener(directory);
  const byTitle = lazily(() => Map.groupBy(contents.laws, ({ title }) => plainTitle(title)));
  const search = lazily(() => searchOf(directory, contents));
  const articleOf = (sha256: string, number: string) =>
    open(sha256)?.find((article) => article.number === number) ?? null;
  return {
    all: (day) =>
      [...chronicle.versions.values()].flat().map((law) => onDay(day).get(law.sha256)!),
    called(name, day) {
      const title = titleCalled(name, byTitle());
      return (byTitle().get(title ?? "") ?? [])
        .map((law) => onDay(day).get(law.sha256)!)
        .sort(byStanding(chronicle));
    },
    article: (law, number) => articleOf(law.sha256, number),
    find(words, day, limit) {
      const standing = onDay(day);
      const { index, laws } = search();
      const accept = (which: number, document: number) =>
        standing.get(laws[which]![document]!)!.standing.is === "current";
      return index.find(words, limit, accept).flatMap(({ id, score }): ImportedArticle[] => {
        const [sha256, place] = id.split("/") as [string, string];
        const article = open(sha256)?.[Number(place)];
        return article ? [{ law: standing.get(sha256)!, article, score }] : [];
      });
    },
  };
}

/** Everything with what it is on a day; the last day is remembered. */
function standings(
  { laws }: Contents,
  chronicle: Chronicle,
): (day: string) => Map<string, ImportedLaw> {
  let last: { day: string; laws: Map<string, ImportedLaw> } | null = null;
  return (day) => {
    if (last?.day !== day)
      last = {
        day,
        laws: new Map(
          laws.map((law) => [law.sha256, { ...law, standing: standingOn(law, chronicle, day) }]),
        ),
      };
    return last.laws;
  };
}

/** The index is read when something is first searched for, not when an article is looked up. */
function searchOf(
  directory: string,
  { segments }: Contents,
): { index: ArticleSearch; laws: string[][] } {
  const indexes = segments.map(({ file }) => fromBytes(readFileSync(join(directory, file))));
  const laws = indexes.map(({ ids }) => ids.map((id) => id.slice(0, id.indexOf("/"))));
  return { index: searchTogether(indexes), laws };
}

/** The plain title that is meant: the very one, or the shortest that has the characters in this order. */
function titleCalled(name: string, titles: ReadonlyMap<string, unknown>): string | null {
  const wanted = plainTitle(name);
  if (wanted.length < 2) return null;
  if (titles.has(wanted)) return wanted;
  if (!/^\p{Script=Han}{2,}$/u.test(wanted)) return null;
  const shortened = [...titles.keys()].filter((title) => standInOrder(wanted, title));
  return shortened.sort((a, b) => a.length - b.length)[0] ?? null;
}

function standInOrder(characters: string, title: string): boolean {
  let at = 0;
  for (const character of title) if (character === characters[at]) at += 1;
  return at === characters.length;
}

/** In force first, then the newest. */
function byStanding({ versions }: Chronicle): (a: ImportedLaw, b: ImportedLaw) => number {
  const age = (law: ImportedLaw) =>
    versions.get(lawKey(law))!.findIndex(({ sha256 }) => sha256 === law.sha256);
  const current = (law: ImportedLaw) => Number(law.standing.is === "current");
  return (a, b) => current(b) - current(a) || age(b) - age(a);
}

/** The articles of a law, the last few laws kept open. */
function opener(directory: string): (sha256: string) => Article[] | undefined {
  const open = new Map<string, Article[]>();
  return (sha256) => {
    const articles = open.get(sha256) ?? storedLaw(directory, sha256)?.law.articles;
    if (!articles) return undefined;
    open.delete(sha256);
    open.set(sha256, articles);
    if (open.size > MOST_OPEN) open.delete(open.keys().next().value!);
    return articles;
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
