import { z } from "zod";
import { Day } from "./citation.ts";
import { Bilingual } from "./language.ts";

/**
 * How a record read until a day: only what was different. To know the record of a day, every difference
 * whose last day is not before it is put over today's record, the youngest first.
 */
export const EarlierRecord = z.strictObject({
  /** The last day on which it read so. */
  validTo: Day,
  /** What changed on the next day, for the person who asks. */
  why: Bilingual,
  /** Fields of the item, whole: verdict, need, notNeeded, thresholds, authority … */
  item: z.record(z.string(), z.unknown()).default({}),
  /** Fields of handling items, whole, by the handling item's id. */
  handling: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  /** Handling items that did not exist yet. */
  without: z.array(z.string()).default([]),
});
export type EarlierRecord = z.infer<typeof EarlierRecord>;
