import { articleName } from "../../domain/article-name.ts";
import { inForce, type Citation } from "../../domain/citation.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { readLawReference } from "../../language/law-reference.ts";
import { relatedArticles } from "../related-articles.ts";
import { relatedNotes } from "../quote.ts";
import { articleQuoted, bothCalled, importedVersions, type Both } from "./imported-law.ts";
import { laterChange, outOfForce } from "./law-change.ts";
import { lawsCalled, titlesNear, type LawOnShelf } from "./law-named.ts";
import { statusOf } from "./law-status.ts";
import { repealTold } from "./law-repealed.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";

/** Articles listed when only a law is named. */
const MOST_LISTED = 40;

/**
 * `/law 大气污染防治法 117`: what an article decides, whether it is still law, what stands in its place; and its
 * own wording where the zone has imported the law.
 */
export const law: LookUp = {
  names: ["law", "法条", "依据"],
  find(words, ground) {
    if (words === "") return notFound("law", words, ground);
    const { law: named, article } = readLawReference(words);
    const both = bothCalled(named, lawsCalled(named, ground), ground);
    if (both.shelf.length + both.imported.length === 0)
      return nearest(words, named, article, ground);
    return article === null ? contentsOf(both, ground) : articleOf(both, article, ground);
  },
};

/** No law is called so: one that says it was repealed, titles that are near, articles with these words. */
function nearest(words: string, named: string, article: string | null, ground: Ground): Found {
  const related = relatedNotes(relatedArticles(words, ground.library, ground.day), ground);
  const missing = notFound("law", words, ground);
  const repealed = repealTold(named, ground);
  return {
    ...missing,
    blocks: [...repealed, ...missing.blocks, ...related],
    choices: titlesNear(named, ground).map((title) => ({
      label: title,
      text: `/law ${title}${article === null ? "" : ` ${article}`}`,
    })),
  };
}

function contentsOf(both: Both, ground: Ground): Found {
  const imported = importedVersions(both, ground);
  if (both.shelf.length === 0) return { shown: [], blocks: imported, quotes: true };
  const found = contents(both.shelf, ground);
  return { ...found, blocks: [...found.blocks, ...imported] };
}

/** The shelf's own words and, beside them, the wording of the law. */
function articleOf(both: Both, article: string, ground: Ground): Found {
  const { shelf } = both;
  const quote = articleQuoted(both, article, ground);
  if (shelf.length === 0) return { shown: [], blocks: quote, quotes: true };
  const articles = shelf.flatMap((version) => articlesOf(version, article, ground));
  const current = articles.filter((one) => inForce(one, ground.day));
  // The text of that day is what was asked for; another one is told only where there is none.
  const told = (current.length > 0 ? current : articles).flatMap((one) => toldArticle(one, ground));
  if (told.length > 0) return { shown: shownOf(shelf), blocks: [...told, ...quote] };
  const missing = articleNotEntered(shelf, article, ground);
  return { ...missing, blocks: [...missing.blocks, ...quote], quotes: quote.length > 1 };
}

/** The article itself and, where it is entered in parts, its parts: 35, 35(1). */
function articlesOf(version: LawOnShelf, article: string, { knowledge }: Ground): Citation[] {
  return version.articles
    .filter((one) => one === article || one.startsWith(`${article}(`))
    .map((one) => knowledge.provisions.get(`${version.id}/${one}`)!)
    .filter(({ mark }) => mark !== "U");
}

function toldArticle(citation: Citation, ground: Ground): DraftBlock[] {
  const { lang, day } = ground;
  const heading = `${lang === "zh" ? `《${citation.title}》` : `${citation.titleEn}, `}${articleName(citation.article, lang)}`;
  if (inForce(citation, day))
    return [
      { kind: "heading", text: heading },
      { kind: "lead", text: citation.says[lang], cites: [citation.id] },
      ...laterChange(citation, ground),
    ];
  return [{ kind: "heading", text: heading }, ...outOfForce(citation, ground)];
}

/** Only the law was named: its versions and the articles that are entered. */
function contents(versions: readonly LawOnShelf[], ground: Ground): Found {
  const { say, lang, knowledge, day } = ground;
  const current = versions.find((version) => inForce(version, day)) ?? versions[0]!;
  const title = lang === "zh" ? current.title : current.titleEn;
  const articles = current.articles.flatMap((article) => {
    const citation = knowledge.provisions.get(`${current.id}/${article}`)!;
    return citation.mark === "U" ? [] : [citation];
  });
  const items = articles.slice(0, MOST_LISTED).map((citation) => ({
    text: `${articleName(citation.article, lang)}${lang === "zh" ? "：" : ": "}${citation.says[lang]}`,
    cites: [citation.id],
  }));
  return {
    shown: shownOf(versions),
    blocks: [
      { kind: "heading", text: title },
      ...versions.map((version) => note(statusOf(version, ground))),
      ...(inForce(current, day) && items.length > 0
        ? [
            {
              kind: "list" as const,
              label: say("law.articles", { n: articles.length }),
              items,
              cites: items.flatMap(({ cites }) => cites),
            },
          ]
        : []),
    ],
  };
}

function articleNotEntered(
  versions: readonly LawOnShelf[],
  article: string,
  ground: Ground,
): Found {
  const name = articleName(article, ground.lang);
  const [current] = versions;
  return {
    shown: shownOf(versions),
    blocks: [
      note(
        ground.say("law.article-not-entered", {
          title: ground.lang === "zh" ? current!.title : current!.titleEn,
          article: name,
        }),
      ),
      ...versions.map((version) => note(statusOf(version, ground))),
    ],
  };
}

function shownOf(versions: readonly LawOnShelf[]): Found["shown"] {
  return versions.map(({ id, title, titleEn }) => nameOf(id, { zh: title, en: titleEn }));
}
