import { readChineseNumber } from "../domain/chinese-number.ts";

/** A number as people type or say it: 300, 1.5万, 三百二, 一万五. Source of a regular expression without groups. */
export const SPOKEN_NUMBER = String.raw`(?:\d+(?:\.\d+)?\s?[百千万]?|[零〇一二两三四五六七八九十百千万]+)`;

const LARGE: Record<string, number> = { 百: 100, 千: 1_000, 万: 10_000 };
/** What the last digit of 三百二 counts: a tenth of what is in front of it. */
const SMALLER: Record<string, string> = { 百: "十", 千: "百", 万: "千" };

/** @returns 320 for 三百二, 15000 for 1.5万 and 一万五; NaN for no number */
export function readSpokenNumber(text: string): number {
  const typed = /^(\d+(?:\.\d+)?)\s?([百千万])?$/u.exec(text.trim());
  if (typed) return Number(typed[1]) * (typed[2] === undefined ? 1 : LARGE[typed[2]]!);
  const full = text.replace(
    /([百千万])([一二两三四五六七八九])$/u,
    (_, unit: string, digit: string) => `${unit}${digit}${SMALLER[unit]!}`,
  );
  const [high, low] = full.includes("万") ? full.split("万") : ["", full];
  const tenThousands = high === "" ? 0 : readChineseNumber(high!) * 10_000;
  return tenThousands + (low === "" ? 0 : readChineseNumber(low!));
}
