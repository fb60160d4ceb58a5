import { best, type Scored } from "./best.ts";
import { addPosting, byTerm, emptyPostings } from "./postings.ts";

/** How much a field counts, and how strongly its length weakens a word in it (BM25's b, 0..1). */
export type FieldSettings = { weight: number; lengthPenalty: number };

/** Settings of an index; `saturation` is BM25's k1. Fields stand in the order of IndexedDocument.fields. */
export type IndexSettings = { saturation: number; fields: readonly FieldSettings[] };

/** A document as the index sees it: its features, field by field. */
export type IndexedDocument = { id: string; fields: readonly (readonly string[])[] };

/** A BM25 index over weighted fields. Only numbers and names: it can be written to a file as it is. */
export type TextIndex = {
  ids: readonly string[];
  /** Feature -> term number. */
  terms: ReadonlyMap<string, number>;
  /** Where the stretch of each term begins in `documents` and `impacts`; one more than there are terms. */
  starts: Uint32Array;
  /** Document numbers, ascending within a term. */
  documents: Uint32Array;
  /** What a term adds to the score of that document. */
  impacts: Float32Array;
  /** Inverse document frequency by term number. */
  rarity: Float32Array;
};

/** What is looked for: feature -> weight. */
export type Query = ReadonlyMap<string, number>;

/**
 * Build the index: BM25 over weighted fields (Robertson, Zaragoza and Taylor 2004: counts of the fields are
 * weighted, then saturated once), with the never negative logarithm ln(1 + (N - n + ½) / (n + ½)) as rarity.
 * @param documents read once, in order; their position is their document number
 */
export function buildIndex(
  documents: Iterable<IndexedDocument>,
  settings: IndexSettings,
): TextIndex {
  const width = settings.fields.length;
  const ids: string[] = [];
  const lengths: number[] = [];
  const terms = new Map<string, number>();
  const postings = emptyPostings();
  for (const document of documents) {
    for (let field = 0; field < width; field++) {
      const features = document.fields[field] ?? [];
      lengths.push(features.length);
      const place = ids.length * width + field;
      for (const [term, count] of countTerms(features, terms))
        addPosting(postings, term, place, count);
    }
    ids.push(document.id);
  }
  const weights = fieldWeights(lengths, settings.fields);
  return { ids, terms, ...weigh(byTerm(postings, terms.size), weights, ids.length, settings) };
}

