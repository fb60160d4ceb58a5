import type { Bilingual } from "./language.ts";
import type { Duration } from "./time-limit.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** Days on which a clock stands still; `to` is null while it still stands. */
export type Pause = { from: string; to: string | null };

/** When a time limit ends, and what made it so. */
export type Deadline = {
  /** ISO day; null while a pause has not ended. */
  due: string | null;
  /** Holidays that were not counted, each with its days, in order. */
  holidays: { name: Bilingual; days: string[] }[];
  /** Weekend days that are worked and were counted. */
  workedWeekends: string[];
  /** The day it would have ended, where a holiday moved the end. */
  movedFrom: string | null;
  /** Whether the calendar of all these days has been announced. */
  announced: boolean;
};

const nextDay = (day: string, by = 1) =>
  shift(day, (date) => date.setUTCDate(date.getUTCDate() + by));

function shift(day: string, change: (date: Date) => void): string {
  const date = new Date(`${day}T00:00:00Z`);
  change(date);
  return date.toISOString().slice(0, 10);
}

/**
 * The last day of a time limit. The day of the event is not counted; a limit in months or years ends on the
 * day of the same number, or the month's last; a limit in calendar days, months or years that ends on a free
 * day ends on the next worked one (Civil Code art. 200–203; complaint measures, order 121, art. 45).
 * Working days are counted one by one (Licensing Law art. 82).
 * @param start ISO day of the event
 * @param pauses days that are not counted, such as testing; they lengthen the limit
 */
export function deadline(
  start: string,
  duration: Duration,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Deadline {
  const open = pauses.some(({ to }) => to === null);
  const counted =
    duration.unit === "working-day" || duration.unit === "half-working-day"
      ? countWorkingDays(start, Math.ceil(duration.number), calendar, pauses)
      : countCalendar(start, duration, calendar, pauses);
  const last = counted.due > start ? counted.due : start;
  return { ...counted, due: open ? null : counted.due, announced: last <= calendar.announcedUntil };
}

type Counted = Omit<Deadline, "due" | "announced"> & { due: string };

function countWorkingDays(
  start: string,
  number: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): Counted {
  const seen = new Skipped();
  let day = start;
  for (let left = number; left > 0;) {
    day = nextDay(day);
    if (isPaused(day, pauses)) continue;
    const { working, holiday } = calendar.day(day);
    if (working) left -= 1;
    if (working && holiday) seen.workedWeekends.push(day);
    if (!working && holiday) seen.free(day, holiday);
  }
  return {
    due: day,
    holidays: seen.holidays,
    workedWeekends: seen.workedWeekends,
    movedFrom: null,
  };
}

function countCalendar(
  start: string,
  { number, unit }: Duration,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): Counted {
  let end = addCalendar(start, number, unit);
  for (let day = nextDay(start); day <= end; day = nextDay(day))
    if (isPaused(day, pauses)) end = nextDay(end);
  const seen = new Skipped();
  let due = end;
  for (; unit !== "hour" && !calendar.day(due).working; due = nextDay(due)) {
    const { holiday } = calendar.day(due);
    if (holiday) seen.free(due, holiday);
  }
  return {
    due,
    holidays: seen.holidays,
    workedWeekends: [],
    movedFrom: due === end ? null : end,
  };
}

function addCalendar(start: string, number: number, unit: Duration["unit"]): string {
  if (unit === "month" || unit === "year")
    return addMonths(start, unit === "year" ? number * 12 : number);
  return nextDay(start, unit === "hour" ? Math.floor(number / 24) : number);
}

function addMonths(start: string, months: number): string {
  const [year, month, date] = start.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

function isPaused(day: string, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => to !== null && day >= from && day <= to);
}

class Skipped {
  readonly holidays: Deadline["holidays"] = [];
  readonly workedWeekends: string[] = [];
  free(day: string, name: Bilingual): void {
    const last = this.holidays.at(-1);
    if (last?.name.zh === name.zh) last.days.push(day);
    else this.holidays.push({ name, days: [day] });
  }
}
