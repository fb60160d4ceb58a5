import { z } from "zod";
import { EvidenceMark } from "./citation.ts";
import { ProvisionRef } from "./cited-statement.ts";
import { Bilingual } from "./language.ts";

export const TimeUnit = z.enum(["working-day", "day", "month", "year", "hour", "half-working-day"]);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** A length of time as the source writes it: "day" is not silently a working day. */
export const Duration = z.strictObject({ number: z.number().positive(), unit: TimeUnit });
export type Duration = z.infer<typeof Duration>;

/** From which event a limit runs. */
export const ClockStart = z.enum([
  "acceptance",
  "receipt",
  "application",
  "filing",
  "start-of-business",
  "event",
]);

/** A time limit for the authority. number 0 means on the spot. */
export const TimeLimit = z.strictObject({
  /** "limited": within duration; "on-the-spot": decided at once; "default": the Licensing Law's 20 working days. */
  kind: z.enum(["limited", "on-the-spot", "default"]),
  duration: Duration.optional(),
  from: ClockStart.optional(),
  /** A possible extension, as the source allows it. */
  extension: Duration.optional(),
  /** Steps whose time is not counted. */
  excluded: z
    .array(
      z.enum([
        "site-inspection",
        "hearing",
        "public-notice",
        "testing",
        "expert-review",
        "correction",
      ]),
    )
    .default([]),
  note: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});
export type TimeLimit = z.infer<typeof TimeLimit>;

/** What follows when a duty has a window: renewals, filings after the start. */
export const Window = z.strictObject({
  /** Earliest moment before the end, if the source names one. */
  opens: Duration.optional(),
  /** Latest moment. */
  closes: Duration,
  relativeTo: z.enum([
    "before-expiry",
    "after-start",
    "after-change",
    "after-event",
    "before-start",
  ]),
  ifLate: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});
