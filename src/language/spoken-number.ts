import { readChineseNumber } from "../domain/chinese-number.ts";

/** A number as people type or say it: 300, 1.5万, 三百二, 一万五, 八九十. Source of a regular expression without groups. */
export const SPOKEN_NUMBER = String.raw`(?:\d+(?:\.\d+)?\s?[百千万]?|[零〇一二两三四五六七八九十百千万]+)`;

const LARGE: Record<string, number> = { 百: 100, 千: 1_000, 万: 10_000 };
/** What the last digit of 三百二 counts: a tenth of what is in front of it. */
const SMALLER: Record<string, string> = { 百: "十", 千: "百", 万: "千" };
/** 八九 beside each other is no number: it is one of two. */
const TWO_DIGITS = /[一二两三四五六七八九]{2}/u;

/** @returns 320 for 三百二, 15000 for 1.5万 and 一万五; NaN for no number, and for one of two (八九十) */
export function readSpokenNumber(text: string): number {
  const typed = /^(\d+(?:\.\d+)?)\s?([百千万])?$/u.exec(text.trim());
  if (typed) return Number(typed[1]) * (typed[2] === undefined ? 1 : LARGE[typed[2]]!);
  if (TWO_DIGITS.test(text)) return Number.NaN;
  const full = text.replace(
    /([百千万])([一二两三四五六七八九])$/u,
    (_, unit: string, digit: string) => `${unit}${digit}${SMALLER[unit]!}`,
  );
  const [high, low] = full.includes("万") ? full.split("万") : ["", full];
  const tenThousands = high === "" ? 0 : readChineseNumber(high!) * 10_000;
  return tenThousands + (low === "" ? 0 : readChineseNumber(low!));
}

/** @returns [80, 90] for 八九十, [27, 28] for 二十七八, [100, 200] for 一两百; null where no two are named */
export function readOneOfTwo(text: string): [number, number] | null {
  const said = /^(.*?)([一二两三四五六七八九])([二两三四五六七八九])([十百千万]*)$/u.exec(
    text.trim(),
  );
  if (!said) return null;
  const [, front, first, second, unit] = said as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [from, to] = [first, second].map((digit) => readSpokenNumber(front + digit + unit));
  const follow = readSpokenNumber(second) - readSpokenNumber(first) === 1;
  return follow && Number.isFinite(to) ? [from!, to!] : null;
}
