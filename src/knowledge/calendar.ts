import chineseDays from "chinese-days";
import type { CalendarDay, CalendarFile, WorkingCalendar } from "../domain/working-calendar.ts";

/** The last year that the library knows with its worked weekends. */
const LIBRARY_UNTIL = 2026;

/**
 * The working calendar of mainland China: the library's announced holidays and worked weekends, and over them
 * what the files of knowledge/calendar say.
 */
export function buildCalendar(files: readonly CalendarFile[]): WorkingCalendar {
  const overrides = new Map(
    files.flatMap(({ days }) =>
      days.map(({ day, working, name }): [string, CalendarDay] => [
        day,
        { working, holiday: name },
      ]),
    ),
  );
  const announced = [LIBRARY_UNTIL, ...files.flatMap((file) => file.announced)];
  return {
    day: (day) => overrides.get(day) ?? fromLibrary(day),
    announcedUntil: `${Math.max(...announced)}-12-31`,
  };
}

/** The library writes a holiday as "National Day,国庆节,3" and an ordinary day as "Sunday". */
function fromLibrary(day: string): CalendarDay {
  const { work, name } = chineseDays.getDayDetail(day);
  const [en, zh] = name.split(",");
  return { working: work, holiday: en && zh ? { zh, en } : null };
}
