import { best } from "./best.ts";
import type { CatalogueSearch, CatalogueSources, Hit, Reason } from "./catalogue-document.ts";
import { confidenceOf, coverageOf } from "./confidence.ts";
import { inquire, prepareCatalogue, type Catalogue, type Inquiry } from "./inquiry.ts";
import { judge, type Judged } from "./judge.ts";
import { meantDocument } from "./meant-document.ts";
import { reasons, reasonsOfHit } from "./reasons.ts";
import { contribution } from "./text-index.ts";

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
  const judged = judge(catalogue, inquiry);
  const ranked = best(judged.groups, limit + 2);
  return ranked.slice(0, limit).map(({ document: group }) => {
    const rivals = ranked.filter(({ document }) => document !== group);
    return hitOf(catalogue, inquiry, judged, group, [rivals[0]?.score ?? 0, rivals[1]?.score ?? 0]);
  });
}

function hitOf(
  catalogue: Catalogue,
  inquiry: Inquiry,
  judged: Judged,
  number: number,
  [next, third]: [number, number],
): Hit {
  const { documents, index } = catalogue;
  const meant = meantDocument(
    documents,
    holdingOf(catalogue, inquiry, number),
    judged.alone,
    inquiry.actions,
  );
  const { id, group, kind } = documents[meant]!;
  const score = judged.groups[number]!;
  const holds = (feature: string) => contribution(index.groups, feature, number) > 0;
  const signals = {
    coverage: coverageOf(index.groups, inquiry.reading, holds),
    lead: Math.max(0, 1 - next / score),
    clear: Math.max(0, 1 - third / score),
    chinese: inquiry.chinese,
    score,
  };
  const why = reasonsOfHit(catalogue, inquiry, judged, { document: meant, group: number });
  return { id, group, kind, score, confidence: confidenceOf(signals), why };
}

/** Numbers of the documents of a group that hold here and now. */
function holdingOf({ documents, index }: Catalogue, inquiry: Inquiry, group: number): number[] {
  const start = index.starts[group]!;
  return Array.from({ length: index.starts[group + 1]! - start }, (_, at) => start + at).filter(
    (number) => inquiry.accept(documents[number]!),
  );
}

function explainDocument(catalogue: Catalogue, text: string, id: string): Reason[] {
  const document = catalogue.documents.findIndex((one) => one.id === id);
  if (document < 0) return [];
  const group = catalogue.index.starts.findIndex((start) => start > document) - 1;
  return reasons(catalogue, inquire(catalogue, text), { document, group });
}
