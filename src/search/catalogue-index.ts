import { cachedIndex, indexKey } from "./cache.ts";
import type { CatalogueDocument } from "./catalogue-document.ts";
import { featuresOf, runsOf } from "./features.ts";
import { normalise } from "./normalise.ts";
import { soundFeaturesOf } from "./sound.ts";
import {
  buildIndex,
  type IndexedDocument,
  type IndexSettings,
  type TextIndex,
} from "./text-index.ts";
import { withoutAsking } from "./asking.ts";

/** Fields of the catalogue index, in order: title, aliases, questions, text, sound of the first three. */
const SETTINGS: IndexSettings = {
  saturation: 1.2,
  fields: [
    { weight: 2, lengthPenalty: 0.3 },
    { weight: 2, lengthPenalty: 0.3 },
    { weight: 2, lengthPenalty: 0.4 },
    { weight: 0.5, lengthPenalty: 0.75 },
    { weight: 1, lengthPenalty: 0.4 },
  ],
};

/**
 * The index over the catalogue's documents.
 * @param documents in the order in which they shall be numbered
 * @param cacheDirectory where a built index is kept between starts; absent: built every time
 */
export function catalogueIndex(
  documents: readonly CatalogueDocument[],
  cacheDirectory?: string,
): TextIndex {
  const build = () => buildIndex(documents.map(indexed), SETTINGS);
  return cacheDirectory
    ? cachedIndex(cacheDirectory, indexKey([SETTINGS, documents]), build)
    : build();
}

function indexed({ id, fields }: CatalogueDocument): IndexedDocument {
  const { title, aliases, questions, text } = fields;
  const written = [title, aliases, questions, text].map((texts) => texts.flatMap(featuresOf));
  return { id, fields: [...written, [...title, ...aliases, ...questions].flatMap(soundsOf)] };
}

function soundsOf(text: string): string[] {
  return soundFeaturesOf(runsOf(withoutAsking(normalise(text))));
}
