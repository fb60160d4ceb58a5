import type { Span } from "../../domain/condition.ts";
import type { PackageFact } from "../../domain/package.ts";
import { readOneOfTwo, readSpokenNumber, SPOKEN_NUMBER } from "../../language/spoken-number.ts";
import { sided } from "./number-sides.ts";

/** A number with its unit: what it comes to (null: not read whole), and what stands in front of it. */
export type UnitNumber = { amount: number | Span | null; front: string };

const ABOUT = String.raw`\s*(?:多|来|左右|上下|出头|几)?\s*`;
/** 几十平 is no ten: a number begins where no other sign of one stands. */
const BEGINS = String.raw`(?<![几数第\d.一二两三四五六七八九十百千万零〇])`;
const NUMBER = `${BEGINS}(${SPOKEN_NUMBER})`;
/** What may follow a unit with a number of its own: 60平2层. */
const COUNTED =
  "层|楼|个|间|台|人|家|桌|张|套|户|位|名|辆|年|月|天|万|元|块|号|次|家|股|口|平|公里|里地";
const OTHER_UNITS = "平|吨|人|名|个|位|台|辆|亩|米|公斤|千克|斤|件|方|㎡|m|公里|只|头|张|桌";
const LARGE = 1_000;

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);

/** A unit that is one Chinese character is no unit inside a word: 一平台, 3人民; 1万平 are no 万 of money. */
function unitPattern(word: string): string {
  if (/[a-z0-9²]$/iu.test(word)) return String.raw`${escaped(word)}(?![a-z])`;
  return word === "万" ? `万(?!${OTHER_UNITS})` : `${escaped(word)}(?!台|员|民|地|房)`;
}

/** @returns every number in a clause that has a unit of the fact */
export function unitNumbers(clause: string, { units, times }: PackageFact): UnitNumber[] {
  const words = longestFirst([...(units?.zh ?? []), ...(units?.en ?? [])]);
  if (words.length === 0) return [];
  const unit = words.map(unitPattern).join("|");
  const each = (word: string) => times[word.toLowerCase()] ?? 1;
  const text = halvesWritten(clause, unit);
  const pattern = new RegExp(
    String.raw`${NUMBER}(?:${unit})?\s*(?:到|至|-|~|–|、|to)\s*(${SPOKEN_NUMBER})\s*(${unit})|${NUMBER}(${ABOUT})(?:个)?(${unit})`,
    "giu",
  );
  const found: UnitNumber[] = [];
  for (let last = 0, match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, from, to, rangeUnit, number, about, word] = match;
    const front = text.slice(last, match.index);
    const behind = text.slice(match.index + whole.length);
    if (rangeUnit !== undefined) found.push({ amount: spanOf(from!, to!, each(rangeUnit)), front });
    else {
      const rest = restOf(behind, each(word!), unit, each);
      const sides = about!.trim() + rest.behind;
      found.push({
        amount: rest.more === null ? null : amountOf(number!, each(word!), rest.more, front, sides),
        front,
      });
      pattern.lastIndex += rest.read;
    }
    last = pattern.lastIndex;
  }
  return found;
}

/** 半年, 一个半月: a half as a decimal. */
function halvesWritten(clause: string, unit: string): string {
  return clause
    .replaceAll("俩", "两个")
    .replaceAll("仨", "三个")
    .replaceAll(new RegExp(`(${SPOKEN_NUMBER})个半(?=${unit})`, "giu"), (_, number: string) =>
      String(readSpokenNumber(number) + 0.5),
    )
    .replaceAll(
      new RegExp(`(?<![\\d一二两三四五六七八九十个大多小前后上下])半个?(?=${unit})`, "giu"),
      "0.5",
    );
}

type Rest = {
  /** null: something is left that is not understood. */ more: number | null;
  read: number;
  behind: string;
};

/** What stands behind a unit and belongs to its number: 四吨半, 四吨八, 1年零6个月. */
function restOf(
  behind: string,
  each: number,
  unit: string,
  timesOf: (word: string) => number,
): Rest {
  const none = { more: 0, read: 0, behind };
  const took = (length: number, more: number | null): Rest => ({
    more,
    read: length,
    behind: behind.slice(length),
  });
  if (behind.startsWith("半")) return took(1, each / 2);
  const smaller = new RegExp(`^(?:零|又|加)?(${SPOKEN_NUMBER})\\s*个?(${unit})`, "iu").exec(behind);
  if (smaller && timesOf(smaller[2]!) < each)
    return took(smaller[0].length, readSpokenNumber(smaller[1]!) * timesOf(smaller[2]!));
  const digits = new RegExp(`^${SPOKEN_NUMBER}`, "u").exec(behind)?.[0].trim();
  if (digits === undefined || new RegExp(`^(?:${COUNTED})`, "u").test(behind.slice(digits.length)))
    return none;
  const tenth = /^[1-9一二两三四五六七八九]$/u.test(digits) && each >= LARGE;
  return took(digits.length, tenth ? (readSpokenNumber(digits) * each) / 10 : null);
}

function amountOf(number: string, each: number, more: number, front: string, behind: string) {
  const two = readOneOfTwo(number);
  if (two) return { atLeast: two[0] * each, atMost: two[1] * each };
  // "上百平" is a hundred and more, 上 in 路上100平 is not.
  const before = /^[百千万]/u.test(number) ? front : front.replace(/上$/u, "");
  return sided(
    Math.round((readSpokenNumber(number) * each + more) * LARGE) / LARGE,
    before,
    behind,
  );
}

function spanOf(from: string, to: string, each: number): Span | null {
  const [low, high] = [readSpokenNumber(from) * each, readSpokenNumber(to) * each];
  return Number.isFinite(low) && Number.isFinite(high) && low <= high
    ? { atLeast: low, atMost: high }
    : null;
}
