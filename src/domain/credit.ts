import { z } from "zod";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Condition } from "./condition.ts";
import { Jurisdiction } from "./jurisdiction.ts";
import { Bilingual } from "./language.ts";
import { Duration } from "./time-limit.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const Marked = CitedStatement.extend({ mark: EvidenceMark.default("V") });

/** One class of a grading, and what is known of how it is used. */
const GradeClass = z.strictObject({
  id: z.enum(["A", "B", "C", "D"]),
  name: Bilingual,
  uses: z.array(Marked),
});

/** A grading of operators. Credit class and food risk grade share letters and nothing else. */
export const Grading = z.strictObject({
  id: Id,
  name: Bilingual,
  says: CitedStatement,
  classes: z.array(GradeClass).min(1),
  /** What the grades are not: the grading they are mistaken for. */
  notToBeMixedWith: Id,
  facts: z.array(Marked),
  jurisdiction: Jurisdiction,
  mark: EvidenceMark,
});
export type Grading = z.infer<typeof Grading>;

/** How often a class is drawn, in one place and field: percent of the objects, and times a year. */
export const DrawRatio = z.strictObject({
  class: z.enum(["A", "B", "C", "D"]),
  /** Both bounds included; null: none is written. */
  percentFrom: z.number().nullable(),
  percentTo: z.number().nullable(),
  timesAYear: Bilingual.nullable(),
  jurisdiction: Jurisdiction,
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});

/** How long one tier of dishonesty is published, and when it can end early. */
export const PublicityTier = z.strictObject({
  id: Id,
  /** Which of the two rules: the national one, or that of market regulation. */
  rule: z.enum(["national", "market-regulation"]),
  name: Bilingual,
  /** When an act belongs here. */
  when: Condition.optional(),
  whenWords: Bilingual.optional(),
  published: z.boolean(),
  /** Earliest end on application; null: no early end. */
  minimum: Duration.nullable(),
  /** End without application; null: not known. */
  maximum: Duration.nullable(),
  endsByItself: z.boolean(),
  says: Marked,
});
export type PublicityTier = z.infer<typeof PublicityTier>;

/** What must hold for a repair, a listing or a removal; all of them. */
export const CreditCondition = z.strictObject({
  id: Id,
  of: z.enum([
    "repair-national",
    "repair-market",
    "abnormal-list-in",
    "abnormal-list-out",
    "serious-list-in",
    "serious-list-out",
  ]),
  /** any: one of them is enough, as for the grounds of a list; all: each is needed. */
  join: z.enum(["all", "any"]),
  when: Condition.optional(),
  whenWords: Bilingual.optional(),
  says: Marked,
});

/** How long an authority takes for a step of credit repair. */
export const CreditStep = z.strictObject({
  id: Id,
  what: Bilingual,
  within: Duration,
  extension: Duration.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});

/** A dated statement on the double assessment 双评估, number by number. */
export const AssessmentStatement = z.strictObject({
  id: Id,
  day: Day.nullable(),
  says: Marked,
  /** Enterprises by grade, where the statement gives them. */
  counts: z.record(z.enum(["A", "B", "C", "D"]), z.number().int()).optional(),
  jurisdiction: Jurisdiction,
});

/** One file of knowledge/credit: any of its lists. */
export const CreditFile = z.strictObject({
  checkedOn: Day,
  gradings: z.array(Grading).default([]),
  ratios: z.array(DrawRatio).default([]),
  tiers: z.array(PublicityTier).default([]),
  conditions: z.array(CreditCondition).default([]),
  steps: z.array(CreditStep).default([]),
  assessments: z.array(AssessmentStatement).default([]),
});
