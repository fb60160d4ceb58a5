import { withoutAsking } from "./asking.ts";
import { buildIndex, type IndexedDocument, type IndexSettings } from "./build-index.ts";
import { cachedIndex, indexKey } from "./cache.ts";
import type { CatalogueDocument } from "./catalogue-document.ts";
import { CALIBRATION, CATALOGUE_SETTINGS } from "./calibration.ts";
import { learnContrast } from "./contrast.ts";
import { featuresOf, runsOf } from "./features.ts";
import type { GroupedIndex } from "./group-scores.ts";
import { normalise } from "./normalise.ts";
import { joinGroups, rehearse } from "./rehearsal.ts";
import { soundFeaturesOf } from "./sound.ts";
import type { TextIndex } from "./text-index.ts";

/** The catalogue indexed twice: every document by itself, and all documents of a group as one. */
export type CatalogueIndex = GroupedIndex & {
  /** What tells the groups apart: learned from their example questions. */
  contrast: TextIndex;
};

/**
 * @param documents the documents of a group next to each other
 * @param cacheDirectory where built indexes are kept between starts; absent: built every time
 */
export function indexCatalogue(
  documents: readonly CatalogueDocument[],
  cacheDirectory?: string,
): CatalogueIndex {
  const starts = startsOfGroups(documents);
  const { groupShare, contrast } = CALIBRATION;
  const keep = (name: string, settings: unknown, build: () => TextIndex) =>
    cacheDirectory
      ? cachedIndex(cacheDirectory, indexKey([name, settings, documents]), build)
      : build();
  let read: IndexedDocument[] | undefined;
  const features = () => (read ??= documents.map(indexed));
  const index = (name: string, settings: IndexSettings, content: () => IndexedDocument[]) =>
    keep(name, settings, () => buildIndex(content(), settings));
  return {
    documents: index("documents", CATALOGUE_SETTINGS.documents, features),
    groups: index("groups", CATALOGUE_SETTINGS.groups, () => joinGroups(features(), starts)),
    contrast: keep("contrast", [CATALOGUE_SETTINGS, groupShare, contrast], () =>
      contrastBetween(documents, starts),
    ),
    starts,
  };
}

/** The fields of CATALOGUE_SETTINGS: title, aliases, questions, text, sound of the names, sound of the questions. */
function indexed({ id, fields }: CatalogueDocument): IndexedDocument {
  const { title, aliases, questions, text } = fields;
  const written = [title, aliases, questions, text].map((texts) => texts.flatMap(featuresOf));
  const sounds = [[...title, ...aliases], questions].map((texts) => texts.flatMap(soundsOf));
  return { id, fields: [...written, ...sounds] };
}

function soundsOf(text: string): string[] {
  return soundFeaturesOf(runsOf(withoutAsking(normalise(text))));
}

function contrastBetween(documents: readonly CatalogueDocument[], starts: Uint32Array): TextIndex {
  const read = documents.map(({ fields }) => ({
    title: fields.title.flatMap(featuresOf),
    aliases: fields.aliases.flatMap(featuresOf),
    questions: fields.questions.map(featuresOf),
    text: fields.text.flatMap(featuresOf),
  }));
  const groups = Array.from(starts.slice(0, -1), (start) => documents[start]!.group);
  return learnContrast(rehearse(read, starts), groups);
}

function startsOfGroups(documents: readonly CatalogueDocument[]): Uint32Array {
  const starts = documents.flatMap(({ group }, at) =>
    documents[at - 1]?.group === group ? [] : at,
  );
  return Uint32Array.from([...starts, documents.length]);
}
