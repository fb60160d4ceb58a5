import { inForce } from "../../domain/citation.ts";
import type { Powers } from "../../knowledge/powers.ts";
import type { Ground } from "./look-up.ts";

export type LawOnShelf = Powers["laws"] extends Map<string, infer L> ? L : never;

/** Places whose laws are asked for; a title without the place is another place's, or the whole country's. */
const PLACE = /辽宁|营口|[\p{Script=Han}]{2,3}(?=(?:省|市|自治区|自治州))/gu;
/** What sort of text a title says it is: a regulation is no notice and no guide. */
const KIND = /(条例|办法|规定|细则|规则|决定|通知|公告|解释|标准|指南|意见|法典|法)$/u;
/** What stands in brackets behind a title: （2019年文本，已失效）, （试行）. */
const IN_BRACKETS = /（[^（）]*）|\([^()]*\)/gu;
/** What may stand beside a title without naming another law. */
const BESIDE = /关于|我国|国家的?|中华人民共和国|最新|现行|新版?|的|里|中|规定/gu;

/** Whether a title may be what the name means: the same place and the same kind of text. */
export function fits(named: string, title: string): boolean {
  const bare = title.replaceAll(IN_BRACKETS, "");
  const places = named.match(PLACE) ?? [];
  if (!places.every((place) => title.includes(place))) return false;
  const kind = KIND.exec(named.replaceAll(IN_BRACKETS, "").trim())?.[1];
  return kind === undefined || bare.endsWith(kind) || (kind === "法" && bare.endsWith("法典"));
}

/** Every version on the shelf of the law that is named; the one in force on the day first. Empty: none, or several. */
export function lawsCalled(named: string, ground: Ground): LawOnShelf[] {
  const all = [...ground.knowledge.powers.laws.values()];
  const [title, ...others] = titlesCalled(plainName(named), all);
  if (title === undefined || others.length > 0) return [];
  return all
    .filter((one) => one.title === title)
    .sort(
      (a, b) =>
        Number(inForce(b, ground.day)) - Number(inForce(a, ground.day)) ||
        (b.validFrom ?? "").localeCompare(a.validFrom ?? ""),
    );
}

/** Titles to choose from where none, or more than one, is meant. */
export function titlesNear(named: string, { directory, knowledge, lang }: Ground): string[] {
  const { laws } = knowledge.powers;
  const several = titlesCalled(plainName(named), [...laws.values()]);
  const found = directory.laws.find(named, 6).map(({ id }) => laws.get(id)!.title);
  const titles = [...new Set([...several, ...found])].slice(0, MOST_NEAR);
  if (lang === "zh") return titles;
  return titles.map((title) => [...laws.values()].find((law) => law.title === title)!.titleEn);
}

const MOST_NEAR = 4;

const plainName = (named: string) =>
  named
    .replace(/^中华人民共和国/u, "")
    .replace(/^(?:of |in |under )?(?:the )?/iu, "")
    .trim();

/** The titles that the name means: the very one; else the shortest with the characters in this order; else what holds every English word. */
function titlesCalled(named: string, laws: readonly LawOnShelf[]): string[] {
  if (named === "") return [];
  const exact = laws.find(({ title, titleEn }) =>
    [title.replace(/^中华人民共和国/u, ""), titleEn.toLowerCase()].includes(
      /^[\x20-\x7e]+$/.test(named) ? named.toLowerCase() : named,
    ),
  );
  if (exact) return [exact.title];
  if (/\p{Script=Han}/u.test(named)) return shortened(named, laws);
  return inEnglish(named, laws);
}

/** "大气法" for 大气污染防治法: the same characters in the same order; the shortest such title is meant. */
function shortened(named: string, laws: readonly LawOnShelf[]): string[] {
  const words = named.replaceAll(/[^\p{Script=Han}]/gu, "");
  if (words.length < 2) return [];
  const meant = laws
    .filter(({ title }) => fits(named, title) && standsInOrder(words, title))
    .sort((a, b) => a.title.length - b.title.length)[0];
  if (meant) return [meant.title];
  // "关于食品安全法的规定": the whole title with nothing beside it that names another law.
  const whole = laws
    .map(({ title }) => ({ title, plain: title.replace(/^中华人民共和国/u, "") }))
    .filter(({ plain }) => named.includes(plain))
    .find(({ plain }) => named.replace(plain, "").replaceAll(BESIDE, "").trim() === "");
  return whole ? [whole.title] : [];
}

function standsInOrder(characters: string, title: string): boolean {
  let at = 0;
  for (const character of title) if (character === characters[at]) at += 1;
  return at === characters.length;
}

/** English titles that hold every word of the name; one that ends as the name does wins. */
function inEnglish(named: string, laws: readonly LawOnShelf[]): string[] {
  const words = wordsOf(named);
  const holding = laws.filter(({ titleEn }) => {
    const inTitle = new Set(wordsOf(titleEn));
    return words.length > 0 && words.every((word) => inTitle.has(word));
  });
  return [...new Set(holding.map(({ title }) => title))];
}

const LITTLE = new Set([
  "of",
  "the",
  "on",
  "and",
  "for",
  "in",
  "a",
  "an",
  "art",
  "article",
  "china",
]);

const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => !LITTLE.has(word));
