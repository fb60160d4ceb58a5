import { inForce } from "../../domain/citation.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { plainTitle, sinceOf } from "../../knowledge/law-text/validity.ts";
import type { ImportedLaw } from "../../library/law-library.ts";
import { nameOfNumber, quoted, standingWords, titleOf, versionOf } from "../quote.ts";
import { fits, type LawOnShelf } from "./law-named.ts";
import { note, type Ground } from "./look-up.ts";

/** One law, as far as the shelf and the zone's own copies hold it: each with its versions, today's first. */
export type Both = { shelf: LawOnShelf[]; imported: ImportedLaw[] };

/**
 * The imported versions of the law that is named. A title in full wins: /law 烟草专卖法 does not mean the
 * shelf's 烟草专卖法实施条例, which only has the same characters in order.
 * @param shelf what the shelf takes the name for
 */
export function bothCalled(named: string, shelf: LawOnShelf[], { library, day }: Ground): Both {
  const exact = library.called(named, day, "exactly");
  const title = shelf[0]?.title;
  if (exact.length > 0) {
    const same = title !== undefined && bareTitle(title) === plainTitle(exact[0]!.title);
    return { shelf: same ? shelf : [], imported: exact };
  }
  return {
    shelf,
    imported:
      title === undefined
        ? library.called(named, day).filter((law) => fits(named, law.title))
        : library.called(bareTitle(title), day, "exactly"),
  };
}

/** The shelf marks old texts in the title: "…法（2019年文本，已失效）". */
const bareTitle = (title: string) => plainTitle(title.replace(/（[^（）]*已失效）$/u, ""));

/** The article's own wording: of the version in force on the day, else of the newest, with what it is today. */
export function articleQuoted(
  { shelf, imported }: Both,
  number: string,
  ground: Ground,
): DraftBlock[] {
  for (const law of imported) {
    const article = ground.library.article(law, number);
    if (article) return quoted({ law, article }, standingBeside(law, shelf, ground), ground);
  }
  const [newest] = imported;
  if (!newest) return [];
  const { say, lang } = ground;
  const values = { version: versionOf(newest, say, lang), article: nameOfNumber(number, lang) };
  return [note(say("law.imported.no-article", values))];
}

/** Every imported version with its file, for when only the law is named. */
export function importedVersions({ shelf, imported }: Both, ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  const [first] = imported;
  if (!first) return [];
  return [
    ...(shelf.length === 0 ? [{ kind: "heading" as const, text: titleOf(first) }] : []),
    ...imported.flatMap((law) => [
      note(
        say("law.imported", {
          version: versionOf(law, say, lang),
          n: law.articles,
          file: law.file,
          sha: law.sha256.slice(0, 12),
        }),
      ),
      note(standingBeside(law, shelf, ground)),
    ]),
    note(say("law.imported.ask-article", { title: plainTitle(first.title) })),
  ];
}

/** What a version is on the day: the shelf, which is reviewed, knows better when the copy is older. */
function standingBeside(law: ImportedLaw, shelf: readonly LawOnShelf[], ground: Ground): string {
  const { say, day } = ground;
  if (law.standing.is !== "current") return standingWords(law, ground);
  const current = shelf.find((version) => inForce(version, day));
  const ended = shelf.flatMap(({ validTo }) => (validTo !== null && validTo < day ? validTo : []));
  if (!current && ended.length > 0)
    return say("law.standing.ended-on-shelf", { to: lastOf(ended) });
  if (current && isOlder(law, current))
    return say("law.standing.older-than-shelf", { version: current.version });
  return standingWords(law, ground);
}

const lastOf = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b));

/** Older by its day and by the year of its version: a decision may come into force after the day it was made. */
function isOlder(law: ImportedLaw, { validFrom, version }: LawOnShelf): boolean {
  const since = sinceOf(law);
  if (since === null || validFrom === null || validFrom <= since) return false;
  return version.slice(0, 4) > (law.version ?? since).slice(0, 4);
}
