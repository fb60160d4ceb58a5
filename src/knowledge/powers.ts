import type { AuthorityEntry } from "../domain/authority-entry.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import type { DiscretionTable } from "../domain/discretion.ts";
import type { Figure, Unification } from "../domain/figure.ts";
import type { LinkageRule } from "../domain/linkage-rule.ts";
import type { Organ } from "../domain/organ.ts";
import type { Law } from "../domain/provision.ts";
import type { Shelf } from "./shelf.ts";

/** What staff look up: who may do what, on what basis, within what time. All maps are by id, in the files' order. */
export type Powers = {
  organs: Map<string, Organ>;
  entries: Map<string, AuthorityEntry>;
  /** The row of an approval item, if it has one. */
  entryOfItem: Map<string, AuthorityEntry>;
  linkage: Map<string, LinkageRule>;
  discretion: Map<string, DiscretionTable>;
  figures: Map<string, Figure>;
  unifications: readonly Unification[];
  clocks: Map<string, ClockRule>;
  /** The laws on the shelf, each version by its id. */
  laws: Map<string, Omit<Law, "provisions"> & { articles: readonly string[] }>;
};

const byId = <T extends { id: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.id, record]));

export function buildPowers(shelf: Shelf): Powers {
  const entries = byId(shelf.authority.flatMap((file) => file.entries));
  return {
    organs: byId(shelf.organs.flatMap((file) => file.organs)),
    entries,
    entryOfItem: new Map(
      [...entries.values()].flatMap((entry) =>
        entry.items.map((item): [string, AuthorityEntry] => [item, entry]),
      ),
    ),
    linkage: byId(shelf.linkage.flatMap((file) => file.rules)),
    discretion: byId(shelf.discretion.flatMap((file) => file.tables)),
    figures: byId(shelf.figures.flatMap((file) => file.figures)),
    unifications: shelf.figures.flatMap((file) => file.unifications),
    clocks: byId(shelf.clocks.flatMap((file) => file.clocks)),
    laws: byId(
      shelf.laws.map(({ provisions, ...law }) => ({
        ...law,
        articles: provisions.map(({ article }) => article),
      })),
    ),
  };
}
