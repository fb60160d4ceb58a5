import type { ConversationState } from "../../domain/conversation.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Question } from "./questions.ts";

/** Something found this surely is one side of a comparison though it was not named by its name. */
const SURE_SIDE = 0.5;

/**
 * The two items that a question wants side by side: what it names, then what it surely means,
 * then the conversation's own subject ("和预审有什么区别").
 * @returns null when there are not two
 */
export function comparedItems(
  question: Question,
  state: ConversationState,
  knowledge: Knowledge,
): [CatalogueItem, CatalogueItem] | null {
  const found = question.hits.filter((hit) => hit.confidence >= SURE_SIDE).map((hit) => hit.group);
  const before = state.subject ? [state.subject.item] : [];
  // With two names, or one name and a subject, nothing needs to be guessed.
  const named =
    question.mentions.length + before.length >= 2
      ? [...question.mentions, ...before]
      : [...question.mentions, ...found, ...before];
  const [first, second] = [...new Set(named)].flatMap(
    (id) => knowledge.catalogue.items.get(id) ?? [],
  );
  return first && second ? [first, second] : null;
}
