import { findEntry, type EntryFound } from "./entry-named.ts";
import type { Ground } from "./look-up.ts";

/** What stands between two matters. */
const BETWEEN = /[\s,，、;；?？。!！]+|还有|以及|\band\b/iu;
/** Between blanks alone two words may be one matter. */
const CLEARLY_TWO = /[、;；?？。!！]|还有|以及|\band\b/iu;
/** More matters than this in one message are told one after another, not together. */
const MOST = 4;

/** What a text with several matters names: the rows, and the parts that name none for sure. */
export type Matters = { found: EntryFound[]; left: string[] };

/**
 * The matters of a text that names several: "油烟 烧烤 噪音", "油烟归谁管？夜里施工呢？".
 * @returns different rows in the order of the text; null: it is one matter, with or without its case
 */
export function mattersIn(
  words: string,
  ground: Pick<Ground, "directory" | "knowledge" | "day">,
): Matters | null {
  const parts = words.split(BETWEEN).filter((part) => part.length >= 2);
  // Two words side by side are a matter and its case: "网吧 未成年人".
  if (parts.length < 2 || (parts.length === 2 && !CLEARLY_TWO.test(words))) return null;
  const read = parts.map((part) => ({ part, found: findEntry(part, ground) }));
  const sure = read.flatMap(({ found }) => found ?? []);
  const different = new Map(sure.map((one) => [one.entry.id, one]));
  if (different.size < 2) return null;
  const left = read.flatMap(({ part, found }) => (found === null ? [part] : []));
  return { found: [...different.values()].slice(0, MOST), left };
}
