import { z } from "zod";

/**
 * How well a fact is proven.
 * V: read in the source named, may be stated as law.
 * P: seen only in part or second-hand, is worded with its doubt.
 * U: from memory or not found, never reaches a person.
 */
export const EvidenceMark = z.enum(["V", "P", "U"]);
export type EvidenceMark = z.infer<typeof EvidenceMark>;

/** A calendar day as ISO text, for example 2026-08-15. */
export const Day = z.iso.date();

/** What a person is shown as the source of a statement. */
export const Citation = z.strictObject({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  article: z.string(),
  version: z.string(),
  /** When that version of the whole law began; the article may have read so before. */
  versionFrom: Day.nullable(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  checkedOn: Day,
  mark: EvidenceMark,
  says: z.strictObject({ zh: z.string(), en: z.string() }),
  replacedBy: z.string().nullable(),
  /** The articles that stand in this one's place; null: not known. */
  replacedByArticles: z.array(z.string()).nullable(),
  /** What changed in substance. */
  change: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
});
export type Citation = z.infer<typeof Citation>;

/**
 * Whether a source is the law on a given day.
 * @param citation the source with its validity
 * @param day ISO calendar day
 * @returns true when the day lies inside the validity; an unknown start counts as begun
 */
export function inForce(citation: Pick<Citation, "validFrom" | "validTo">, day: string): boolean {
  const begun = citation.validFrom === null || citation.validFrom <= day;
  const ended = citation.validTo !== null && citation.validTo < day;
  return begun && !ended;
}
