import { z } from "zod";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Condition } from "./condition.ts";
import { Jurisdiction } from "./jurisdiction.ts";
import { Bilingual } from "./language.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

/** One level of a reward: a share of fines and confiscation, never below a minimum. */
export const RewardLevel = z.strictObject({
  level: z.number().int().positive(),
  /** What the report must have been. */
  asks: Bilingual,
  percent: z.number().positive(),
  /** Yuan; also what is paid where there is no fine. */
  minimum: z.number().positive(),
});

/** From which fines and confiscation together a breach counts as major; each province fixes its own. */
export const MajorBreachThreshold = z.strictObject({
  party: z.enum(["citizen", "organisation"]),
  yuan: z.number().positive(),
  jurisdiction: Jurisdiction,
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});

/** A line of a reward rule, judged by its own mark. */
const RewardLine = CitedStatement.extend({ id: Id, mark: EvidenceMark.default("V") });

/** One rule on rewarding reports. Amounts are examples of the rule: a reward is never promised. */
export const RewardScheme = z.strictObject({
  id: Id,
  name: Bilingual,
  says: CitedStatement,
  levels: z.array(RewardLevel),
  /** Yuan a case; null: none is known. */
  cap: z.number().positive().nullable(),
  /** From this amount on the finance department decides too. */
  financeFrom: z.number().positive().nullable(),
  thresholds: z.array(MajorBreachThreshold),
  /** All must hold. */
  conditions: z.array(RewardLine),
  /** Any of them excludes. */
  exclusions: z.array(
    RewardLine.extend({ when: Condition.optional(), whenWords: Bilingual.optional() }),
  ),
  /** What nobody could read: the reply says that it is not known. */
  unknown: z.array(Bilingual),
  jurisdiction: Jurisdiction,
  mark: EvidenceMark,
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
});
export type RewardScheme = z.infer<typeof RewardScheme>;
