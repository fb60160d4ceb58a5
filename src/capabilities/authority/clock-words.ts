import type { Pause } from "../../domain/deadline.ts";
import { isDay, unreadDay } from "../../language/dates.ts";

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const STANDS_STILL =
  "暂停|中止|送检|检测|检验|检疫|鉴定|公告|听证|扣除|paused?|suspended|test(?:ing|ed)?|appraisal";
/** "检测 2026-10-12至2026-10-20", "pause 2026-10-12..2026-10-20", "暂停 2026-10-12起". */
const PAUSE = new RegExp(
  String.raw`(${STANDS_STILL})\s*(?:从|自|由|于|在|from)?\s*(${DAY})\s*(?:(?:至|到|-|–|—|~|～|\.\.|to|until|till)\s*(${DAY})|起|开始|on(?:wards)?)?`,
  "giu",
);

/** What follows `/clock`, without the day from which is counted. */
export type ClockWords = {
  procedure: string;
  pauses: (Pause & { why: string })[];
  /** What looks like a day or a pause and is none; then nothing may be counted. */
  unread: string | null;
};

/** @param words what was typed, whole days written as ISO and the first of them taken out */
export function readClockWords(words: string): ClockWords {
  const pauses = [...words.matchAll(PAUSE)].map(([, why, from, to]) => ({
    why: why!,
    from: from!,
    to: to ?? null,
  }));
  const procedure = words
    .replaceAll(PAUSE, " ")
    .replaceAll(/[,，、。;；]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const wrong = pauses.find(
    ({ from, to }) => !isDay(from) || (to !== null && (!isDay(to) || to < from)),
  );
  return {
    procedure,
    pauses,
    unread: wrong ? `${wrong.from}–${wrong.to ?? ""}` : unreadDay(procedure),
  };
}
