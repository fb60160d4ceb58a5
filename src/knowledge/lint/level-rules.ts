import type { HandlingItem } from "../../domain/handling-item.ts";
import type { Law } from "../../domain/provision.ts";
import { found, type Found, type Linted } from "./finding.ts";
import { articlesOf, handlingItemsOf, type LawArticle } from "./records.ts";

/*
 * Which rule prevails follows the Legislation Law (2023): law over regulation over local regulation and
 * rules (art. 99), local regulation over the rules of its own and lower local governments (art. 100), rules
 * of departments and of local governments are equal (art. 102); where a local regulation and a department's
 * rule differ, the State Council gives its opinion (art. 106). The same issuer: the special rule, then the
 * newer one (art. 103).
 */
type Kind = Law["kind"];
const RANK: Record<Kind, number> = {
  law: 4,
  regulation: 3,
  local: 2,
  rule: 2,
  document: 1,
  standard: 1,
  page: 0,
};
const WORD: Record<Kind, string> = {
  law: "a law",
  regulation: "an administrative regulation",
  local: "a local regulation or rule",
  rule: "a department's rule",
  document: "a document",
  standard: "a standard",
  page: "a published page",
};

/** The fields of a handling item in which a number of two levels can meet. */
const FIELDS = ["statutoryLimit", "window", "validity", "promisedLimit"] as const;

/** Sources of two levels that give different numbers for the same thing. */
export function levelContradictions({ shelf }: Linted): Found[] {
  const articles = new Map(articlesOf(shelf).map((article) => [article.ref, article]));
  return handlingItemsOf(shelf).flatMap(({ read, path, value }) =>
    FIELDS.flatMap((field) => {
      const sources = citesOf(value, field).flatMap((ref) => articles.get(ref) ?? []);
      const pair = pairsOf(sources).find(([a, b]) => a.law.kind !== b.law.kind && differ(a, b));
      return pair === undefined
        ? []
        : [found(read, [...path, field], `${value.name.zh}: ${contradiction(...pair)}`)];
    }),
  );
}

const citesOf = (item: HandlingItem, field: (typeof FIELDS)[number]): string[] =>
  item[field]?.cites ?? [];

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}

/** Both name times of one unit, and none of them is the same. */
function differ(a: LawArticle, b: LawArticle): boolean {
  const [mine, theirs] = [timesOf(a), timesOf(b)];
  const units = [...mine.keys()].filter((unit) => theirs.has(unit));
  return (
    units.length > 0 &&
    units.every((unit) => [...mine.get(unit)!].every((number) => !theirs.get(unit)!.has(number)))
  );
}

/** @returns numbers by unit: 个工作日 → 20, 10 */
function timesOf({ provision }: LawArticle): Map<string, Set<number>> {
  const times = new Map<string, Set<number>>();
  for (const [, number, unit] of provision.says.zh.matchAll(/(\d+)\s*(个工作日|个月|日|天|年)/g)) {
    const key = unit === "天" ? "日" : unit!;
    times.set(key, (times.get(key) ?? new Set()).add(Number(number)));
  }
  return times;
}

function contradiction(a: LawArticle, b: LawArticle): string {
  const [high, low] = RANK[a.law.kind] >= RANK[b.law.kind] ? [a, b] : [b, a];
  const times = (article: LawArticle) =>
    [...timesOf(article)].flatMap(([unit, set]) => [...set].map((n) => `${n}${unit}`)).join("、");
  const both = `${high.ref} says ${times(high)}, ${low.ref} says ${times(low)}. If both speak of the same time: `;
  if (RANK[high.law.kind] > RANK[low.law.kind])
    return `${both}${high.ref} is ${WORD[high.law.kind]} and prevails over ${WORD[low.law.kind]} (Legislation Law art. 99): state its number, and name the other one in a note`;
  return `${both}${WORD[high.law.kind]} and ${WORD[low.law.kind]}: neither prevails by rank; the State Council gives its opinion (Legislation Law art. 106). State the one in force here and the doubt (mark P)`;
}
