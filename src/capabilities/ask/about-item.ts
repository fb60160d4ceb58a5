import type { Facet } from "../../domain/facet.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { AnswerDecision, Exemption } from "./decision.ts";
import { localRulesOf } from "./local.ts";
import { measuredStatements } from "./measured.ts";
import type { Question } from "./questions.ts";
import { relevantStatements } from "./relevant.ts";
import type { Subject } from "./subject.ts";

/** What can be said about one subject: the aspects, and what the question's own words and numbers add to them. */
export function aboutItem(
  subject: Subject,
  facets: Facet[],
  { text, facets: asked }: Question,
  knowledge: Knowledge,
): AnswerDecision {
  const exemption = exemptionIn(text, subject.item);
  const measured = measuredStatements(text, subject.item);
  return {
    kind: "answer",
    subject,
    facets,
    carriedOver: facets.length > 0 && asked.length === 0,
    exemption,
    details: insteadOf(exemption, knowledge) ?? subject,
    measured,
    local: localRulesOf(text, subject.item, knowledge),
    // The threshold itself says the same again.
    relevant: measured.length > 0 ? [] : relevantStatements(text, subject),
  };
}

/** Where something else applies instead, its papers and times are what the visitor needs. */
function insteadOf(exemption: Exemption | null, knowledge: Knowledge): Subject | null {
  const item =
    exemption?.instead === undefined ? undefined : knowledge.catalogue.items.get(exemption.instead);
  return item ? { item, entry: knowledge.catalogue.entriesOf(item.id)[0] ?? null } : null;
}

/** The case of the item that the question describes: the longest word decides. */
function exemptionIn(text: string, item: CatalogueItem): Exemption | null {
  const lower = text.toLowerCase();
  const matches = item.notNeeded.flatMap((exemption) =>
    [...exemption.words.zh, ...exemption.words.en]
      .filter((word) => lower.includes(word.toLowerCase()))
      .map((word) => ({ exemption, length: word.length })),
  );
  return matches.sort((a, b) => b.length - a.length)[0]?.exemption ?? null;
}
