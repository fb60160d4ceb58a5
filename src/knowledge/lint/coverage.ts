import type { EvidenceMark } from "../../domain/citation.ts";
import type { HandlingItem } from "../../domain/handling-item.ts";
import type { ReadShelf } from "../shelf.ts";
import { filesOf, SHEET_PARTS } from "../sheets/parts.ts";
import { rowsOf } from "../sheets/rows.ts";
import type { Plain } from "../sheets/tree.ts";
import { referencesIn } from "../shelf-walk.ts";
import { articlesOf, handlingItemsOf, itemsOf, mapsIn } from "./records.ts";

/** How much stands on the shelf, and how much of it can be said, decided, trusted, and was tested. */
export type Coverage = {
  /** Records of each kind, by the name of their sheet; a kind without records is not listed. */
  records: Record<string, number>;
  departments: number;
  /** Of the approval items. */
  items: Share & {
    /** Named as the right answer by an evaluation question or a golden conversation; null: none at hand. */
    tested: number | null;
    verified: number;
  };
  /** Of the handling items: how many know this. */
  handlingItems: Share & {
    limit: number;
    materials: number;
    conditions: number;
    fee: number;
    trips: number;
    online: number;
    result: number;
    validity: number;
    /** A limit, papers, conditions or facts: there is more to say than the item's own conclusion. */
    answerable: number;
    /** Conditions are listed, so that a case can be held against them. */
    decidable: number;
    /** All its marks are V, and all it cites is. */
    verified: number;
  };
};
type Share = { all: number };

/**
 * @param tested ids that questions with a known right answer name; null: there are none at hand
 */
export function coverageOf(shelf: ReadShelf, tested: ReadonlySet<string> | null): Coverage {
  const marks = new Map(articlesOf(shelf).map(({ ref, provision }) => [ref, provision.mark]));
  const items = itemsOf(shelf).map(({ value }) => value);
  const handling = handlingItemsOf(shelf).map(({ value }) => value);
  const count = (holds: (item: HandlingItem) => boolean) => handling.filter(holds).length;
  const isTested = (id: string) =>
    [...tested!].some((name) => name === id || name.startsWith(`${id}.`));
  return {
    records: recordsOf(shelf),
    departments: new Set(shelf.departments.map(({ value }) => value.code)).size,
    items: {
      all: items.length,
      tested: tested === null ? null : items.filter(({ id }) => isTested(id)).length,
      verified: items.filter((item) => isVerified(item, marks)).length,
    },
    handlingItems: {
      all: handling.length,
      limit: count((item) => item.statutoryLimit !== null || item.promisedLimit !== null),
      materials: count((item) => item.materials !== null),
      conditions: count((item) => item.conditions.length > 0),
      fee: count((item) => item.fee.charged !== "unknown"),
      trips: count((item) => item.trips !== null),
      online: count((item) => item.online !== null),
      result: count((item) => item.result !== null),
      validity: count((item) => item.validity !== null),
      answerable: count(
        (item) =>
          item.statutoryLimit !== null ||
          item.materials !== null ||
          item.conditions.length + item.facts.length > 0,
      ),
      decidable: count((item) => item.conditions.length > 0),
      verified: count((item) => isVerified(item, marks)),
    },
  };
}

/** A fee that is not known is no unproven statement: it is said to be unknown. */
function isVerified(record: unknown, marks: ReadonlyMap<string, EvidenceMark>): boolean {
  const own = mapsIn(record).filter(({ map }) => map.charged !== "unknown");
  const cited = referencesIn(record).map(({ ref }) => marks.get(ref));
  return (
    own.every(({ map }) => map.mark === undefined || map.mark === "V") &&
    cited.every((mark) => mark === "V")
  );
}

function recordsOf(shelf: ReadShelf): Record<string, number> {
  const files = Object.values(shelf).flat() as { file: string; value: unknown }[];
  const counts = SHEET_PARTS.flatMap((part) =>
    filesOf(part, new Set(files.map(({ file }) => file))).flatMap((name) => {
      const { value } = files.find(({ file }) => file === name)!;
      return rowsOf(part.tables, name, value as Plain).map((row) => row.table.name);
    }),
  );
  const sums: Record<string, number> = {};
  for (const name of counts) sums[name] = (sums[name] ?? 0) + 1;
  return sums;
}
