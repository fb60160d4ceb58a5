import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Hit } from "../../search/catalogue-document.ts";
import type { Ground } from "./decision.ts";
import type { Question } from "./questions.ts";

/* Which items come into question where the search is not sure of one. */

/** Share of the best score from which another item is offered beside a guess. */
const WORTH_ASKING = 0.75;
/** Share of the floor from which an item is near enough to be named as a possibility. */
const WORTH_NAMING = 0.4;
const MOST_NAMED = 3;

/** Likely, but not likely enough to be told as the answer; whoever says an item's name is believed. */
export function isGuess(best: Hit, { mentions }: Question, { limits }: Ground): boolean {
  return best.confidence < limits.sure && !mentions.includes(best.group);
}

/** @returns the best guess, and with it only what comes near */
export function guessedItems(hits: readonly Hit[], ground: Ground): CatalogueItem[] {
  const near = hits.filter((hit) => hit.score >= WORTH_ASKING * hits[0]!.score);
  return itemsOf(near, ground).slice(0, MOST_NAMED);
}

/** @returns the items that fit about equally well; the conversation's own item needs no asking */
export function rivalItems(hits: readonly Hit[], ground: Ground): CatalogueItem[] {
  const { state, limits } = ground;
  const near = hits.filter((hit) => hit.score >= hits[0]!.score * limits.rival);
  return near.some((hit) => hit.group === state.subject?.item) ? [] : itemsOf(near, ground);
}

/** @returns what lies beyond reach but may be named as a possibility */
export function nearestItems(hits: readonly Hit[], ground: Ground): CatalogueItem[] {
  const near = hits.filter((hit) => hit.confidence >= ground.limits.floor * WORTH_NAMING);
  return itemsOf(near, ground).slice(0, MOST_NAMED);
}

function itemsOf(hits: readonly Hit[], { knowledge }: Ground): CatalogueItem[] {
  const groups = [...new Set(hits.map((hit) => hit.group))];
  return groups.flatMap((group) => knowledge.catalogue.items.get(group) ?? []);
}
