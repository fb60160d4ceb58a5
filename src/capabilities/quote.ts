import { articleName, versionInEnglish } from "../domain/article-name.ts";
import type { DraftBlock } from "../domain/draft.ts";
import type { Language } from "../domain/language.ts";
import { wordingOf } from "../knowledge/law-text/parsed-law.ts";
import { sinceOf } from "../knowledge/law-text/validity.ts";
import type { Say } from "../knowledge/wording.ts";
import type { ImportedArticle, ImportedLaw } from "../library/law-library.ts";

/** Who is spoken to, and on which day. */
export type Reader = { say: Say; lang: Language; day: string };

/** The longest wording shown; what is longer is a list of definitions or an annex. */
const LONGEST_QUOTE = 3_000;

/**
 * An article in the words of the law, with the file it comes from: a note, because OneDoor itself states nothing.
 * @param standing sentence on whether it is law on the day
 */
export function quoted(
  { law, article }: Pick<ImportedArticle, "law" | "article">,
  standing: string,
  { say, lang }: Reader,
): DraftBlock[] {
  const wording = wordingOf(article);
  const rest = say("law.quoted.cut", { n: wording.length });
  const shown = wording.length > LONGEST_QUOTE ? wording.slice(0, LONGEST_QUOTE) + rest : wording;
  const source = say("law.quoted.source", {
    title: titleOf(law),
    article: article.name,
    version: versionOf(law, say, lang),
    file: law.file,
    sha: law.sha256.slice(0, 12),
  });
  return [
    { kind: "heading", text: say("law.quoted") },
    { kind: "note", text: `“${shown}”` },
    { kind: "note", text: source },
    { kind: "note", text: standing },
  ];
}

/** Whether a version is law on the day, as the imported texts tell. */
export function standingWords(law: ImportedLaw, { say, lang, day }: Reader): string {
  const { standing } = law;
  switch (standing.is) {
    case "current": {
      const since = sinceOf(law);
      return say("law.standing.current", {
        day,
        since: since === null ? "" : say("law.standing.since", { since }),
      });
    }
    case "not-yet":
      return say("law.standing.not-yet", { from: standing.from });
    case "superseded":
      return say("law.standing.superseded", {
        since: standing.since,
        version: versionOf(standing.by, say, lang),
      });
    case "repealed":
      return say("law.standing.repealed", { since: standing.since, by: standing.by.title });
  }
}

/** Characters of an article in a list of several. */
const EXCERPT = 120;

/** Articles that were found by their words, each with its beginning: something to look at, not an answer. */
export function relatedNotes(
  found: readonly Pick<ImportedArticle, "law" | "article">[],
  { say, lang }: Reader,
): DraftBlock[] {
  if (found.length === 0) return [];
  const lines = found.map(({ law, article }): DraftBlock => {
    const wording = wordingOf(article).replaceAll("\n", "");
    const excerpt = wording.length > EXCERPT ? `${wording.slice(0, EXCERPT)}……` : wording;
    const version = versionOf(law, say, lang);
    return { kind: "note", text: `《${titleOf(law)}》${article.name}（${version}）：${excerpt}` };
  });
  return [{ kind: "heading", text: say("related.label") }, ...lines];
}

export function titleOf({ title, part }: Pick<ImportedLaw, "title" | "part">): string {
  return part === null ? title : `${title} ${part}`;
}

export function versionOf(
  { version }: Pick<ImportedLaw, "version">,
  say: Say,
  lang: Language,
): string {
  if (version === null) return say("law.version-unknown");
  return lang === "zh" ? version : versionInEnglish(version);
}

/** The article's name in a sentence of OneDoor's own: 第十六条 / Article 16. */
export function nameOfNumber(number: string, lang: Language): string {
  const [main, sub] = number.split("-") as [string, string | undefined];
  if (sub === undefined || lang === "en") return articleName(number, lang);
  return `${articleName(main, lang)}之${articleName(sub, lang).slice(1, -1)}`;
}
