import { z } from "zod";
import { Words } from "./case-fact.ts";
import { CitedStatement } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Condition } from "./condition.ts";
import { Jurisdiction } from "./jurisdiction.ts";
import { Bilingual } from "./language.ts";
import { Duration } from "./time-limit.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const Marked = CitedStatement.extend({ mark: EvidenceMark.default("V") });

/** One rule on who may use a mode and who may not. */
export const ModeRule = z.strictObject({
  id: Id,
  /** requires: without it the mode is not open; excludes: with it the mode is closed. */
  effect: z.enum(["requires", "excludes"]),
  about: z.enum(["matter", "person", "territory", "materials", "step", "choice"]),
  when: Condition,
  whenWords: Bilingual,
  says: Marked,
  /** Only for these approval items or handling items; absent: for every matter. */
  items: z.array(z.string()).min(1).optional(),
  /** Absent: the mode's own. Another place's rule is an example and decides nothing here. */
  jurisdiction: Jurisdiction.optional(),
});
export type ModeRule = z.infer<typeof ModeRule>;

/** A time or a number within a mode: when a gap must be closed at the latest. */
export const ModeLimit = z.strictObject({
  id: Id,
  what: Bilingual,
  within: Duration.nullable(),
  /** atMost: never later; before: at least so long before `relativeTo`. */
  kind: z.enum(["at-most", "before"]),
  relativeTo: Bilingual,
  says: Marked,
  jurisdiction: Jurisdiction,
});

/** One way of handling an approval: no-visit 不见面, notify-and-commit 告知承诺, gaps 容缺 … */
export const Mode = z.strictObject({
  id: Id,
  name: Bilingual,
  aliases: Words,
  /** What it is, conclusion first. */
  says: CitedStatement,
  /** What it is not: ids of modes it is mistaken for. */
  notToBeMixedWith: z.array(Id).default([]),
  rules: z.array(ModeRule),
  limits: z.array(ModeLimit).default([]),
  /** What follows a broken promise or a gap that stays open. */
  ifBroken: z.array(Marked),
  /** The ordinary procedure always remains. */
  fallback: Marked,
  notes: z.array(Marked).default([]),
  jurisdiction: Jurisdiction,
  /** Whether the zone uses it: yes by law or by its own page, or to be confirmed. */
  appliesHere: z.enum(["yes", "model-to-be-confirmed", "no"]),
  mark: EvidenceMark,
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
});
export type Mode = z.infer<typeof Mode>;

/** One file of knowledge/modes. */
export const ModeFile = z.strictObject({ checkedOn: Day, modes: z.array(Mode).min(1) });
