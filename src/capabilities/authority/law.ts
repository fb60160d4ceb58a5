import { articleName } from "../../domain/article-name.ts";
import { inForce, type Citation } from "../../domain/citation.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { readLawReference } from "../../language/law-reference.ts";
import type { Powers } from "../../knowledge/powers.ts";
import { relatedArticles } from "../related-articles.ts";
import { relatedNotes } from "../quote.ts";
import { articleQuoted, bothCalled, importedVersions, type Both } from "./imported-law.ts";
import { laterChange, outOfForce } from "./law-change.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";

type LawOnShelf = Powers["laws"] extends Map<string, infer L> ? L : never;

/** Articles listed when only a law is named. */
const MOST_LISTED = 40;

/**
 * `/law 大气污染防治法 117`: what an article decides, whether it is still law, what stands in its place; and its
 * own wording where the zone has imported the law.
 */
export const law: LookUp = {
  names: ["law", "法条", "依据"],
  find(words, ground) {
    const { law: named, article } = readLawReference(words);
    const both = bothCalled(named, lawsCalled(named, ground), ground);
    if (both.shelf.length + both.imported.length === 0) return nearestArticles(words, ground);
    return article === null ? contentsOf(both, ground) : articleOf(both, article, ground);
  },
};

/** No law is called so: articles with these words, to look at. */
function nearestArticles(words: string, ground: Ground): Found {
  const found = relatedArticles(words, ground.library, ground.day);
  const missing = notFound("law", words, ground);
  if (words === "" || found.length === 0) return missing;
  return { ...missing, blocks: [...missing.blocks, ...relatedNotes(found, ground)] };
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
  const told = shelf
    .flatMap((version) => articlesOf(version, article, ground))
    .flatMap((one) => toldArticle(one, ground));
  if (told.length > 0) return { shown: shownOf(shelf), blocks: [...told, ...quote] };
  const missing = articleNotEntered(shelf, article, ground);
  return { ...missing, blocks: [...missing.blocks, ...quote], quotes: quote.length > 1 };
}

/** Every version on the shelf of the law that is named; the one in force on the day first. */
function lawsCalled(named: string, { directory, knowledge, day }: Ground): LawOnShelf[] {
  const { laws } = knowledge.powers;
  const titleFound = (words: string): string | undefined => {
    const [hit] = directory.laws.find(words, 1);
    return hit && (hit.named > 0 || hit.share > 0.6) ? laws.get(hit.id)!.title : undefined;
  };
  const plain = named.replace(/^中华人民共和国/u, "");
  const exact = [...laws.values()].filter(({ title, titleEn }) =>
    [title.replace(/^中华人民共和国/u, ""), titleEn.toLowerCase()].includes(
      /^[\x20-\x7e]+$/.test(plain) ? plain.toLowerCase() : plain,
    ),
  );
  const called = exact.length > 0 ? exact : shortened(plain, [...laws.values()]);
  const title = called[0]?.title ?? titleFound(plain);
  return [...laws.values()]
    .filter((one) => one.title === title)
    .sort((a, b) => Number(inForce(b, day)) - Number(inForce(a, day)) || newer(b, a));
}

const newer = (a: LawOnShelf, b: LawOnShelf) =>
  (a.validFrom ?? "").localeCompare(b.validFrom ?? "");

/** "大气法" for 大气污染防治法: the same characters in the same order; the shortest such title is meant. */
function shortened(words: string, laws: readonly LawOnShelf[]): LawOnShelf[] {
  if (!/^\p{Script=Han}{2,}$/u.test(words)) return [];
  const inOrder = ({ title }: LawOnShelf) => {
    let at = 0;
    for (const character of title) if (character === words[at]) at += 1;
    return at === words.length;
  };
  return laws.filter(inOrder).sort((a, b) => a.title.length - b.title.length);
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

function statusOf(version: LawOnShelf, { say, day, knowledge, lang }: Ground): string {
  const { number, version: called, validFrom, validTo, checkedOn, replacedBy } = version;
  const values = {
    version: number ? `${called}，${number}` : called,
    from: validFrom ?? say("law.unknown-day"),
    checked: checkedOn,
  };
  if (inForce(version, day)) return say("law.in-force", values);
  const successor = replacedBy === null ? undefined : knowledge.powers.laws.get(replacedBy);
  const by = successor ? (lang === "zh" ? `《${successor.title}》` : successor.titleEn) : "";
  if (validTo === null) return say("law.in-force-from", values);
  return by === ""
    ? say("law.ended", { ...values, to: validTo })
    : say("law.ended-by", { ...values, to: validTo, by });
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
      note(ground.say("law.article-not-entered", { title: current!.title, article: name })),
      ...versions.map((version) => note(statusOf(version, ground))),
    ],
  };
}

function shownOf(versions: readonly LawOnShelf[]): Found["shown"] {
  return versions.map(({ id, title, titleEn }) => nameOf(id, { zh: title, en: titleEn }));
}
