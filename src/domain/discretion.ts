import { z } from "zod";
import { ProvisionRef } from "./cited-statement.ts";
import { EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";

/** An amount of a penalty with its bounds as the article writes them. Bounds are inclusive. */
export const PenaltyAmount = z.strictObject({
  unit: z.enum([
    "yuan",
    "times-value",
    "times-gains",
    "times-wages",
    /** Of the unlawful turnover, sales or purchases, as the article says. */
    "times-turnover",
    "percent-turnover",
    /** Of the fee, charge or pay the article names: advertising fee, sea-use charge, agreed pay. */
    "times-fee",
    /** Of the tax evaded or short-paid. */
    "times-tax",
    /** Of the social insurance contributions due or in arrears. */
    "times-contributions",
    "percent-contract",
    "percent-value",
    "percent-cost",
    "percent-investment",
    "percent-prepayment",
    "yuan-per-person",
    "yuan-per-square-metre",
    "yuan-per-day",
    "days-detention",
  ]),
  /** null: no lower bound is written. */
  min: z.number().nonnegative().nullable(),
  max: z.number().nonnegative().nullable(),
});

/** One step of a table of penalties: in which case, how much. */
export const DiscretionStep = z.strictObject({
  when: Bilingual,
  /** Empty: the step brings no amount (warning, order to correct, revocation). */
  amounts: z.array(PenaltyAmount),
  /** What else: confiscation, suspension, revocation, ban. */
  also: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
});

/** The steps of penalty for one violation, by statute or by a published table of discretion. */
export const DiscretionTable = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  violation: Bilingual,
  aliases: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(2)) }),
  /** statute: the law's own steps; table: a published discretion standard. */
  source: z.enum(["statute", "table"]),
  /** Where it holds: national, or the place whose table it is. */
  jurisdiction: Bilingual,
  /** Id of the authority entry of the matter. */
  authority: z.string().nullable(),
  steps: z.array(DiscretionStep).min(1),
  note: Bilingual.optional(),
  mark: EvidenceMark,
});
export type DiscretionTable = z.infer<typeof DiscretionTable>;

/** One file of knowledge/discretion. */
export const DiscretionFile = z.strictObject({ tables: z.array(DiscretionTable).min(1) });
