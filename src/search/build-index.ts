import { addPosting, byTerm, emptyPostings } from "./postings.ts";
import { rarityOf, type TextIndex } from "./text-index.ts";

/** How much a field counts, and how strongly its length weakens a word in it (BM25's b, 0..1). */
type FieldSettings = { weight: number; lengthPenalty: number };

/** Settings of an index; `saturation` is BM25's k1. Fields stand in the order of IndexedDocument.fields. */
export type IndexSettings = { saturation: number; fields: readonly FieldSettings[] };

/** A document as the index sees it: its features, field by field. */
export type IndexedDocument = { id: string; fields: readonly (readonly string[])[] };

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
