import { best } from "./best.ts";
import { buildIndex, type IndexedDocument } from "./build-index.ts";
import { CALIBRATION, CATALOGUE_SETTINGS } from "./calibration.ts";
import { groupScores, type GroupedIndex } from "./group-scores.ts";
import { queryOf } from "./text-index.ts";

/** The written features of a document: its example questions one by one, everything else field by field. */
export type ReadDocument = {
  title: readonly string[];
  aliases: readonly string[];
  questions: readonly (readonly string[])[];
  text: readonly string[];
};

/** An example question as a stranger would ask it: which groups came near, and which one was right. */
export type Trial = {
  features: readonly string[];
  /** Number of the right group. */
  right: number;
  /** The nearest groups and the right one, with their scores as shares of the best. */
  rivals: readonly { group: number; share: number }[];
};

/**
 * Ask every example question of an index that has not seen it: the questions are dealt out to a few parts, and
 * each part is taken out of the index in turn.
 * @param documents the documents of a group next to each other
 * @param starts number of the first document of each group, closed by the number of documents
 */
export function rehearse(documents: readonly ReadDocument[], starts: Uint32Array): Trial[] {
  const { parts } = CALIBRATION.contrast;
  const dealt = deal(documents, parts);
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const index = indexWithout(documents, starts, (at) => dealt[at] === part);
    return asked(documents, starts).flatMap((example, at) =>
      dealt[at] === part && example.features.length > 0 ? trialOf(index, example) : [],
    );
  });
}

/** Neighbouring questions, which are often alike, come into different parts. */
function deal(documents: readonly ReadDocument[], parts: number): number[] {
  return documents.flatMap(({ questions }) => questions).map((_, at) => at % parts);
}

type Example = { features: readonly string[]; right: number };

function asked(documents: readonly ReadDocument[], starts: Uint32Array): Example[] {
  return Array.from({ length: starts.length - 1 }, (_, group) => group).flatMap((right) =>
    documents
      .slice(starts[right], starts[right + 1])
      .flatMap(({ questions }) => questions.map((features) => ({ features, right }))),
  );
}

function indexWithout(
  documents: readonly ReadDocument[],
  starts: Uint32Array,
  gone: (question: number) => boolean,
): GroupedIndex {
  let question = 0;
  const kept = documents.map(({ title, aliases, questions, text }, number) => {
    const known = questions.filter(() => !gone(question++)).flat();
    return { id: String(number), fields: [title, aliases, known, text] };
  });
  return {
    documents: buildIndex(kept, CATALOGUE_SETTINGS.documents),
    groups: buildIndex(joinGroups(kept, starts), CATALOGUE_SETTINGS.groups),
    starts,
  };
}

/** All documents of a group as one, with the id of the first. */
export function joinGroups(
  documents: readonly IndexedDocument[],
  starts: Uint32Array,
): IndexedDocument[] {
  return Array.from({ length: starts.length - 1 }, (_, group) => {
    const own = documents.slice(starts[group], starts[group + 1]);
    const fields = own[0]!.fields.map((_field, at) =>
      own.flatMap((document) => document.fields[at]!),
    );
    return { id: own[0]!.id, fields };
  });
}

function trialOf(index: GroupedIndex, { features, right }: Example): Trial {
  const { groups } = groupScores(index, queryOf(features));
  const nearest = best(groups, CALIBRATION.contrast.rivals).map(({ document }) => document);
  const highest = groups[nearest[0] ?? right]! || 1;
  const rivals = Array.from(new Set([...nearest, right]), (group) => ({
    group,
    share: groups[group]! / highest,
  }));
  return { features: [...new Set(features)], right, rivals };
}
