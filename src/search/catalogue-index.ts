import { withoutAsking } from "./asking.ts";
import { buildIndex, type IndexedDocument, type IndexSettings } from "./build-index.ts";
import { cachedIndex, indexKey } from "./cache.ts";
import type { CatalogueDocument } from "./catalogue-document.ts";
import { CATALOGUE_SETTINGS } from "./calibration.ts";
import { featuresOfRuns, runsOf } from "./features.ts";
import { normalise } from "./normalise.ts";
import { soundFeaturesOf } from "./sound.ts";
import type { TextIndex } from "./text-index.ts";

/** The catalogue indexed twice: every document by itself, and all documents of a group as one. */
export type CatalogueIndex = {
  documents: TextIndex;
  groups: TextIndex;
  /** Number of the first document of each group; one more than there are groups, the last closes the list. */
  starts: Uint32Array;
};

/**
 * @param documents the documents of a group next to each other
 * @param cacheDirectory where built indexes are kept between starts; absent: built every time
 */
export function indexCatalogue(
  documents: readonly CatalogueDocument[],
  cacheDirectory?: string,
): CatalogueIndex {
  let read: IndexedDocument[] | undefined;
  const features = () => (read ??= documents.map(indexed));
  const starts = startsOfGroups(documents);
  const index = (name: string, settings: IndexSettings, content: () => IndexedDocument[]) => {
    const build = () => buildIndex(content(), settings);
    return cacheDirectory
      ? cachedIndex(cacheDirectory, indexKey([name, settings, documents]), build)
      : build();
  };
  return {
    documents: index("documents", CATALOGUE_SETTINGS.documents, features),
    groups: index("groups", CATALOGUE_SETTINGS.groups, () => joined(documents, features(), starts)),
    starts,
  };
}

/** The fields of CATALOGUE_SETTINGS: title, aliases, questions, text, sound of the names, sound of the questions. */
function indexed({ id, fields }: CatalogueDocument): IndexedDocument {
  const runs = [fields.title, fields.aliases, fields.questions, fields.text].map((texts) =>
    texts.map(readRuns),
  );
  const written = runs.map((texts) => texts.flatMap(featuresOfRuns));
  const [title, aliases, questions] = runs
    .slice(0, 3)
    .map((texts) => texts.flatMap(soundFeaturesOf));
  return { id, fields: [...written, [...title!, ...aliases!], questions!] };
}

function readRuns(text: string) {
  return runsOf(withoutAsking(normalise(text)));
}

function startsOfGroups(documents: readonly CatalogueDocument[]): Uint32Array {
  const starts = documents.flatMap(({ group }, at) =>
    documents[at - 1]?.group === group ? [] : at,
  );
  return Uint32Array.from([...starts, documents.length]);
}

function joined(
  documents: readonly CatalogueDocument[],
  features: readonly IndexedDocument[],
  starts: Uint32Array,
): IndexedDocument[] {
  return Array.from({ length: starts.length - 1 }, (_, group) => {
    const own = features.slice(starts[group], starts[group + 1]);
    const fields = own[0]!.fields.map((_field, at) =>
      own.flatMap((document) => document.fields[at]!),
    );
    return { id: documents[starts[group]!]!.group, fields };
  });
}
