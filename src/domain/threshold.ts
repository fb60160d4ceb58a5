import { z } from "zod";
import { CitedStatement } from "./cited-statement.ts";
import { EvidenceMark } from "./citation.ts";
import { Condition } from "./condition.ts";
import { Bilingual } from "./language.ts";

/** A unit as people say it, with what one of it is in the base unit: 吨 is 1000 of 公斤. */
export const MeasureUnit = z.strictObject({
  words: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }),
  factor: z.number().positive().default(1),
});
export type MeasureUnit = z.infer<typeof MeasureUnit>;

/** The name under which a measured number stands in the conditions of its threshold. */
export const MEASURED = "number";

/** Which side of a bound a visitor's own number is on, and what follows. */
const Measured = z.strictObject({
  /** Base unit, for repeating the number: 平方米, square metres. */
  unit: Bilingual,
  units: z.array(MeasureUnit).min(1),
  /** The number is this one only beside one of these words; absent: wherever the unit stands. */
  about: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }).optional(),
  /** Tried in order; conditions speak of the fact "number". */
  cases: z.array(z.strictObject({ when: Condition, says: CitedStatement })).min(1),
});

/** A number at which the answer changes; with `measured` the visitor's own number is put on its side of it. */
export const Threshold = CitedStatement.extend({
  mark: EvidenceMark.default("V"),
  measured: Measured.optional(),
});
export type Threshold = z.infer<typeof Threshold>;
