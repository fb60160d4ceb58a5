import { z } from "zod";
import { ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";
import { Duration } from "./time-limit.ts";

/** A day of every year: 06-30. */
const DayOfYear = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

/**
 * What becomes of a last day that is free.
 * stays: no source says that it moves, the written day is told (the rule where nothing is entered);
 * ceiling: the source says that the authority may not exceed it (不得超过), it never moves;
 * moves: the provisions of movedBy say that it ends on the next worked day.
 */
const OnFreeDay = z.enum(["stays", "ceiling", "moves"]);

/** One time limit in a procedure. */
export const ClockStep = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    what: Bilingual,
    /** Id of the step whose last day starts this one; null: the event itself. */
    after: z.string().nullable().default(null),
    duration: Duration,
    /** A period of the calendar that comes every year; then the event does not start it. */
    yearly: z.strictObject({ opens: DayOfYear, closes: DayOfYear }).optional(),
    onFreeDay: OnFreeDay.default("stays"),
    /** The provisions that move an end on a free day. */
    movedBy: z.array(ProvisionRef).default([]),
    /** Whether "day" in the source means a working day by the same law: APL art. 85 for 2, 3, 5 and 7 days. */
    countedAs: z.enum(["as-written", "working-day"]).default("as-written"),
    extension: Duration.optional(),
    /** What does not count: tests, hearings, … */
    notCounted: Bilingual.optional(),
    note: Bilingual.optional(),
    cites: z.array(ProvisionRef).min(1),
    mark: EvidenceMark,
  })
  .refine(({ onFreeDay, movedBy }) => (onFreeDay === "moves") === movedBy.length > 0, {
    path: ["movedBy"],
    message: "a last day moves by a provision: set onFreeDay: moves and movedBy together",
  });
export type ClockStep = z.infer<typeof ClockStep>;

/** The time limits of one procedure in one version of its rules. Two versions are two records of one matter. */
export const ClockRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: Bilingual,
  aliases: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(2)) }),
  /** The event from which the first limit runs. */
  starts: Bilingual,
  steps: z.array(ClockStep).min(1),
  note: Bilingual.optional(),
  /** Events from this day on are judged by this version; null: its first day is not entered. */
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
});
export type ClockRule = z.infer<typeof ClockRule>;

/** One file of knowledge/clocks. */
export const ClockFile = z.strictObject({ clocks: z.array(ClockRule).min(1) });
