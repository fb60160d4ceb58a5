import type { AuthorityEntry } from "../domain/authority-entry.ts";
import type { Bilingual } from "../domain/language.ts";
import type { Knowledge } from "../knowledge/load.ts";
import {
  buildRecordSearch,
  type FindableRecord,
  type RecordSearch,
} from "../search/record-search.ts";

/** Finds what staff name: a matter, a body, a violation, a procedure, an event, a law, a number. */
export type Directory = Record<
  "entries" | "organs" | "discretion" | "clocks" | "linkage" | "figures" | "laws" | "doors",
  RecordSearch
>;

type Words = { zh: readonly string[]; en: readonly string[] };
const both = ({ zh, en }: Bilingual) => [zh, en];
const all = ({ zh, en }: Words) => [...zh, ...en];

/** @returns the searches over one shelf, built once when it is opened */
export function buildDirectory(knowledge: Knowledge): Directory {
  const { powers, outside } = knowledge;
  const of = <T extends { id: string }>(
    records: Iterable<T>,
    read: (record: T) => Omit<FindableRecord, "id">,
  ) => buildRecordSearch([...records].map((record) => ({ id: record.id, ...read(record) })));
  return {
    entries: of(powers.entries.values(), (entry) => entryWords(entry, knowledge)),
    organs: of(powers.organs.values(), ({ name, aliases }) => ({
      names: [...both(name), ...all(aliases)],
      text: [],
    })),
    discretion: of(powers.discretion.values(), ({ violation, aliases, steps }) => ({
      names: [...both(violation), ...all(aliases)],
      text: steps.flatMap(({ when }) => both(when)),
    })),
    clocks: of(powers.clocks.values(), ({ name, aliases, steps, starts }) => ({
      names: [...both(name), ...all(aliases)],
      text: [...both(starts), ...steps.flatMap(({ what }) => both(what))],
    })),
    linkage: of(powers.linkage.values(), ({ name, words, event, content }) => ({
      names: [...both(name), ...all(words)],
      text: [...both(event), ...both(content)],
    })),
    figures: of(powers.figures.values(), ({ value, counts, words }) => ({
      names: [String(value), ...all(words)],
      text: both(counts),
    })),
    laws: of(powers.laws.values(), ({ title, titleEn }) => ({
      names: [title, titleEn, title.replace(/^中华人民共和国/u, "")],
      text: [],
    })),
    doors: of(outside.values(), ({ name, words, says }) => ({
      names: [...both(name), ...all(words)],
      text: both(says),
    })),
  };
}

/** @returns the search over packages */
export function packageSearch({ packages }: Knowledge): RecordSearch {
  return buildRecordSearch(
    [...packages.values()].map(({ id, name, aliases, questions }) => ({
      id,
      names: [...both(name), ...all(aliases)],
      text: all(questions),
    })),
  );
}

/** A matter is found by its own names, by the items it stands for, and by the cases in it. */
function entryWords(
  { matter, aliases, items, cases, conflict }: AuthorityEntry,
  { catalogue, outside }: Knowledge,
): Omit<FindableRecord, "id"> {
  const itemNames = items.flatMap((id) => {
    const item = catalogue.items.get(id);
    if (item) return [...both(item.name), ...all(item.aliases)];
    const door = outside.get(id);
    return door ? both(door.name) : [];
  });
  return {
    names: [...both(matter), ...all(aliases), ...cases.flatMap(({ words }) => all(words))],
    text: [
      ...itemNames,
      ...cases.flatMap(({ when }) => both(when)),
      ...(conflict ? both(conflict) : []),
    ],
  };
}
