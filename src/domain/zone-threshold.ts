import { z } from "zod";
import { CitedStatement } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";
import { MeasureUnit } from "./threshold.ts";

/** A threshold that the place decides: a row of the zone, never code. */
export const ZoneThreshold = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  what: Bilingual,
  /** null: the zone has not entered it, so nothing that depends on it is decided. */
  value: z.number().nullable(),
  unit: Bilingual,
  /** The unit as people say it, by which a visitor's own number is put on its side of the value. */
  units: z.array(MeasureUnit).default([]),
  /** Whose rule it is: national, Liaoning, the zone; another place's only as an example. */
  jurisdiction: Bilingual,
  /** The rule nationwide and the place's own beside it. */
  says: CitedStatement,
  /** Items whose answers tell this row: where the national rule leaves the number to the place, or the place has its own. */
  items: z.array(z.string()).default([]),
  /** Told whenever it is asked whether the thing is needed, or only to who names a number or asks for bounds. */
  tell: z.enum(["always", "asked"]).default("asked"),
  mark: EvidenceMark,
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
});
export type ZoneThreshold = z.infer<typeof ZoneThreshold>;

/** One file of knowledge/zone. */
export const ZoneFile = z.strictObject({ thresholds: z.array(ZoneThreshold).min(1) });

/**
 * @param day ISO
 * @returns the rows that hold on a day; what is compared with any other is not known
 */
export function inForceOn(
  rows: ReadonlyMap<string, ZoneThreshold>,
  day: string,
): Map<string, ZoneThreshold> {
  const holds = ({ validFrom, validTo }: ZoneThreshold) =>
    (validFrom ?? day) <= day && (validTo ?? day) >= day;
  return new Map([...rows].filter(([, row]) => holds(row)));
}
