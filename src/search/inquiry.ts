import type { HandlingKind } from "../domain/handling-item.ts";
import { withoutAsking } from "./asking.ts";
import type { CatalogueDocument, CatalogueSources, Circumstances } from "./catalogue-document.ts";
import { indexCatalogue, type CatalogueIndex } from "./catalogue-index.ts";
import { compileLexicon, matchWords, meaningsOf, wordList, type WordList } from "./lexicon.ts";
import { normalise } from "./normalise.ts";
import { queryReader, type QueryReader, type QueryReading } from "./query-reading.ts";
import type { Query } from "./text-index.ts";

const HAN = /\p{Script=Han}/u;

/** The catalogue made ready for questions. */
export type Catalogue = {
  /** In index order: the documents of a group next to each other. */
  documents: readonly CatalogueDocument[];
  index: CatalogueIndex;
  read: QueryReader;
  actions: WordList<HandlingKind>;
  /** Every title and alias, with the group it names. */
  names: WordList<string>;
};

/** A question on its way through the search. */
export type Inquiry = {
  reading: QueryReading;
  query: Query;
  actions: ReadonlySet<HandlingKind>;
  /** Whether there is any Chinese in it. */
  chinese: boolean;
  /** Groups of which the whole question is a name. */
  named: ReadonlySet<string>;
  /** Whether a document holds on the day, at the level and in the zone of the question. */
  accept: (document: CatalogueDocument) => boolean;
};

/** Make the catalogue ready: index it, and compile the words people use. */
export function prepareCatalogue(sources: CatalogueSources, cacheDirectory?: string): Catalogue {
  const documents = byGroup(sources.documents);
  const index = indexCatalogue(documents, cacheDirectory);
  const actions = sources.actions.flatMap(({ kind, words }) =>
    [...words.zh, ...words.en].map((word) => ({ word, meaning: kind })),
  );
  const names = documents.flatMap(({ group, fields }) =>
    [...fields.title, ...fields.aliases].map((word) => ({ word, meaning: group })),
  );
  const read = queryReader(index.groups, compileLexicon(sources.lexicon));
  return { documents, index, read, actions: wordList(actions), names: wordList(names) };
}

function byGroup(documents: readonly CatalogueDocument[]): CatalogueDocument[] {
  const order = new Map<string, number>();
  for (const { group } of documents) if (!order.has(group)) order.set(group, order.size);
  return [...documents].sort((a, b) => order.get(a.group)! - order.get(b.group)!);
}

/**
 * Understand a text as a question to the catalogue.
 * @param circumstances absent: every document is accepted
 */
export function inquire(
  catalogue: Catalogue,
  text: string,
  circumstances?: Circumstances,
): Inquiry {
  const normalised = normalise(text);
  const reading = catalogue.read(normalised);
  return {
    reading,
    query: new Map(reading.wanted.map(({ feature, weight }) => [feature, weight])),
    actions: new Set(matchWords(catalogue.actions, normalised).map(({ meaning }) => meaning)),
    chinese: HAN.test(normalised),
    named: new Set(meaningsOf(catalogue.names, withoutAsking(normalised))),
    accept: (document) => !circumstances || holds(document, circumstances),
  };
}

function holds(document: CatalogueDocument, { at, level, zone }: Circumstances): boolean {
  const day = at.slice(0, 10);
  const begun = !document.validFrom || document.validFrom <= day;
  const ended = Boolean(document.validTo) && document.validTo! < day;
  const here = (own: string | undefined, asked: string | undefined) =>
    !own || !asked || own === asked;
  return begun && !ended && here(document.level, level) && here(document.zone, zone);
}
