import { relativeDays } from "./relative-days.ts";

const MONTH = "(?:1[0-2]|0?[1-9])";
const DATE = "(?:3[01]|[12]\\d|0?[1-9])";
const ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH_NAME = `(?:${ENGLISH_MONTHS.join("|")})[a-z]*\\.?`;

/** A way of writing a day: what is typed, and the parts year (may be missing), month and date in it. */
type Writing = { typed: RegExp; read(parts: readonly (string | undefined)[]): Parts };
type Parts = { year: string | undefined; month: string; date: string };

const inOrder = ([year, month, date]: readonly (string | undefined)[]): Parts => ({
  year,
  month: month!,
  date: date!,
});
const monthNumber = (name: string) =>
  String(ENGLISH_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** The longest writing first: "2026年9月28日" holds "9月28日". */
const WRITINGS: readonly Writing[] = [
  {
    typed: new RegExp(
      `((?:19|20)\\d{2})\\s*年\\s*(${MONTH})\\s*月\\s*(${DATE})\\s*(?:[日号]|(?!\\d))`,
      "gu",
    ),
    read: inOrder,
  },
  {
    typed: new RegExp(`(?<!\\d)((?:19|20)\\d{2})[-/.](${MONTH})[-/.](${DATE})(?!\\d)`, "gu"),
    read: inOrder,
  },
  { typed: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/gu, read: inOrder },
  {
    typed: new RegExp(
      `\\b(${DATE})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH_NAME})(?:,?\\s+((?:19|20)\\d{2}))?(?![\\w])`,
      "giu",
    ),
    read: ([date, month, year]) => ({ year, month: monthNumber(month!), date: date! }),
  },
  {
    typed: new RegExp(
      `\\b(${MONTH_NAME})\\s+(${DATE})(?:st|nd|rd|th)?(?:,?\\s+((?:19|20)\\d{2}))?(?![\\w])`,
      "giu",
    ),
    read: ([month, date, year]) => ({ year, month: monthNumber(month!), date: date! }),
  },
  {
    typed: new RegExp(`(?<![\\d年])(${MONTH})\\s*月\\s*(${DATE})\\s*(?:[日号]|(?!\\d))`, "gu"),
    read: ([month, date]) => ({ year: undefined, month: month!, date: date! }),
  },
];

/**
 * @param today ISO day: a date without a year is of its year, "昨天" and "next Monday" are counted from it
 * @returns the text with every day written as ISO (2026-09-28); what is no day of the calendar stays as it is
 */
export function withIsoDates(text: string, today: string): string {
  const written = WRITINGS.reduce(
    (current, { typed, read }) =>
      current.replaceAll(typed, (match: string, ...parts: string[]) => {
        const { year, month, date } = read(parts);
        const day = `${year ?? today.slice(0, 4)}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
        return isDay(day) ? day : match;
      }),
    text,
  );
  return relativeDays(written, today);
}

/** Whether an ISO text is a day of the calendar: 2026-02-30 is none. */
export function isDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

const ISO = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;

/** @returns the first ISO date of a text and the text without it; null when there is none */
export function firstDate(text: string): { day: string; rest: string } | null {
  const match = [...text.matchAll(ISO)].find(([day]) => isDay(day));
  if (!match) return null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { day: match[0], rest: rest.replaceAll(/\s+/g, " ").trim() };
}

/** What a person writes for a day that is none, or that leaves the day open. */
const LIKE_A_DAY =
  /\d{2,4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*[日号]?|\s*月)?|\d{1,2}\s*月\s*(?:\d{1,2}\s*[日号]?|初|底|末|中旬?|上旬|下旬)?|(?:19|20)\d{4,6}(?!\d)|\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|\d{1,2}\s*[日号](?!线)|(?:上|下|这|本)个?(?:周|星期|礼拜|月)|[月年周]底|[月年]初|前几天|过几天|(?:last|next) (?:week|month|year)|the other day/iu;

/** @returns what looks like a day and was not read as one ("2026-02-30", "上个月"); null when nothing does */
export function unreadDay(text: string): string | null {
  return LIKE_A_DAY.exec(text)?.[0].trim() ?? null;
}
