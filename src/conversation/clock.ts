import { dayOf } from "../domain/day.ts";

/** Moments outside these years are a wrong clock, not a question about the past. */
const EARLIEST = "2000-01-01";
const LATEST = "2100-01-01";

/**
 * The moment a turn is judged at.
 * @param said what the channel says, ISO with offset
 * @param now this machine's time, ISO
 * @returns `said`, or `now` when the sender's clock cannot be right
 */
export function trustedMoment(said: string, now: string): { at: string; wrong: boolean } {
  const day = dayOf(said);
  const wrong = day < EARLIEST || day > LATEST;
  return { at: wrong ? now : said, wrong };
}

/** The catalogue tells one state of the law; so many days before it was checked the law may have been another. */
const STILL_THE_SAME = 180;

/**
 * @param day the day asked about
 * @param checkedOn the day the knowledge was last compared with its sources
 * @returns whether the answer may not have held on that day
 */
export function isLongAgo(day: string, checkedOn: string): boolean {
  return (Date.parse(checkedOn) - Date.parse(day)) / 86_400_000 > STILL_THE_SAME;
}
