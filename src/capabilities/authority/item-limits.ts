import type { HandlingKind } from "../../domain/handling-item.ts";
import type { TimeLimit } from "../../domain/time-limit.ts";
import type { CatalogueEntry, CatalogueItem } from "../../knowledge/catalogue.ts";
import { normalise } from "../../search/normalise.ts";
import type { Limit } from "./clock-limit.ts";
import { length } from "./handover.ts";
import type { Ground } from "./look-up.ts";
import { standsAt } from "./name-in-words.ts";

/** Words so short are no name of an item, unless they are all that was typed. */
const SHORTEST_NAME = 3;
/** From this length on a piece of a name is the name: "消防安全检查". */
const SHORTEST_PIECE = 4;
/** Handling items told when the words name none of them. */
const MOST = 6;

/** An approval item that the words name, and by how many characters. */
export type ItemNamed = { item: CatalogueItem; named: number };

/** The item whose name, or one of whose names, stands in the words; else the only one of whose names they are a piece. */
export function itemNamed(words: string, { knowledge }: Ground): ItemNamed | null {
  const typed = normalise(words);
  const names = [...knowledge.catalogue.items.values()].flatMap((item) => {
    const handled = knowledge.catalogue.entriesOf(item.id).map(({ name }) => name);
    const own = [item.name, ...handled].flatMap(({ zh, en }) => [zh, en]);
    return [...own, ...item.aliases.zh, ...item.aliases.en].map((name) => ({
      item,
      name: normalise(name),
    }));
  });
  const standing = names
    .filter(({ name }) => name.length >= SHORTEST_NAME || name === typed)
    .filter(({ name }) => standsAt(typed, name) >= 0)
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (standing) return { item: standing.item, named: weightOf(standing.name) };
  if (!/^\p{Script=Han}+$/u.test(typed) || typed.length < SHORTEST_PIECE) return null;
  const holding = new Set(names.filter(({ name }) => name.includes(typed)).map(({ item }) => item));
  const [only] = holding;
  return only && holding.size === 1 ? { item: only, named: typed.length } : null;
}

/** English letters say about a third of what Chinese characters say, as in the record search. */
const weightOf = (name: string) => name.length / (/^[a-z0-9 ]+$/.test(name) ? 3 : 1);

const KIND_WORDS: readonly (readonly [HandlingKind, RegExp])[] = [
  ["change", /变更|change/iu],
  ["renew", /延续|续期|换证|延期|renew/iu],
  ["reissue", /补办|补发|补证|遗失|reissue|replace/iu],
  ["cancel", /注销|cancel/iu],
  ["move", /搬迁|迁移|move/iu],
];

/** The handling items that are meant: those of the act that is named, else the usual ones. */
function entriesMeant(item: CatalogueItem, words: string, ground: Ground): CatalogueEntry[] {
  const entries = ground.knowledge.catalogue.entriesOf(item.id);
  const kinds = KIND_WORDS.flatMap(([kind, pattern]) => (pattern.test(words) ? [kind] : []));
  const named = entries.filter(({ kind }) => kinds.includes(kind));
  const special = KIND_WORDS.map(([kind]) => kind);
  const usual = entries.filter(({ kind }) => !special.includes(kind));
  return (named.length > 0 ? named : usual).slice(0, MOST);
}

/** The statutory limits of an item for one act; empty: none is entered. */
export function itemLimits(item: CatalogueItem, words: string, ground: Ground): Limit[] {
  return entriesMeant(item, words, ground).flatMap((entry): Limit[] =>
    entry.statutoryLimit && entry.statutoryLimit.mark !== "U"
      ? [limitOf(entry, entry.statutoryLimit, ground)]
      : [],
  );
}

/** Where no special law sets a limit: Licensing Law art. 42. */
const GENERAL = {
  duration: { number: 20, unit: "working-day" as const },
  extension: { number: 10, unit: "working-day" as const },
};

function limitOf(entry: CatalogueEntry, limit: TimeLimit, ground: Ground): Limit {
  const { lang, say } = ground;
  const isGeneral = limit.kind === "default";
  const stoppedBy = limit.excluded.map((step) => say(`step.${step}`));
  return {
    id: entry.id,
    what: entry.name[lang],
    written: writtenLimit(limit, ground),
    after: null,
    duration: isGeneral ? GENERAL.duration : (limit.duration ?? null),
    extension: isGeneral ? GENERAL.extension : (limit.extension ?? null),
    yearly: null,
    onFreeDay: "stays",
    movedBy: [],
    stoppedBy: stoppedBy.length === 0 ? null : stoppedBy.join(lang === "zh" ? "、" : ", "),
    note: limit.note?.[lang] ?? null,
    cites: limit.cites,
    mark: limit.mark,
  };
}

/** "自受理之日起10个工作日内，可延长5个工作日": from which event, and how long. */
function writtenLimit(limit: TimeLimit, ground: Ground): string {
  const { say } = ground;
  if (limit.kind === "on-the-spot") return say("clock.on-the-spot");
  const duration = limit.kind === "default" ? GENERAL.duration : limit.duration!;
  const extension = limit.kind === "default" ? GENERAL.extension : limit.extension;
  const from = limit.kind === "default" ? "acceptance" : limit.from;
  const time = length(duration, ground);
  const longer = extension ? say("clock.extension", { time: length(extension, ground) }) : "";
  return (from ? say(`limit.from.${from}`, { time }) : say("limit.bare", { time })) + longer;
}