function countTerms(features: readonly string[], terms: Map<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of features) {
    let term = terms.get(feature);
    if (term === undefined) terms.set(feature, (term = terms.size));
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** What one occurrence counts in each field of each document; the mean length is taken over filled fields. */
function fieldWeights(lengths: readonly number[], fields: readonly FieldSettings[]): Float32Array {
  const width = fields.length;
  const means = fields.map((_, field) => {
    const filled = lengths.filter((length, place) => place % width === field && length > 0);
    return filled.reduce((sum, length) => sum + length, 0) / Math.max(filled.length, 1);
  });
  return Float32Array.from(lengths, (length, place) => {
    const { weight, lengthPenalty } = fields[place % width]!;
    return length === 0
      ? 0
      : weight / (1 - lengthPenalty + (lengthPenalty * length) / means[place % width]!);
  });
}

/** Join the fields of each document and turn counts into what they add to a score. */
function weigh(
  ordered: ReturnType<typeof byTerm>,
  weights: Float32Array,
  size: number,
  settings: IndexSettings,
): Pick<TextIndex, "starts" | "documents" | "impacts" | "rarity"> {
  const { saturation, fields } = settings;
  const starts = new Uint32Array(ordered.starts.length);
  const documents = new Uint32Array(ordered.places.length);
  const impacts = new Float32Array(ordered.places.length);
  const rarity = new Float32Array(starts.length - 1);
  let end = 0;
  for (let term = 0; term < rarity.length; term++) {
    starts[term] = end;
    for (let at = ordered.starts[term]!; at < ordered.starts[term + 1]!; at++) {
      const place = ordered.places[at]!;
      const document = Math.floor(place / fields.length);
      if (end === starts[term] || documents[end - 1] !== document) documents[end++] = document;
      impacts[end - 1]! += ordered.counts[at]! * weights[place]!;
    }
    rarity[term] = rarityOf(end - starts[term]!, size);
    for (let at = starts[term]!; at < end; at++)
      impacts[at] = (rarity[term]! * impacts[at]! * (saturation + 1)) / (saturation + impacts[at]!);
  }
  starts[rarity.length] = end;
  return { starts, documents: documents.slice(0, end), impacts: impacts.slice(0, end), rarity };
}

function rarityOf(holding: number, size: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
}

/** Rarity of a feature; one that no document holds is as rare as can be. */
export function rarity(index: TextIndex, feature: string): number {
  const term = index.terms.get(feature);
  return term === undefined ? rarityOf(0, index.ids.length) : index.rarity[term]!;
}

/**
 * Score of every document.
 * @param into an array as long as there are documents; it is overwritten and returned, so that a caller who asks
 *   often need not make a new one
 */
export function scores(
  index: TextIndex,
  query: Query,
  into: Float32Array = new Float32Array(index.ids.length),
): Float32Array {
  const { terms, starts, documents, impacts } = index;
  into.fill(0);
  // forEach, not for…of: V8 makes twice as fast code of the inner loop this way (measured, Node 24).
  query.forEach((weight, feature) => {
    const term = terms.get(feature);
    if (term !== undefined)
      addStretch(documents, impacts, starts[term]!, starts[term + 1]!, weight, into);
  });
  return into;
}

/** The innermost loop, on bare arrays. */
function addStretch(
  documents: Uint32Array,
  impacts: Float32Array,
  start: number,
  end: number,
  weight: number,
  into: Float32Array,
): void {
  for (let at = start; at < end; at++) into[documents[at]!]! += weight * impacts[at]!;
}

/**
 * The best documents for a query.
 * @param options limit: most results; accept: documents, by number, that may be found
 * @returns best first, equal scores in document order; documents without any of the features never appear
 */
export function search(
  index: TextIndex,
  query: Query,
  options: { limit: number; accept?: (document: number) => boolean },
): Scored[] {
  return best(scores(index, query, scratchOf(index)), options.limit, options.accept);
}

/** One array of scores per index, used again by every search: nothing of it outlives the call. */
const scratches = new WeakMap<TextIndex, Float32Array>();

function scratchOf(index: TextIndex): Float32Array {
  let scratch = scratches.get(index);
  if (!scratch) scratches.set(index, (scratch = new Float32Array(index.ids.length)));
  return scratch;
}

/** What one feature adds to the score of one document; 0 when it does not stand there. */
export function contribution(index: TextIndex, feature: string, document: number): number {
  const at = firstFrom(index, feature, document);
  return at !== undefined && index.documents[at] === document ? index.impacts[at]! : 0;
}

/** Whether a feature stands in any of the documents from `first` to `last`. */
export function holdsBetween(
  index: TextIndex,
  feature: string,
  first: number,
  last: number,
): boolean {
  const at = firstFrom(index, feature, first);
  return at !== undefined && index.documents[at]! <= last;
}

/** Place of the first posting of a feature in this document or a later one. */
function firstFrom(index: TextIndex, feature: string, document: number): number | undefined {
  const term = index.terms.get(feature);
  if (term === undefined) return undefined;
  const end = index.starts[term + 1]!;
  let low = index.starts[term]!;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.documents[middle]! < document) low = middle + 1;
    else high = middle;
  }
  return low < end ? low : undefined;
}

/**
 * Why a document has its score.
 * @returns feature and contribution, heaviest first; they sum up to the score
 */
export function explain(
  index: TextIndex,
  query: Query,
  document: number,
): { feature: string; score: number }[] {
  return [...query]
    .map(([feature, weight]) => ({
      feature,
      score: weight * contribution(index, feature, document),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Features as a query: each weighs as often as it is said. */
export function queryOf(features: readonly string[]): Map<string, number> {
  const query = new Map<string, number>();
  for (const feature of features) query.set(feature, (query.get(feature) ?? 0) + 1);
  return query;
}
