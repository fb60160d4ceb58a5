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
    /** Of what a person had from the entity, in the time the article names. */
    "times-income",
    "percent-income",
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
export type PenaltyAmount = z.infer<typeof PenaltyAmount>;

/**
 * Why a step writes no amount of its own.
 * order-first: an order or a warning comes first, and the fine only at a later step;
 * on-top: the fine of the steps above stands, and what this step names comes on top of it;
 * unwritten: a fine is possible, but the article writes no amount;
 * no-fine: what the article provides here is no fine (closure, revocation, a warning for good).
 */
export const NoAmount = z.enum(["order-first", "on-top", "unwritten", "no-fine"]);
export type NoAmount = z.infer<typeof NoAmount>;

/** The amounts of a step that are money to the state: detention is none. */
export const fines = ({ amounts }: { amounts: readonly PenaltyAmount[] }): PenaltyAmount[] =>
  amounts.filter(({ unit }) => unit !== "days-detention");

/** One step of a table of penalties: in which case, how much. */
export const DiscretionStep = z
  .strictObject({
    when: Bilingual,
    /** Without a fine in it, `noAmount` says why: detention is no fine. */
    amounts: z.array(PenaltyAmount),
    noAmount: NoAmount.optional(),
    /** What else: confiscation, suspension, revocation, ban. */
    also: Bilingual.optional(),
    cites: z.array(ProvisionRef).min(1),
  })
  .refine((step) => fines(step).length > 0 === (step.noAmount === undefined), {
    path: ["noAmount"],
    message: "must say why where `amounts` holds no fine, and only there",
  });
export type DiscretionStep = z.infer<typeof DiscretionStep>;

/** "First an order" needs a fine that may follow, "on top" a fine above it. */
function standBesideFines(steps: readonly DiscretionStep[], ctx: z.RefinementCtx) {
  steps.forEach(({ noAmount }, i) => {
    const others = noAmount === "order-first" ? steps.slice(i + 1) : steps.slice(0, i);
    const needsFine = noAmount === "order-first" || noAmount === "on-top";
    if (needsFine && others.every((other) => fines(other).length === 0))
      ctx.addIssue({
        code: "custom",
        path: [i, "noAmount"],
        message: `${noAmount} needs a step with an amount ${noAmount === "on-top" ? "above" : "below"} it`,
      });
  });
}

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
  steps: z.array(DiscretionStep).min(1).superRefine(standBesideFines),
  note: Bilingual.optional(),
  mark: EvidenceMark,
});
export type DiscretionTable = z.infer<typeof DiscretionTable>;

/** One file of knowledge/discretion. */
export const DiscretionFile = z.strictObject({ tables: z.array(DiscretionTable).min(1) });
