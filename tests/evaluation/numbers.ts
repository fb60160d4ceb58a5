import { z } from "zod";
import { readChineseNumber } from "../../src/domain/chinese-number.ts";

export const Unit = z.enum([
  "yuan",
  "day",
  "working-day",
  "month",
  "year",
  "square-metre",
  "person",
  "times",
  "percent",
  "metre",
  "kg",
  "tonne",
  "age",
  "hour",
]);
export type Unit = z.infer<typeof Unit>;

/** A number as a sentence writes it; unit null: none is written beside it; from, to: where it stands. */
export type Written = { number: number; unit: Unit | null; from: number; to: number };

/** The first that fits is the unit; factor: a kilometre is 1,000 metres. */
const UNITS: readonly (readonly [pattern: string, unit: Unit | null, factor?: number])[] = [
  ["个?工作日", "working-day"],
  ["周?岁", "age"],
  ["个?月", "month"],
  ["个?小时", "hour"],
  ["平方?米|㎡", "square-metre"],
  ["平方公里|立方米|厘米|毫米", null],
  ["公里|千米", "metre", 1_000],
  ["米", "metre"],
  ["千克|公斤", "kg"],
  ["吨", "tonne"],
  ["元|块(?:钱)?", "yuan"],
  ["倍", "times"],
  ["%|％", "percent"],
  ["名|个?人(?!民币)", "person"],
  ["年", "year"],
  ["日|天", "day"],
];
const UNIT = UNITS.map(([pattern]) => `(${pattern})`).join("|");
const NUMBER = new RegExp(
  `(?<percent>百分之)?(?:(?<digits>\\d[\\d,，]*(?:\\.\\d+)?)|(?<words>[零〇一二两三四五六七八九十百千]+|半))\\s*(?<many>[千万亿]*)(?<rest>(?<=万)(?:\\d{1,4}|[一二三四五六七八九](?=千))千?)?\\s*(?<unit>${UNIT})?(?<half>半)?`,
  "gu",
);
/** Articles, calendar days and fractions are no numbers of the matter. */
const ASIDE =
  /第\s*[\d零〇一二两三四五六七八九十百千]+\s*(?:章|节|条(?:之[一二三四五六七八九十]+)?|款|项|号|批)|\d{4}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*[日号])?|\d{1,2}\s*月\s*\d{1,2}\s*[日号]|[一二三四五六七八九十百千万]+分之[一二三四五六七八九十百千万\d]+(?<!百分之.{1,4})/gu;
const MANY: Record<string, number> = { 千: 1e3, 万: 1e4, 亿: 1e8 };
/** What may stand between the two ends of a range. */
const RANGE = /^(?:以上|以下|到|至|[-—–~～、]|或者?)+(?:不?足|不?超过)?$/u;

/** @returns every number of a Chinese sentence with its unit; 半年 is half a year and six months */
export function numbersIn(sentence: string): Written[] {
  const text = sentence.replaceAll(ASIDE, (aside) => "·".repeat(aside.length));
  const found = [...text.matchAll(NUMBER)].map((match) => ({
    many: manyOf(match.groups!.many!),
    spelt: match.groups!.digits === undefined,
    ...read(match),
  }));
  return found.flatMap(({ many, spelt, ...written }, at) => {
    if (written.unit !== null) return alike(written);
    const next = found[at + 1];
    if (!next?.unit || !RANGE.test(text.slice(written.to, next.from)))
      return spelt ? [] : [written];
    const shared = next.many / many;
    return alike({ ...written, unit: next.unit }).concat(
      shared > 1 ? [{ ...written, number: written.number * shared, unit: next.unit }] : [],
    );
  });
}

const manyOf = (words: string): number =>
  words.split("").reduce((product, word) => product * MANY[word]!, 1);

/** The 5千 of 1万5千元. */
function restOf(rest = ""): number {
  const [number, thousand] = rest.split(/(?=千)/u) as [string, string?];
  if (number === "") return 0;
  const value = /\d/.test(number) ? Number(number) : readChineseNumber(number);
  return value * (thousand ? 1_000 : 1);
}

function read(match: RegExpExecArray): Written {
  const { percent, digits, words, many, rest, unit, half } = match.groups!;
  const known =
    unit === undefined ? undefined : UNITS.find(([p]) => new RegExp(`^(?:${p})$`, "u").test(unit));
  const plain =
    digits === undefined
      ? words === "半"
        ? 0.5
        : readChineseNumber(words!)
      : Number(digits.replaceAll(/[,，]/gu, ""));
  const number = (plain * manyOf(many!) + restOf(rest) + (half ? 0.5 : 0)) * (known?.[2] ?? 1);
  return {
    number,
    unit: percent ? "percent" : (known?.[1] ?? null),
    from: match.index,
    to: match.index + match[0].length,
  };
}

function alike(written: Written): Written[] {
  const { number, unit } = written;
  if (unit === "year") return [written, { ...written, number: number * 12, unit: "month" }];
  if (unit === "month" && number % 12 === 0)
    return [written, { ...written, number: number / 12, unit: "year" }];
  if (unit === "tonne") return [written, { ...written, number: number * 1_000, unit: "kg" }];
  return [written];
}
