const WRITTEN =
  /((?:19|20)\d{2})\s*(?:年\s*(1[0-2]|0?[1-9])\s*月\s*(3[01]|[12]\d|0?[1-9])\s*[日号]?|[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?!\d))/gu;

/** @returns the text with every whole date written as ISO (2026-09-28); what is no day of the calendar stays as it is */
export function withIsoDates(text: string): string {
  return text.replaceAll(
    WRITTEN,
    (typed, year: string, ...rest: (string | number | undefined)[]) => {
      const [zhMonth, zhDate, month, date] = rest;
      const day = `${year}-${two(zhMonth ?? month)}-${two(zhDate ?? date)}`;
      return isDay(day) ? day : typed;
    },
  );
}

const two = (part: string | number | undefined) => String(part).padStart(2, "0");

/** Whether an ISO text is a day of the calendar: 2026-02-30 is none. */
export function isDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

/** @returns the first ISO date of a text and the text without it; null when there is none */
export function firstDate(text: string): { day: string; rest: string } | null {
  const match = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(text);
  if (!match || !isDay(match[0])) return null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { day: match[0], rest: rest.replaceAll(/\s+/g, " ").trim() };
}
