import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contents } from "../knowledge/law-text/contents.ts";
import type { Article } from "../knowledge/law-text/parsed-law.ts";
import { storedLaw } from "../knowledge/law-text/stored-law.ts";
import {
  chronicleOf,
  lawKey,
  plainTitle,
  standingOn,
  type Chronicle,
} from "../knowledge/law-text/validity.ts";
import { searchTogether, type ArticleSearch } from "../search/article-index.ts";
import { fromBytes } from "../search/index-file.ts";
import type { ImportedArticle, ImportedLaw, LawLibrary } from "./law-library.ts";
import { titleCalled, titleIn } from "./titles.ts";

/** Laws held in memory after they were opened for an article. */
const MOST_OPEN = 16;

/** The library that some contents describe; laws and index are read when they are asked for. */
export function libraryOf(directory: string, contents: Contents): LawLibrary {
  const chronicle = chronicleOf(contents.laws);
  const onDay = standings(contents, chronicle);
  const open = opener(directory);
  const byTitle = lazily(() => Map.groupBy(contents.laws, ({ title }) => plainTitle(title)));
  const search = lazily(() => searchOf(directory, contents));
  const articleOf = (sha256: string, number: string) =>
    open(sha256)?.find((article) => article.number === number) ?? null;
  return {
    all: (day) => [...chronicle.versions.values()].flat().map((law) => onDay(day).get(law.sha256)!),
    called(name, day, how) {
      const title = titleCalled(name, byTitle(), how ?? "or-short");
      return (byTitle().get(title ?? "") ?? [])
        .map((law) => onDay(day).get(law.sha256)!)
        .sort(byStanding(chronicle));
    },
    namedIn: (text) => titleIn(text, byTitle()),
    article: (law, number) => articleOf(law.sha256, number),
    find(words, day, limit) {
      const standing = onDay(day);
      const { index, laws } = search();
      const accept = (which: number, document: number) =>
        standing.get(laws[which]![document]!)!.standing.is === "current";
      return index.find(words, limit, accept).flatMap(({ id, score, share }): ImportedArticle[] => {
        const [sha256, place] = id.split("/") as [string, string];
        const article = open(sha256)?.[Number(place)];
        return article ? [{ law: standing.get(sha256)!, article, score, share }] : [];
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
