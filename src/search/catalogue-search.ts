import type { HandlingKind } from "../domain/approval-item.ts";
import { best } from "./best.ts";
import { CALIBRATION } from "./calibration.ts";
import type {
  CatalogueDocument,
  CatalogueSearch,
  CatalogueSources,
  Circumstances,
  Hit,
  Reason,
} from "./catalogue-document.ts";
import { indexCatalogue, type CatalogueIndex } from "./catalogue-index.ts";
import { confidenceOf, coverageOf } from "./confidence.ts";
import { compileLexicon, matchWords, wordList, type WordList } from "./lexicon.ts";
import { normalise } from "./normalise.ts";
import { queryReader, type QueryReader, type QueryReading } from "./query-reading.ts";
import { contribution, scores, type Query } from "./text-index.ts";

type Catalogue = {
  documents: readonly CatalogueDocument[];
  index: CatalogueIndex;
  read: QueryReader;
  actions: WordList<HandlingKind>;
};

/** A question on its way through the search. */
type Inquiry = {
  reading: QueryReading;
  query: Query;
  actions: ReadonlySet<HandlingKind>;
  accept: (document: CatalogueDocument) => boolean;
};

/** A group that was found: its number, and the documents of it that hold here and now. */
type Candidate = { group: number; score: number; documents: readonly number[] };

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
  const index = indexCatalogue(documents, options.cacheDirectory);
  const read = queryReader(index.groups, compileLexicon(sources.lexicon));
  const actions = wordList(
    sources.actions.flatMap(({ kind, words }) =>
      [...words.zh, ...words.en].map((word) => ({ word, meaning: kind })),
    ),
  );
  const catalogue = { documents, index, read, actions };
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
    accept: (document) => !circumstances || holds(document, circumstances),
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
  const alone = scores(catalogue.index.documents, inquiry.query);
  const together = scores(catalogue.index.groups, inquiry.query);
  const candidates = Array.from(together, (score, group) =>
    candidate(catalogue, inquiry, alone, group, score),
  );
  const ranked = best(
    Float32Array.from(candidates, ({ score }) => score),
    limit + 1,
  );
  return ranked.slice(0, limit).map(({ document: group }, rank) => {
    const rival = ranked[rank === 0 ? 1 : 0];
    return hitOf(catalogue, inquiry, alone, candidates[group]!, rival?.score ?? 0);
  });
}

/** A group is as good as its best document and as all of them together. */
function candidate(
  { documents, index }: Catalogue,
  inquiry: Inquiry,
  alone: Float32Array,
  group: number,
  together: number,
): Candidate {
  const own: number[] = [];
  let highest = 0;
  for (let number = index.starts[group]!; number < index.starts[group + 1]!; number++) {
    if (!inquiry.accept(documents[number]!)) continue;
    own.push(number);
    highest = Math.max(highest, alone[number]!);
  }
  const share = CALIBRATION.groupShare;
  return {
    group,
    documents: own,
    score: own.length === 0 ? 0 : (1 - share) * highest + share * together,
  };
}

function hitOf(
  catalogue: Catalogue,
  inquiry: Inquiry,
  alone: Float32Array,
  found: Candidate,
  rival: number,
): Hit {
  const number = meantDocument(catalogue, inquiry, alone, found);
  const { id, group, kind } = catalogue.documents[number]!;
  const { groups } = catalogue.index;
  const coverage = coverageOf(
    groups,
    inquiry.reading,
    (feature) => contribution(groups, feature, found.group) > 0,
  );
  const confidence = confidenceOf({
    coverage,
    lead: Math.max(0, 1 - rival / found.score),
    score: found.score,
  });
  const why = reasons(catalogue, inquiry, number, found.group);
  const rest = found.score - why.reduce((sum, reason) => sum + reason.score, 0);
  // The action may choose another document than the best one: the group answers for the difference.
  if (rest > 1e-3) why.push({ feature: group, source: "group", score: rest });
  return { id, group, kind, score: found.score, confidence, why };
}

/** Of a group's handling items the one that was meant; of a group without any, the best document. */
function meantDocument(
  { documents }: Catalogue,
  { actions }: Inquiry,
  alone: Float32Array,
  found: Candidate,
): number {
  const handling = found.documents.filter((number) => documents[number]!.kind === "handling");
  const fit = (number: number) => alone[number]! * actionBonus(documents[number]!.action, actions);
  return (handling.length > 0 ? handling : found.documents).reduce((a, b) =>
    fit(b) > fit(a) ? b : a,
  );
}

/** Who names no action most often wants to begin. */
function actionBonus(action: HandlingKind | undefined, named: ReadonlySet<HandlingKind>): number {
  if (action === undefined) return 1;
  if (named.has(action)) return CALIBRATION.actionBonus.named;
  return named.size === 0 && BEGINNINGS.has(action) ? CALIBRATION.actionBonus.beginning : 1;
}

const BEGINNINGS: ReadonlySet<HandlingKind> = new Set(["new", "file", "report", "confirm"]);

function explainDocument(catalogue: Catalogue, text: string, id: string): Reason[] {
  const number = catalogue.documents.findIndex((document) => document.id === id);
  if (number < 0) return [];
  const group = catalogue.index.starts.findIndex((start) => start > number) - 1;
  return reasons(catalogue, inquire(catalogue, text), number, group);
}

/** What each feature adds to a document, by itself and through its group; heaviest first. */
function reasons(
  { index, documents }: Catalogue,
  inquiry: Inquiry,
  number: number,
  group: number,
): Reason[] {
  const share = CALIBRATION.groupShare;
  const found: Reason[] = inquiry.reading.wanted
    .map(({ feature, weight, source }) => {
      const alone = contribution(index.documents, feature, number);
      const together = contribution(index.groups, feature, group);
      return { feature, source, score: weight * ((1 - share) * alone + share * together) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const { action } = documents[number]!;
  return action && inquiry.actions.has(action)
    ? [...found, { feature: action, source: "action", score: 0 }]
    : found;
}
