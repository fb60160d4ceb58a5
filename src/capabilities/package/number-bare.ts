import type { Span } from "../../domain/condition.ts";
import type { PackageFact } from "../../domain/package.ts";
import { readOneOfTwo, readSpokenNumber, SPOKEN_NUMBER } from "../../language/spoken-number.ts";
import { sided } from "./number-sides.ts";

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** 店面3层 is no area of 3. */
const NOT_COUNTED = "(?![层楼个间台人家年月天元块号位名]|\\d|[一二两三四五六七八九十百千万])";
/** What people put around a number that answers: 大概300吧, 不对，是400. */
const AROUND = String.raw`(?:[大概约差不多也就得有是一共总到没足超过至少最起码将近接快小对错改成应该说了嗯那个吧我们家店里，,。：:\s]|about|around|roughly|maybe|no|sorry|it is|it's|i mean|approximately|under|over|less than|more than|at least|at most|up to)*?`;
const TAIL = String.raw`(?:多|来|左右|上下|以上|以下|以内|出头|不到|吧|啊|呀|呢|的样子|or so|or more|or less|\s)*`;
/** Below this a bare number counts the larger unit or the smaller, nobody can tell: 4.8 to a question in kg. */
const DOUBTFUL = 100;
const LARGE = 1_000;

/** A number behind what the fact is called: 面积300. */
export function calledNumber(clause: string, fact: PackageFact): number | Span | null {
  const names = [...(fact.called?.zh ?? []), ...(fact.called?.en ?? [])].sort(
    (a, b) => b.length - a.length,
  );
  if (names.length === 0) return null;
  const pattern = `(?:${names.map(escaped).join("|")})([^\\d，。,.;；]{0,6}?)(${SPOKEN_NUMBER})${NOT_COUNTED}`;
  const match = new RegExp(pattern, "iu").exec(clause);
  if (!match || /不是/u.test(match[1]!)) return null;
  return amount(match[2]!, fact, match[1]!, clause.slice(match.index + match[0].length));
}

/** Only a number, with the little words around it. */
export function onlyNumber(text: string, fact: PackageFact): number | Span | null {
  const match = new RegExp(`^(${AROUND})(${SPOKEN_NUMBER})(${TAIL})[。.!！\\s]*$`, "iu").exec(
    text.trim(),
  );
  if (!match) return null;
  const inLarger = fact.bare === 1 && Object.values(fact.times).some((times) => times >= LARGE);
  const value = amount(match[2]!, fact, match[1]!, match[3]!);
  return inLarger && typeof value === "number" && value < DOUBTFUL ? null : value;
}

function amount(number: string, fact: PackageFact, before: string, behind: string) {
  const two = readOneOfTwo(number);
  const large = (value: number) => inLargeUnits(value, number, fact);
  if (two) return { atLeast: large(two[0]), atMost: large(two[1]) };
  return sided(large(readSpokenNumber(number)), before, behind);
}

/** "30" to a question in 万元 is 300,000; "30万" and "300000" are what they say. */
const inLargeUnits = (value: number, text: string, { bare: each }: PackageFact): number =>
  value < each && !/[万千]/u.test(text) ? value * each : value;
