import { dayAfter, SkippedDays, type HolidaySpan } from "./skipped-days.ts";
import type { Duration } from "./time-limit.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** Days on which a clock stands still; `to` is null while it still stands. */
export type Pause = { from: string; to: string | null };

/** What changes the plain count of a limit. */
export type Counting = {
  /** Days that are not counted, such as testing; they lengthen the limit. */
  pauses?: readonly Pause[];
  /** Whether a cited provision moves an end on a free day to the next worked one. */
  moves?: boolean;
};

/** When a time limit ends, and what made it so. */
export type Deadline = {
  /** ISO day; null while a pause has not ended. */
  due: string | null;
  /** Holidays that the count came over. */
  holidays: HolidaySpan[];
  /** Weekend days that are worked and were counted. */
  workedWeekends: string[];
  /** The written last day, where a provision moved it. */
  movedFrom: string | null;
  /** Whether the last day is a free day that nothing moves. */
  endsOnFreeDay: boolean;
  /** Whether the calendar of all these days has been announced. */
  announced: boolean;
};

/**
 * The last day of a time limit. The day of the event is not counted (Civil Code art. 201); a limit in months
 * or years ends on the day of the same number, or the month's last (art. 202). Working days are counted one by
 * one (Licensing Law art. 82). A last day that is free stays the last day unless a provision moves it.
 * @param start ISO day of the event
 */
export function deadline(
  start: string,
  duration: Duration,
  calendar: WorkingCalendar,
  { pauses = [], moves = false }: Counting = {},
): Deadline {
  const open = pauses.some(({ to }) => to === null);
  const passed = new SkippedDays(calendar);
  const inWorkingDays = duration.unit === "working-day" || duration.unit === "half-working-day";
  const written = inWorkingDays
    ? lastWorkingDay(start, Math.ceil(duration.number), { calendar, pauses, passed })
    : lastCalendarDay(start, duration, pauses);
  const endsFree = !inWorkingDays && duration.unit !== "hour" && !calendar.day(written).working;
  const last = endsFree ? nextWorked(written, calendar, passed) : written;
  const due = moves ? last : written;
  return {
    due: open ? null : due,
    holidays: passed.holidays,
    workedWeekends: passed.workedWeekends,
    movedFrom: moves && endsFree ? written : null,
    endsOnFreeDay: endsFree && !moves,
    announced: (due > start ? due : start) <= calendar.announcedUntil,
  };
}

type Ground = { calendar: WorkingCalendar; pauses: readonly Pause[]; passed: SkippedDays };

function lastWorkingDay(
  start: string,
  number: number,
  { calendar, pauses, passed }: Ground,
): string {
  let day = start;
  for (let left = number; left > 0;) {
    day = dayAfter(day);
    const paused = isPaused(day, pauses);
    const { working } = calendar.day(day);
    // A weekend worked during a pause was not counted; a holiday in it is named all the same.
    if (!paused || !working) passed.pass(day);
    if (working && !paused) left -= 1;
  }
  return day;
}

function lastCalendarDay(
  start: string,
  { number, unit }: Duration,
  pauses: readonly Pause[],
): string {
  let end = calendarEnd(start, number, unit);
  for (let day = dayAfter(start); day <= end; day = dayAfter(day))
    if (isPaused(day, pauses)) end = dayAfter(end);
  return end;
}

function nextWorked(free: string, calendar: WorkingCalendar, passed: SkippedDays): string {
  let day = free;
  for (; !calendar.day(day).working; day = dayAfter(day)) passed.pass(day);
  return day;
}

function calendarEnd(start: string, number: number, unit: Duration["unit"]): string {
  if (unit === "month" || unit === "year")
    return monthsAfter(start, unit === "year" ? number * 12 : number);
  return dayAfter(start, unit === "hour" ? Math.floor(number / 24) : number);
}

function monthsAfter(start: string, months: number): string {
  const [year, month, date] = start.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

function isPaused(day: string, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => to !== null && day >= from && day <= to);
}
