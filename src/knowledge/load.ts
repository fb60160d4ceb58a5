import type { GeneralRule } from "../domain/general-rule.ts";
import type { OutsideDoor } from "../domain/outside-door.ts";
import { buildCatalogue, type Catalogue } from "./catalogue.ts";
import { buildLexicon, type Lexicon } from "./lexicon.ts";
import { buildProvisions, type Provisions } from "./provisions.ts";
import { checkShelf, readShelfFiles } from "./shelf.ts";
import { cachedShelf } from "./shelf-cache.ts";
import { speaker, type Wording } from "./wording.ts";

/** Everything OneDoor knows, validated; never changed while running. */
export type Knowledge = {
  /** SHA-256 over all files: the same hash is the same knowledge. */
  hash: string;
  /** The last day on which any provision was compared with its source. */
  checkedOn: string;
  catalogue: Catalogue;
  provisions: Provisions;
  outside: Map<string, OutsideDoor>;
  /** What holds for every approval. */
  rules: Map<string, GeneralRule>;
  lexicon: Lexicon;
  wording: Wording;
};

/**
 * Load and check the whole shelf.
 * @param folder the knowledge folder
 * @param options cacheDirectory: where the checked content is kept between starts; absent: checked every time
 * @throws KnowledgeError with every problem, its file, line and remedy: nothing is loaded by halves
 */
export function loadKnowledge(
  folder: string,
  options: { cacheDirectory?: string } = {},
): Knowledge {
  const files = readShelfFiles(folder);
  const check = () => checkShelf(files);
  const shelf = options.cacheDirectory
    ? cachedShelf(options.cacheDirectory, files.hash, check)
    : check();
  const provisions = buildProvisions(shelf.laws);
  return {
    hash: files.hash,
    checkedOn:
      [...provisions.values()]
        .map((provision) => provision.checkedOn)
        .sort()
        .at(-1) ?? "",
    catalogue: buildCatalogue(shelf.departments, shelf.questions),
    provisions,
    outside: new Map(shelf.outside.flatMap((file) => file.doors).map((door) => [door.id, door])),
    rules: new Map(shelf.rules.flatMap((file) => file.rules).map((rule) => [rule.id, rule])),
    lexicon: buildLexicon(shelf),
    wording: {
      zh: speaker(Object.assign({}, ...shelf.zh)),
      en: speaker(Object.assign({}, ...shelf.en)),
    },
  };
}
