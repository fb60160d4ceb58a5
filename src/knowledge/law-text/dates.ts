import { readChineseNumber, readDigitByDigit } from "../../domain/chinese-number.ts";

const DIGIT = "[〇○零一二三四五六七八九]";
const NUMERAL = "[一二三四五六七八九十]";
/** A whole day as laws write it, with gaps where a line was set wide. */
const DAY = new RegExp(
  `(\\d{4}|${DIGIT}{4})\\s*年\\s*(\\d{1,2}|${NUMERAL}{1,2})\\s*月\\s*(\\d{1,2}|${NUMERAL}{1,3})\\s*日`,
  "gu",
);

/** A day in a text: ISO, where its words begin and where they end. */
export type DayInText = { day: string; from: number; to: number };

/** @returns every whole day of a text in order; what is no day of the calendar is passed over */
export function daysIn(text: string): DayInText[] {
  return Array.from(text.matchAll(DAY)).flatMap((match) => {
    const day = isoOf(match[1]!, match[2]!, match[3]!);
    return day === null ? [] : [{ day, from: match.index, to: match.index + match[0].length }];
  });
}

function isoOf(year: string, month: string, date: string): string | null {
  const numbers = [readDigitByDigit(year), numberOf(month), numberOf(date)];
  const iso = numbers.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
  const moment = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso);
  return real ? iso : null;
}

const numberOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : readChineseNumber(text));
