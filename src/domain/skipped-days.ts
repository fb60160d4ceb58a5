import type { Bilingual } from "./language.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** A holiday with its days, in order. */
export type HolidaySpan = { name: Bilingual; days: string[] };

/** @returns the ISO day so many calendar days later */
export function dayAfter(day: string, by = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** The holidays and worked weekends that a count came over, each holiday named with all of its days. */
export class SkippedDays {
  readonly holidays: HolidaySpan[] = [];
  readonly workedWeekends: string[] = [];
  readonly #calendar: WorkingCalendar;

  constructor(calendar: WorkingCalendar) {
    this.#calendar = calendar;
  }

  /** Takes note of one day that the count passed. */
  pass(day: string): void {
    const { working, holiday } = this.#calendar.day(day);
    if (holiday === null) return;
    if (working) this.workedWeekends.push(day);
    else if (!this.holidays.some(({ days }) => days.includes(day)))
      this.holidays.push({ name: holiday, days: this.#wholeHoliday(day, holiday) });
  }

  /** A holiday that began before the count, or goes on after it, is still named from its first day to its last. */
  #wholeHoliday(day: string, { zh }: Bilingual): string[] {
    const free = (one: string) => {
      const { working, holiday } = this.#calendar.day(one);
      return !working && holiday?.zh === zh;
    };
    let first = day;
    while (free(dayAfter(first, -1))) first = dayAfter(first, -1);
    const days = [first];
    while (free(dayAfter(days.at(-1)!))) days.push(dayAfter(days.at(-1)!));
    return days;
  }
}
