import { z } from "zod";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Condition, factsIn } from "./condition.ts";
import { EnforcementField } from "./enforcement-field.ts";
import { Jurisdiction } from "./jurisdiction.ts";
import { Bilingual } from "./language.ts";

/**
 * The ways to no penalty. A: slight, corrected in time, no harm (Penalty Law 33(1) first half); B: first time,
 * slight harm, corrected in time (33(1) second half); C: no fault, proven by the party (33(2)); S: the
 * provision itself fines only after a refused or overdue order to correct.
 */
export const NoPenaltyRoute = z.enum(["A", "B", "C", "S"]);
export type NoPenaltyRoute = z.infer<typeof NoPenaltyRoute>;

/** must-not 不予处罚; may-not 可以不予处罚, the authority decides; no-fine: no fine, a warning may remain. */
export const NoPenaltyEffect = z.enum(["must-not", "may-not", "no-fine"]);

/** One way by which a row leads to no penalty: the way's own conditions, and what the row adds to them. */
export const RowRoute = z.strictObject({
  route: NoPenaltyRoute,
  effect: NoPenaltyEffect,
  /** What the row asks beyond the route's own conditions; absent: nothing. */
  when: Condition.optional(),
  /** The same in words, with the same numbers. Needed with `when`. */
  whenWords: Bilingual.optional(),
  /** The row's condition stands in the place of the route's own: 主动披露. */
  instead: z.boolean().default(false),
  /** Whose condition it is, where one row joins the lists of several places. */
  place: Bilingual.optional(),
});
export type RowRoute = z.infer<typeof RowRoute>;

/** How "first time" is counted by the list. */
export const FirstTime = z.strictObject({
  /** How far back one looks; null: the list does not say, or (ever) without limit. */
  lookbackMonths: z.number().int().positive().nullable(),
  ever: z.boolean().default(false),
  scope: z.enum(["same-item", "same-provision", "same-type", "same-domain", "not-stated"]),
  /** Where it is looked up. */
  evidence: z.array(z.enum(["publicity-system", "case-files", "own-statement"])).min(1),
});

/** The articles in force until a day, for acts before it (Penalty Law 37). */
const EarlierArticles = z.strictObject({
  until: Day,
  violates: z.array(ProvisionRef).default([]),
  punishedBy: z.array(ProvisionRef).default([]),
});

/** One row of a list of violations that are not penalised under conditions 包容免罚. */
export const NoPenaltyItem = z
  .strictObject({
    /** As the lists are cited among officers: N01, T03, S12, E07. */
    id: z.string().regex(/^[A-Z]\d{2}$/),
    /** Row of the working list. */
    row: z.number().int().positive(),
    violation: Bilingual,
    aliases: z.strictObject({ zh: z.array(z.string().min(2)), en: z.array(z.string().min(3)) }),
    field: EnforcementField,
    /** Empty only for a row that is known to exist and not by its content (mark U). */
    routes: z.array(RowRoute),
    firstTime: FirstTime.nullable(),
    /** Ids of yes-no facts; each, if true, excludes the row. Not known is not false. */
    exclusions: z.array(z.string()),
    /** What still applies besides education (Penalty Law 33(3)). */
    remains: z.array(Bilingual),
    /** What the law provides when it is not corrected, or the conditions do not hold. */
    ifNotCorrected: CitedStatement.nullable(),
    jurisdiction: Jurisdiction,
    /** Another place's list is a model until the zone has confirmed it. */
    appliesHere: z.enum(["yes", "model-to-be-confirmed", "no"]),
    /** The duty that is broken, the sanction, and the list or clause that spares it. */
    violates: z.array(ProvisionRef),
    punishedBy: z.array(ProvisionRef),
    listedIn: z.array(ProvisionRef),
    earlier: z.array(EarlierArticles).default([]),
    mark: EvidenceMark,
    validFrom: Day.nullable().default(null),
    validTo: Day.nullable().default(null),
    note: Bilingual.optional(),
  })
  .superRefine((item, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const known = item.mark !== "U";
    if (known && item.routes.length === 0) refuse(["routes"], "name at least one route");
    if (known && item.listedIn.length === 0)
      refuse(["listedIn"], "name the list or the clause that spares the penalty");
    if (item.routes.some(({ route }) => route === "B") && !item.firstTime)
      refuse(["firstTime"], "route B needs to say how the first time is counted");
    if (item.jurisdiction.kind === "other-place-model" && item.appliesHere === "yes")
      refuse(["appliesHere"], "another place's list does not apply here: model-to-be-confirmed");
    item.routes.forEach(({ route, effect, when, whenWords }, i) => {
      if ((when === undefined) !== (whenWords === undefined))
        refuse(["routes", i], "give the condition and its words together");
      if (route === "S" && effect !== "no-fine")
        refuse(["routes", i, "effect"], "route S spares the fine only: no-fine");
      if (route === "A" && effect !== "must-not")
        refuse(["routes", i, "effect"], "by route A there must not be a penalty: must-not");
    });
  });
export type NoPenaltyItem = z.infer<typeof NoPenaltyItem>;

/** One file of knowledge/no-penalty. */
export const NoPenaltyFile = z.strictObject({
  checkedOn: Day,
  items: z.array(NoPenaltyItem).min(1),
});

/** The facts a row speaks of besides those of its routes, each once, in the row's order. */
export function factsAsked({ routes, exclusions }: NoPenaltyItem): string[] {
  const inRoutes = routes.flatMap(({ when }) => (when ? factsIn(when) : []));
  return [...new Set([...inRoutes, ...exclusions])];
}
