import { z } from "zod";
import { ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";

/** One body of the administration or beside it, with the names by which people call it. */
export const Organ = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: Bilingual,
  /** Short and everyday names: 市监, 城管, 应急局. */
  aliases: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(2)) }),
  /**
   * approval: decides applications; line: supervises a field; enforcement: finds and penalises;
   * legal: reviews; vertical: belongs to a national or provincial line outside the zone; other: none of these.
   */
  kind: z.enum(["approval", "line", "enforcement", "legal", "vertical", "other"]),
  /** Whether it is named among the sixteen departments of "16+X"; null: not known. */
  ofSixteen: z.boolean().nullable().default(null),
  /** What it does, where a person needs to be told. */
  note: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
});
export type Organ = z.infer<typeof Organ>;

/** One file of knowledge/organs. */
export const OrganFile = z.strictObject({ organs: z.array(Organ).min(1) });
