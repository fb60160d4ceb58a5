import { readLawReference } from "../language/law-reference.ts";
import type { ImportedArticle, LawLibrary } from "../library/law-library.ts";

const MOST = 3;
/** Below this share of the words' weight an article only shares a few characters with them. */
const SHARE = 0.35;
/** An article, a title in book marks. */
const NAMES_LAW = /《[^》]{2,60}》|第\s*[零〇一二两三四五六七八九十百千\d]{1,8}\s*条/u;

/** Whether a message names a law or an article: a title in book marks, 第…条, or the title of an imported law. */
export function namesLaw(text: string, library: LawLibrary): boolean {
  return NAMES_LAW.test(text) || library.namedIn(text) !== null;
}

/**
 * Imported articles that fit some words: the very article if one is named, then the nearest by their wording.
 * @returns only what is in force on the day; empty when nothing was imported or nothing is near
 */
export function relatedArticles(
  words: string,
  library: LawLibrary,
  day: string,
): Pick<ImportedArticle, "law" | "article">[] {
  const named = namedArticle(words, library, day);
  const found = library.find(words, day, MOST).filter(({ share }) => share >= SHARE);
  const others = found.filter(({ article }) => article !== named?.article);
  return [...(named ? [named] : []), ...others].slice(0, MOST);
}

function namedArticle(
  words: string,
  library: LawLibrary,
  day: string,
): Pick<ImportedArticle, "law" | "article"> | null {
  const title = library.namedIn(words);
  const { article: number } = readLawReference(words);
  if (title === null || number === null) return null;
  for (const law of library.called(title, day, "exactly")) {
    const article = library.article(law, number);
    if (article && law.standing.is === "current") return { law, article };
  }
  return null;
}
