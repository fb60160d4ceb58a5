import { best } from "./best.ts";
import { CALIBRATION } from "./calibration.ts";
import type { CatalogueSearch, CatalogueSources, Hit, Reason } from "./catalogue-document.ts";
import { confidenceOf, coverageOf } from "./confidence.ts";
import { inquire, prepareCatalogue, type Catalogue, type Inquiry } from "./inquiry.ts";
import { meantDocument } from "./meant-document.ts";
import { reasons, reasonsOfHit } from "./reasons.ts";
import { contribution, scores } from "./text-index.ts";

/** A group with its score and those of its documents that hold here and now. */
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
  const catalogue = prepareCatalogue(sources, options.cacheDirectory);
  return {
    find: (text, circumstances) =>
      find(catalogue, inquire(catalogue, text, circumstances), circumstances.limit ?? 5),
    explain: (text, id) => explainDocument(catalogue, text, id),
  };
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

/** A group is as good as its best document and as all of them together, and better when it was called by name. */
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
  if (own.length === 0) return { group, documents: own, score: 0 };
  const { groupShare, nameBonus } = CALIBRATION;
  const bonus = inquiry.named.has(documents[own[0]!]!.group) ? nameBonus : 1;
  return {
    group,
    documents: own,
    score: bonus * ((1 - groupShare) * highest + groupShare * together),
  };
}

function hitOf(
  catalogue: Catalogue,
  inquiry: Inquiry,
  alone: Float32Array,
  found: Candidate,
  rival: number,
): Hit {
  const { groups } = catalogue.index;
  const number = meantDocument(catalogue.documents, found.documents, alone, inquiry.actions);
  const { id, group, kind } = catalogue.documents[number]!;
  const holds = (feature: string) => contribution(groups, feature, found.group) > 0;
  const signals = {
    coverage: coverageOf(groups, inquiry.reading, holds),
    lead: Math.max(0, 1 - rival / found.score),
    score: found.score,
  };
  const why = reasonsOfHit(catalogue, inquiry, number, found);
  return { id, group, kind, score: found.score, confidence: confidenceOf(signals), why };
}

function explainDocument(catalogue: Catalogue, text: string, id: string): Reason[] {
  const number = catalogue.documents.findIndex((document) => document.id === id);
  if (number < 0) return [];
  const group = catalogue.index.starts.findIndex((start) => start > number) - 1;
  return reasons(catalogue, inquire(catalogue, text), number, group);
}
