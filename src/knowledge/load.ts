import type { GeneralRule } from "../domain/general-rule.ts";
import type { Package, ZoneThreshold } from "../domain/package.ts";
import type { OutsideDoor } from "../domain/outside-door.ts";
import type { WorkingCalendar } from "../domain/working-calendar.ts";
import { buildCalendar } from "./calendar.ts";
import { buildCatalogue, type Catalogue } from "./catalogue.ts";
import { itemOn, lastDaysOf } from "./earlier.ts";
import { buildLexicon, type Lexicon } from "./lexicon.ts";
import { buildLists, type Lists } from "./lists.ts";
import { buildPowers, type Powers } from "./powers.ts";
import { buildProvisions, type Provisions } from "./provisions.ts";
import { checkShelf, readShelfFiles, type Shelf, type ShelfFiles } from "./shelf.ts";
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
  /** What staff look up. */
  powers: Powers;
  /** By what a case is judged: no-penalty rows, rewards, credit, modes. */
  lists: Lists;
  calendar: WorkingCalendar;
  packages: Map<string, Package>;
  /** What the place decides, by id. */
  thresholds: Map<string, ZoneThreshold>;
  lexicon: Lexicon;
  wording: Wording;
  /** The same knowledge with every record as it read on a day (ISO); today's where nothing was different. */
  on(day: string): Knowledge;
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
  return knowledgeOf(readShelfFiles(folder), options);
}

/** The same from files that are already read. */
export function knowledgeOf(
  files: ShelfFiles,
  options: { cacheDirectory?: string } = {},
): Knowledge {
  const check = () => checkShelf(files);
  const shelf = options.cacheDirectory
    ? cachedShelf(options.cacheDirectory, files.hash, check)
    : check();
  const provisions = buildProvisions(shelf.laws);
  const today: Omit<Knowledge, "on"> = {
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
    powers: buildPowers(shelf),
    lists: buildLists(shelf),
    calendar: buildCalendar(shelf.calendar),
    packages: new Map(
      shelf.packages.flatMap((file) => file.packages).map((pack) => [pack.id, pack]),
    ),
    thresholds: new Map(shelf.zone.flatMap((file) => file.thresholds).map((row) => [row.id, row])),
    lexicon: buildLexicon(shelf),
    wording: {
      zh: speaker(Object.assign({}, ...shelf.zh)),
      en: speaker(Object.assign({}, ...shelf.en)),
    },
  };
  const catalogueOn = catalogueByDay(shelf, today.catalogue);
  const on = (day: string): Knowledge => ({ ...today, catalogue: catalogueOn(day), on });
  return { ...today, on };
}

/** Between two changes every day has the same catalogue, so each is built once, when it is asked for. */
function catalogueByDay(shelf: Shelf, today: Catalogue): (day: string) => Catalogue {
  const lastDays = [
    ...new Set(shelf.departments.flatMap(({ items }) => items.flatMap(lastDaysOf))),
  ].sort();
  const built = new Map<string, Catalogue>();
  return (day) => {
    const lastDay = lastDays.find((last) => last >= day);
    if (lastDay === undefined) return today;
    const before = built.get(lastDay);
    if (before) return before;
    const departments = shelf.departments.map((file) => ({
      ...file,
      items: file.items.map((item) => itemOn(item, lastDay)),
    }));
    const catalogue = buildCatalogue(departments, shelf.questions);
    built.set(lastDay, catalogue);
    return catalogue;
  };
}
