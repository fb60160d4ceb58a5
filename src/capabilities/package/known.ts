import type { Facts, FactValue, Span } from "../../domain/condition.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { Language } from "../../domain/language.ts";
import type { Package, PackageFact } from "../../domain/package.ts";
import type { Voice } from "./tell-steps.ts";

/** What the plan rests on, so that a misheard fact is seen at once. */
export function knownFacts(pack: Package, facts: Facts, voice: Voice): DraftBlock[] {
  const { lang, say } = voice;
  const told = pack.facts.flatMap((fact) => {
    const value = facts[fact.id];
    return value === undefined
      ? []
      : [say("package.fact", { name: fact.name[lang], value: factWords(fact, value, voice) })];
  });
  if (told.length === 0) return [];
  const all = told.join(lang === "zh" ? "；" : "; ");
  return [{ kind: "note", text: say("package.known", { facts: all }) }];
}

/** A value as it is told back: "60平方米", "是". */
export function factWords(fact: PackageFact, value: FactValue, voice: Voice): string {
  const { lang, say } = voice;
  if (typeof value === "boolean") return say(value ? "package.yes" : "package.no");
  if (typeof value === "number") return amount(value, fact, lang);
  if (typeof value === "object") return sides(value, fact, voice);
  return fact.options?.find(({ id }) => id === value)?.label[lang] ?? value;
}

const SIDES = [
  ["atLeast", "package.at-least"],
  ["moreThan", "package.more-than"],
  ["lessThan", "package.less-than"],
  ["atMost", "package.at-most"],
] as const;

function sides(span: Span, fact: PackageFact, { lang, say }: Voice): string {
  return SIDES.flatMap(([side, key]) => {
    const bound = span[side];
    return bound === undefined ? [] : [say(key, { n: amount(bound, fact, lang) })];
  }).join(lang === "zh" ? "、" : ", ");
}

const TEN_THOUSAND = 10_000;

/** "30万元", "300,000 yuan". */
function amount(value: number, { unit }: PackageFact, lang: Language): string {
  const named = unit?.[lang] ?? "";
  if (lang === "en") return `${value.toLocaleString("en-GB")} ${named}`.trim();
  return value >= TEN_THOUSAND && value % 1_000 === 0
    ? `${value / TEN_THOUSAND}万${named}`
    : `${value}${named}`;
}
