import type { Knowledge } from "../../knowledge/load.ts";
import type { FoundItem } from "../capability.ts";
import type { Decision } from "./decision.ts";
import type { Question } from "./questions.ts";

const MOST_ITEMS = 5;

/** @returns what was answered, in order, then whatever else was near; score is the search's confidence */
export function foundItems(
  questions: readonly Question[],
  decisions: readonly Decision[],
  knowledge: Knowledge,
): FoundItem[] {
  const confidence = new Map<string, number>();
  for (const { group, confidence: sure } of questions.flatMap((question) => question.hits))
    confidence.set(group, Math.max(sure, confidence.get(group) ?? 0));
  const nearest = [...confidence].sort((a, b) => b[1] - a[1]).map(([group]) => group);
  return [...new Set([...decisions.flatMap(subjectsOf), ...nearest])]
    .flatMap((id) => {
      const named =
        knowledge.catalogue.items.get(id) ?? knowledge.rules.get(id) ?? knowledge.outside.get(id);
      const score = Math.round((confidence.get(id) ?? 1) * 1_000) / 1_000;
      return named ? [{ id, name: named.name.zh, nameEn: named.name.en, score }] : [];
    })
    .slice(0, MOST_ITEMS);
}

function subjectsOf(decision: Decision): string[] {
  switch (decision.kind) {
    case "answer":
    case "not-stated":
      return [decision.subject.item.id];
    case "compare":
      return decision.subjects.map(({ item }) => item.id);
    case "rule":
      return [decision.rule.id];
    case "outside":
      return [decision.door.id];
    case "which":
      return [...decision.options, ...decision.doors].map(({ id }) => id);
    default:
      return [];
  }
}
