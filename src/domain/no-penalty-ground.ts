import { z } from "zod";
import { CitedStatement } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Condition } from "./condition.ts";
import { EnforcementField } from "./enforcement-field.ts";
import { Jurisdiction } from "./jurisdiction.ts";
import { Bilingual } from "./language.ts";
import { NoPenaltyRoute } from "./no-penalty-rule.ts";

/**
 * What the law itself says about penalising or not, whatever the row.
 * route: the conditions that every row of a route shares; gate: looked at before any route; bar: closes every
 * route; clause: a special rule that takes a route's place; lighten: no way to none, but to less; limitation:
 * too late to penalise; aftermath: what remains or falls away without a penalty; restatement: a law of the
 * field says it again; profile: a place's own promise, besides the statute.
 */
export const NoPenaltyGround = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    kind: z.enum([
      "route",
      "gate",
      "bar",
      "clause",
      "lighten",
      "limitation",
      "aftermath",
      "restatement",
      "profile",
    ]),
    name: Bilingual,
    /** The route it is, restates or takes the place of. */
    routes: z.array(NoPenaltyRoute).default([]),
    /** Empty: every field. */
    fields: z.array(EnforcementField).default([]),
    effect: z.enum([
      "must-not",
      "may-not",
      "no-fine",
      "lighten",
      "may-lighten",
      "stop-only",
      "barred",
      "transfer",
      "emergency-first",
      "no-violation",
      "no-confiscation",
      "record-only",
    ]),
    when: Condition.optional(),
    whenWords: Bilingual.optional(),
    /** Only for a limitation: after how many months without discovery. */
    months: z.number().int().positive().optional(),
    /** Who has to prove it. */
    burden: z.enum(["authority", "party"]).default("authority"),
    says: CitedStatement,
    remains: z.array(Bilingual).default([]),
    jurisdiction: Jurisdiction,
    mark: EvidenceMark,
    validFrom: Day.nullable().default(null),
    validTo: Day.nullable().default(null),
  })
  .superRefine(({ when, whenWords, kind, months }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if ((when === undefined) !== (whenWords === undefined))
      refuse("whenWords", "give the condition and its words together");
    if ((kind === "limitation") !== (months !== undefined))
      refuse("months", "a limitation needs its months, anything else has none");
  });
export type NoPenaltyGround = z.infer<typeof NoPenaltyGround>;

/** One file of knowledge/no-penalty-law. */
export const NoPenaltyLawFile = z.strictObject({
  checkedOn: Day,
  grounds: z.array(NoPenaltyGround).min(1),
});
