import { articleName } from "../../domain/article-name.ts";
import { inForce, type Citation } from "../../domain/citation.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { dayAfter } from "../../domain/skipped-days.ts";
import { note, type Ground } from "./look-up.ts";

/** In force on the day asked about, but not today any more, or about to end. */
export function laterChange(citation: Citation, ground: Ground): DraftBlock[] {
  if (citation.validTo === null) return [];
  return [
    note(ground.say("law.ends", { day: citation.validTo })),
    ...successors(citation, ground, dayAfter(citation.validTo)),
  ];
}

/** Not law on the day: when it begins and what holds until then, or what stands in its place since. */
export function outOfForce(citation: Citation, ground: Ground): DraftBlock[] {
  const { say, lang, day } = ground;
  if (citation.validFrom !== null && citation.validFrom > day) {
    const key = isAmended(citation) ? "law.text-not-yet" : "law.not-yet";
    return [
      note(say(key, { day: citation.validFrom, says: citation.says[lang] })),
      ...predecessors(citation, ground),
    ];
  }
  const since = dayAfter(citation.validTo!);
  return [
    note(say("law.replaced", { since, version: citation.version })),
    ...successors(citation, ground, since),
    note(say("law.old-text", { says: citation.says[lang] })),
  ];
}

/** Of an amended law only the text that is entered begins on its day: the article may be older. */
const isAmended = ({ version }: Citation) => /修正|修订|修改/u.test(version);

/** What is law until the article comes into force: the articles it will replace. */
function predecessors({ id }: Citation, ground: Ground): DraftBlock[] {
  return [...ground.knowledge.provisions.values()]
    .filter((one) => one.replacedByArticles?.includes(id) && inForce(one, ground.day))
    .filter(({ mark }) => mark !== "U")
    .map((one) => articleNow(one, ground));
}

/** What stands in its place: the articles if they are known, else the law. */
function successors(citation: Citation, ground: Ground, since: string): DraftBlock[] {
  const { knowledge, say, lang, day } = ground;
  const articles = (citation.replacedByArticles ?? []).flatMap(
    (ref) => knowledge.provisions.get(ref) ?? [],
  );
  const told = articles
    .filter((article) => inForce(article, day) || (article.validFrom ?? "") >= since)
    .map((article) =>
      inForce(article, day) ? articleNow(article, ground) : articleLater(article, ground),
    );
  const change = citation.change
    ? [note(say("law.change", { change: citation.change[lang] }))]
    : [];
  if (told.length > 0) return [...told, ...change];
  if (citation.replacedByArticles?.length === 0)
    return [note(say("law.nothing-instead")), ...change];
  const successor = citation.replacedBy && knowledge.powers.laws.get(citation.replacedBy);
  return [
    note(
      successor
        ? say("law.new-law", { title: lang === "zh" ? successor.title : successor.titleEn })
        : say("law.successor-unknown"),
    ),
    ...change,
  ];
}

/** What stands in its place on the day asked about; a text that has ended since was law "then", not "now". */
function articleNow(article: Citation, ground: Ground): DraftBlock {
  const { say, lang, today } = ground;
  const key = inForce(article, today) ? "law.now" : "law.then";
  return {
    kind: "fact",
    label: say(key, { name: nameOfArticle(article, ground) }),
    text: article.says[lang],
    cites: [article.id],
  };
}

/** What comes in its place only after the day asked about: it is no source for that day. */
function articleLater(article: Citation, ground: Ground): DraftBlock {
  const { say, lang } = ground;
  const name = nameOfArticle(article, ground);
  return note(say("law.later", { name, from: article.validFrom ?? "", says: article.says[lang] }));
}

function nameOfArticle({ title, titleEn, article }: Citation, { lang }: Ground): string {
  return `${lang === "zh" ? `《${title}》` : `${titleEn}, `}${articleName(article, lang)}`;
}
