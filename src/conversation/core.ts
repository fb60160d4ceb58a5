import { buildDirectory, packageSearch } from "../capabilities/directory.ts";
import { catalogueDocuments } from "../capabilities/ask/documents.ts";
import { insistingDoors, mentionFinder } from "../capabilities/ask/mentions.ts";
import type { Language } from "../domain/language.ts";
import type { Reply } from "../domain/message.ts";
import type { Knowledge } from "../knowledge/load.ts";
import { openLawLibrary } from "../library/law-library.ts";
import { aspectReader } from "../language/aspects.ts";
import { buildCatalogueSearch } from "../search/catalogue-search.ts";
import { takingTurns, type TurnTools } from "./take-turn.ts";
import type { Take } from "./drain.ts";
import { createUnderstanding } from "./understand.ts";

/** What can be said and found without a database: the turn itself. */
export type Core = {
  take: Take;
  tools: TurnTools;
  /** Kind words for a turn that failed. */
  apologise(lang: Language, reference: string): Reply;
};

/**
 * Assemble the core from checked knowledge.
 * @param options cacheDirectory keeps the built search index between starts; lawsDirectory holds imported laws,
 *   which are opened when they are asked for; now is this machine's clock
 */
export function createCore(
  knowledge: Knowledge,
  options: { cacheDirectory?: string; lawsDirectory?: string; now?: () => Date } = {},
): Core {
  const { lexicon, wording } = knowledge;
  const search = buildCatalogueSearch(
    {
      documents: catalogueDocuments(knowledge),
      lexicon: lexicon.everyday,
      actions: lexicon.actions,
    },
    options.cacheDirectory === undefined ? {} : { cacheDirectory: options.cacheDirectory },
  );
  const tools: TurnTools = {
    knowledge,
    search,
    readAspects: aspectReader(lexicon),
    mentions: mentionFinder(knowledge.catalogue),
    directory: buildDirectory(knowledge),
    library: openLawLibrary(options.lawsDirectory ?? null),
    packages: packageSearch(knowledge),
    insistedDoor: insistingDoors(knowledge.outside.values()),
    understand: createUnderstanding(lexicon),
    now: options.now ?? (() => new Date()),
  };
  return {
    take: takingTurns(tools),
    tools,
    apologise: (lang, reference) => ({
      lang,
      blocks: [{ kind: "note", text: wording[lang]("failed.apology", { reference }) }],
      choices: [],
      citations: [],
    }),
  };
}
