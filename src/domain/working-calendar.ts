import { z } from "zod";
import { Day } from "./citation.ts";
import { Bilingual } from "./language.ts";

/** What one calendar day is: worked or free, and by which holiday that differs from the week's usual. */
export type CalendarDay = {
  working: boolean;
  /** The holiday that frees the day, or for which a weekend is worked; null: an ordinary day of the week. */
  holiday: Bilingual | null;
};

/** Which days are worked. */
export type WorkingCalendar = {
  day(day: string): CalendarDay;
  /** The last day whose holidays and worked weekends have been announced; later ones rest on the law alone. */
  announcedUntil: string;
};

/** One day that differs from the library's calendar: a file under knowledge/calendar. */
export const CalendarOverride = z.strictObject({
  day: Day,
  working: z.boolean(),
  name: Bilingual,
});

export const CalendarFile = z.strictObject({
  /** Where the days were read. */
  source: z.string().min(4),
  /** Years whose arrangement, with the worked weekends, is completely entered here. */
  announced: z.array(z.number().int()).default([]),
  days: z.array(CalendarOverride),
});
export type CalendarFile = z.infer<typeof CalendarFile>;
