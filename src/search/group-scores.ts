import type { Query, TextIndex } from "./text-index.ts";

/** Documents of one group stand next to each other: `of[document]` is the group's number. */
export type Grouping = { groups: readonly string[]; of: Uint32Array };

/** @param documents in index order, the documents of a group next to each other */
export function groupingOf(documents: readonly { group: string }[]): Grouping {
  const groups: string[] = [];
  const of = new Uint32Array(documents.length);
  documents.forEach(({ group }, document) => {
    if (groups.at(-1) !== group) groups.push(group);
    of[document] = groups.length - 1;
  });
  return { groups, of };
}

/**
 * What a group as a whole has of a query: each feature counts once, where it weighs most.
 * @param accept documents that take part
 * @returns score by group number
 */
export function groupScores(
  index: TextIndex,
  grouping: Grouping,
  query: Query,
  accept: (document: number) => boolean,
): Float32Array {
  const scores = new Float32Array(grouping.groups.length);
  for (const [feature, weight] of query) {
    const term = index.terms.get(feature);
    if (term === undefined) continue;
    addHeaviest(index, grouping, term, weight, accept, scores);
  }
  return scores;
}

function addHeaviest(
  index: TextIndex,
  { of }: Grouping,
  term: number,
  weight: number,
  accept: (document: number) => boolean,
  into: Float32Array,
): void {
  let group = -1;
  let counted = 0;
  for (let at = index.starts[term]!; at < index.starts[term + 1]!; at++) {
    const document = index.documents[at]!;
    if (!accept(document)) continue;
    if (of[document] !== group) counted = 0;
    group = of[document]!;
    const gain = Math.max(0, weight * index.impacts[at]! - counted);
    counted += gain;
    into[group]! += gain;
  }
}
