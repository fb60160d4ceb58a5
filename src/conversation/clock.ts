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
