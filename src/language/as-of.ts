/** A question about another day than today's, and what is asked of that day. */
export type AsOf = { day: string; text: string };

const YEAR = "(?<year>(?:19|20)\\d{2})";
const MONTH = "(?<month>1[0-2]|0?[1-9])";
const DATE = "(?<date>3[01]|[12]\\d|0?[1-9])";
const WHOLE_DAY = `${YEAR}\\s*(?:年\\s*${MONTH}\\s*月\\s*${DATE}\\s*[日号]?|[-/.]${MONTH.replace("month", "month2")}[-/.]${DATE.replace("date", "date2")})`;
const MONTH_ONLY = `${YEAR.replace("year", "year3")}\\s*年\\s*${MONTH.replace("month", "month3")}\\s*月(?:份)?`;
const YEAR_ONLY = `${YEAR.replace("year", "year4")}\\s*年`;
const MOMENT = `(?:${WHOLE_DAY}|${MONTH_ONLY}|${YEAR_ONLY})`;
const THEN = "(?:那天|那会儿|那时候?|那阵儿?|当时|当天|的时候|时)";
const RULES = "(?:的|时的|当时的|有效的)?(?:规定|规矩|规则|法律|法规|办法|条例|政策|标准|要求)";

/** Only these say that the rules of that day are meant; "2021年办的证" names a licence, not a law. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:按照?|依照?|根据|照着?)\\s*${MOMENT}\\s*${RULES}?(?:来说|来看|算)?[，,、\\s]*`,
    "u",
  ),
  new RegExp(`(?:在|回到)?\\s*${MOMENT}\\s*(?:${THEN})(?:${RULES})?[，,、\\s]*`, "u"),
  new RegExp(
    `${MOMENT}\\s*(?:的|有效的)(?:规定|规矩|法律|法规|政策)(?:是|里|中|下)?[，,、\\s]*`,
    "u",
  ),
  new RegExp(
    `\\b(?:as of|as at|under the (?:rules|law) (?:of|in force on)|back (?:on|in))\\s+${MOMENT}[,\\s]*`,
    "iu",
  ),
];

/**
 * The day whose rules are asked about, when the question says so.
 * @returns the day (of a month alone its first, of a year alone 1 July) and the question without it; null: today's
 */
export function readAsOf(text: string): AsOf | null {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const day = dayFrom(match.groups ?? {});
    const rest = text.replace(match[0], " ").trim();
    if (day !== null && /[\p{L}\p{N}]/u.test(rest)) return { day, text: rest };
  }
  return null;
}

function dayFrom(groups: Record<string, string | undefined>): string | null {
  const year = groups.year ?? groups.year3 ?? groups.year4;
  const month = groups.month ?? groups.month2 ?? groups.month3 ?? (groups.year4 ? "7" : undefined);
  const date = groups.date ?? groups.date2 ?? "1";
  const day = `${year}-${month?.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null;
}
