import { z } from "zod";
import { Day, EvidenceMark } from "./citation.ts";
import { ProvisionRef } from "./cited-statement.ts";
import { Bilingual } from "./language.ts";

/** One article of a law, in our own words: what it decides, with its numbers exactly right. */
export const Provision = z.strictObject({
  /** Number as cited: "35", "35(1)", "S2" for a document without articles. */
  article: z.string().regex(/^[0-9A-Z][0-9A-Za-z().-]*$/),
  says: Bilingual,
  mark: EvidenceMark,
  /** Only when this article's validity differs from its law's. */
  validFrom: Day.optional(),
  validTo: Day.optional(),
  /** What stands in its place since it ended: references; empty list: nothing does. Absent: not known. */
  replacedBy: z.array(ProvisionRef).optional(),
  /**
   * Read the same as the one article in replacedBy, which only has another number: a record that rests on
   * that one rested on this one in its time.
   */
  same: z.literal(true).optional(),
  /** What changed in substance, for people who know the old text. */
  change: Bilingual.optional(),
});
export type Provision = z.infer<typeof Provision>;

/** One law, regulation, rule or document in one version: a file under knowledge/provisions. */
export const Law = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string().min(2),
  titleEn: z.string().min(2),
  kind: z.enum(["law", "regulation", "rule", "local", "document", "standard", "page"]),
  issuer: z.string().min(2),
  /** Document number, for example 国务院令第746号; null when not known. */
  number: z.string().nullable(),
  /** How people name this text's version, for example 2021修正. */
  version: z.string().min(2),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** Id of the law that replaced this one. */
  replacedBy: z.string().nullable(),
  /** The day the text was last compared with its source. */
  checkedOn: Day,
  /** Where the text was read, in a few words or an address. */
  source: z.string().min(4),
  provisions: z.array(Provision).min(1),
});
export type Law = z.infer<typeof Law>;
