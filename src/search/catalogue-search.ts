import type { HandlingKind } from "../domain/approval-item.ts";
import { best } from "./best.ts";
import { CALIBRATION } from "./calibration.ts";
import { catalogueIndex } from "./catalogue-index.ts";
import type {
  CatalogueDocument,
  CatalogueSearch,
  CatalogueSources,
  Circumstances,
  Hit,
  Reason,
} from "./catalogue-document.ts";
import { confidenceOf, coverageOf } from "./confidence.ts";
import { groupingOf, groupScores, type Grouping } from "./group-scores.ts";
import { compileLexicon, matchWords, wordList, type WordList } from "./lexicon.ts";
import { normalise } from "./normalise.ts";
import { queryReader, type QueryReader, type QueryReading } from "./query-reading.ts";
import { contribution, holdsBetween, scores, type TextIndex } from "./text-index.ts";

type Catalogue = {
  documents: readonly CatalogueDocument[];
  index: TextIndex;
  grouping: Grouping;
  read: QueryReader;
  actions: WordList<HandlingKind>;
};

/** A question on its way through the search. */
type Inquiry = {
  reading: QueryReading;
  query: ReadonlyMap<string, number>;
  actions: ReadonlySet<HandlingKind>;
  accept: (document: number) => boolean;
};

/** A group with its score, before it becomes a hit. */
type Candidate = { group: number; score: number };

/**
 * Build the search over the catalogue.
 * @param sources plain documents and the words people use, in any order
 * @param options cacheDirectory: where the built index is kept between starts; absent: built every time
 */
export function buildCatalogueSearch(
  sources: CatalogueSources,
  options: { cacheDirectory?: string } = {},
): CatalogueSearch {
  const documents = byGroup(sources.documents);
  const index = catalogueIndex(documents, options.cacheDirectory);
  const catalogue: Catalogue = {
    documents,
    index,
    grouping: groupingOf(documents),
    read: queryReader(index, compileLexicon(sources.lexicon)),
    actions: wordList(
      sources.actions.flatMap(({ kind, words }) =>
        [...words.zh, ...words.en].map((word) => ({ word, meaning: kind })),
      ),
    ),
  };
  return {
    find: (text, circumstances) =>
      find(catalogue, inquire(catalogue, text, circumstances), circumstances.limit ?? 5),
    explain: (text, id) => explainDocument(catalogue, text, id),
  };
}

function byGroup(documents: readonly CatalogueDocument[]): CatalogueDocument[] {
  const order = new Map<string, number>();
  for (const { group } of documents) if (!order.has(group)) order.set(group, order.size);
  return [...documents].sort((a, b) => order.get(a.group)! - order.get(b.group)!);
}

function inquire(catalogue: Catalogue, text: string, circumstances?: Circumstances): Inquiry {
  const normalised = normalise(text);
  const reading = catalogue.read(normalised);
  return {
    reading,
    query: new Map(reading.wanted.map(({ feature, weight }) => [feature, weight])),
    actions: new Set(matchWords(catalogue.actions, normalised).map(({ meaning }) => meaning)),
    accept: (document) => !circumstances || holds(catalogue.documents[document]!, circumstances),
  };
}

/** Whether a document is valid on that day, at that level and in that zone. */
function holds(document: CatalogueDocument, { at, level, zone }: Circumstances): boolean {
  const day = at.slice(0, 10);
  const begun = !document.validFrom || document.validFrom <= day;
  const ended = Boolean(document.validTo) && document.validTo! < day;
  const here = (own: string | undefined, asked: string | undefined) =>
    !own || !asked || own === asked;
  return begun && !ended && here(document.level, level) && here(document.zone, zone);
}

function find(catalogue: Catalogue, inquiry: Inquiry, limit: number): Hit[] {
  const { index, grouping } = catalogue;
  const alone = scores(index, inquiry.query);
  const together = groupScores(index, grouping, inquiry.query, inquiry.accept);
  const ranked = best(pooled(alone, together, grouping, inquiry.accept), limit + 1);
  return ranked.slice(0, limit).map(({ document: group, score }, rank) => {
    const rival = ranked[rank === 0 ? 1 : 0];
    return hitOf(catalogue, inquiry, alone, { group, score }, rival?.score ?? 0);
  });
}

/** A group is as good as its best document, helped by what its other documents add. */
function pooled(
  alone: Float32Array,
  together: Float32Array,
  { of }: Grouping,
  accept: (document: number) => boolean,
): Float32Array {
  const highest = new Float32Array(together.length);
  alone.forEach((score, document) => {
    if (score > highest[of[document]!]! && accept(document)) highest[of[document]!] = score;
  });
  return highest.map(
    (score, group) => (1 - CALIBRATION.pooling) * score + CALIBRATION.pooling * together[group]!,
  );
}

function hitOf(
  catalogue: Catalogue,
  inquiry: Inquiry,
  alone: Float32Array,
  { group, score }: Candidate,
  rival: number,
): Hit {
  const number = meantDocument(catalogue, inquiry, alone, group);
  const { id, group: name, kind } = catalogue.documents[number]!;
  const [first, last] = rangeOf(catalogue.grouping, group);
  const explains = (feature: string) => holdsBetween(catalogue.index, feature, first, last);
  const coverage = coverageOf(catalogue.index, inquiry.reading, explains);
  const confidence = confidenceOf({ coverage, lead: Math.max(0, 1 - rival / score), score });
  return {
    id,
    group: name,
    kind,
    score,
    confidence,
    why: reasons(catalogue, inquiry, number, score),
  };
}

/** Within a group the words of action choose; without any, the best document. */
function meantDocument(
  { documents, grouping }: Catalogue,
  inquiry: Inquiry,
  alone: Float32Array,
  group: number,
): number {
  const [first, last] = rangeOf(grouping, group);
  const own = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    inquiry.accept,
  );
  const byAction = own.filter((number) => inquiry.actions.has(documents[number]!.action!));
  return (byAction.length > 0 ? byAction : own).reduce((a, b) => (alone[b]! > alone[a]! ? b : a));
}

function rangeOf({ of }: Grouping, group: number): [first: number, last: number] {
  return [of.indexOf(group), of.lastIndexOf(group)];
}

function explainDocument(catalogue: Catalogue, text: string, id: string): Reason[] {
  const number = catalogue.documents.findIndex((document) => document.id === id);
  return number < 0 ? [] : reasons(catalogue, inquire(catalogue, text), number);
}

/** @param total score of the group, when what the group adds shall be shown as well */
function reasons(
  { index, documents }: Catalogue,
  inquiry: Inquiry,
  number: number,
  total?: number,
): Reason[] {
  const found: Reason[] = inquiry.reading.wanted
    .map(({ feature, weight, source }) => ({
      feature,
      source,
      score: weight * contribution(index, feature, number),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const { action, group } = documents[number]!;
  if (action && inquiry.actions.has(action))
    found.push({ feature: action, source: "action", score: 0 });
  const rest = (total ?? 0) - found.reduce((sum, { score }) => sum + score, 0);
  return rest > 0 ? [...found, { feature: group, source: "group", score: rest }] : found;
}
