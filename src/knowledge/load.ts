import type { GeneralRule } from "../domain/general-rule.ts";
import type { Package } from "../domain/package.ts";
import { inForceOn, type ZoneThreshold } from "../domain/zone-threshold.ts";
import type { OutsideDoor } from "../domain/outside-door.ts";
import type { WorkingCalendar } from "../domain/working-calendar.ts";
import { buildCalendar } from "./calendar.ts";
import { buildCatalogue, type Catalogue } from "./catalogue.ts";
import { itemOn, lastDaysOf, ruleOn } from "./earlier.ts";
import { buildLexicon, type Lexicon } from "./lexicon.ts";
import { buildLists, type Lists } from "./lists.ts";
import { buildPackages } from "./packages.ts";
import { buildPowers, type Powers } from "./powers.ts";
import { buildProvisions, type Provisions } from "./provisions.ts";
import { buildSameArticles, withSourcesOf } from "./same-article.ts";
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
    rules: rulesById(shelf.rules.flatMap((file) => file.rules)),
    powers: buildPowers(shelf),
    lists: buildLists(shelf),
    calendar: buildCalendar(shelf.calendar),
    packages: buildPackages(shelf.packages),
    thresholds: new Map(shelf.zone.flatMap((file) => file.thresholds).map((row) => [row.id, row])),
    lexicon: buildLexicon(shelf),
    wording: {
      zh: speaker(Object.assign({}, ...shelf.zh)),
      en: speaker(Object.assign({}, ...shelf.en)),
    },
  };
  const recordsOn = recordsByDay(shelf, today);
  const on = (day: string): Knowledge => {
    const thresholds = inForceOn(today.thresholds, day);
    return { ...today, ...recordsOn(day), thresholds, on };
  };
  return { ...today, on };
}

type Records = Pick<Knowledge, "catalogue" | "rules">;

const rulesById = (rules: readonly GeneralRule[]) => new Map(rules.map((rule) => [rule.id, rule]));

/** Between two changes every day has the same records, so each is built once, when it is asked for. */
function recordsByDay(
  shelf: Shelf,
  { provisions, catalogue, rules }: Omit<Knowledge, "on">,
): (day: string) => Records {
  const same = buildSameArticles(shelf.laws, provisions);
  const records = [...shelf.departments.flatMap(({ items }) => items), ...rules.values()];
  const lastDays = [...new Set([...records.flatMap(lastDaysOf), ...same.lastDays])].sort();
  const built = new Map<string, Records>();
  return (day) => {
    const lastDay = lastDays.find((last) => last >= day);
    if (lastDay === undefined) return { catalogue, rules };
    const before = built.get(lastDay);
    if (before) return before;
    const named = <T>(record: T): T => withSourcesOf(record, lastDay, same, provisions);
    const departments = shelf.departments.map((file) => ({
      ...file,
      items: file.items.map((item) => named(itemOn(item, lastDay))),
    }));
    const then: Records = {
      catalogue: buildCatalogue(departments, shelf.questions),
      rules: rulesById([...rules.values()].map((rule) => named(ruleOn(rule, lastDay)))),
    };
    built.set(lastDay, then);
    return then;
  };
}
