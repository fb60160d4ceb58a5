import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { discretion } from "../../../src/capabilities/authority/discretion.ts";
import { buildDirectory } from "../../../src/capabilities/directory.ts";
import { openLawLibrary } from "../../../src/library/law-library.ts";
import { KNOWLEDGE } from "../../support/visit.ts";

const knowledge = loadKnowledge(KNOWLEDGE);
const directory = buildDirectory(knowledge);
const { powers } = knowledge;
const GROUND = {
  knowledge,
  directory,
  library: openLawLibrary(null),
  forStaff: true,
  day: "2026-11-24",
  today: "2026-11-24",
  lang: "zh",
  say: knowledge.wording.zh,
} as const;

type Names = { aliases: { zh: readonly string[]; en: readonly string[] } };
const namesOf = (name: { zh: string; en: string }, { aliases }: Names) => [
  name.zh,
  name.en,
  ...aliases.zh,
  ...aliases.en,
];

/** The names that lead to another record than their own. */
const astray = (id: string, names: readonly string[], found: (words: string) => string[]) =>
  names.filter((name) => !found(name).includes(id)).map((name) => `${id}: ${name}`);

describe("every name leads to its own record", () => {
  test("rows of the list of powers", () => {
    const first = (words: string) => directory.entries.find(words, 1).map(({ id }) => id);
    const lost = [...powers.entries.values()].flatMap((entry) =>
      astray(entry.id, namesOf(entry.matter, entry), first),
    );
    expect(lost).toEqual([]);
  });

  test("tables of penalties, shown or among those to choose from", () => {
    const tables = [...powers.discretion.values()];
    const shown = (words: string) => {
      const { shown: told, choices = [] } = discretion.find(words, GROUND);
      const offered = new Set(choices.map(({ label }) => label));
      return [
        ...told.map(({ id }) => id),
        ...tables.filter(({ violation }) => offered.has(violation.zh)).map(({ id }) => id),
      ];
    };
    const lost = [...powers.discretion.values()].flatMap((table) =>
      astray(table.id, namesOf(table.violation, table), shown),
    );
    expect(lost).toEqual([]);
  });

  test("clocks in force, where another version of the same procedure is no error", () => {
    const today = "2026-11-24";
    const current = [...powers.clocks.values()].filter(
      ({ validFrom, validTo }) =>
        (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today),
    );
    const ids = new Set(current.map(({ id }) => id));
    const first = (words: string) =>
      directory.clocks
        .find(words, 8)
        .filter(({ id }) => ids.has(id))
        .slice(0, 1)
        .map(({ id }) => id);
    const lost = current.flatMap((rule) => astray(rule.id, namesOf(rule.name, rule), first));
    expect(lost).toEqual([]);
  });

  test("bodies", () => {
    const shown = (words: string) => directory.organs.find(words, 2).map(({ id }) => id);
    const lost = [...powers.organs.values()]
      .filter(({ mark }) => mark !== "U")
      .flatMap((organ) => astray(organ.id, namesOf(organ.name, organ), shown));
    expect(lost).toEqual([]);
  });
});
