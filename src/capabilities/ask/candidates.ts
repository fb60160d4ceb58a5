import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Hit } from "../../search/catalogue-document.ts";
import type { Ground } from "./decision.ts";
import type { Question } from "./questions.ts";

/* What comes into question where the search is not sure of one item. */

/** Share of the best score from which another item is offered beside a guess. */
const WORTH_ASKING = 0.75;
/** Share of the floor from which an item is near enough to be named as a possibility. */
const WORTH_NAMING = 0.4;
const MOST_NAMED = 3;

/** What the visitor may have meant, to be asked which. */
export type Possible = { options: CatalogueItem[]; doors: OutsideDoor[] };

/** @returns what must be asked before an item may be told; null when the best is meant */
export function possibleMatters(question: Question, ground: Ground): Possible | null {
  const { hits } = question;
  const rivals = rivalItems(hits, ground);
  const doors = rivalDoors(hits, ground);
  if (rivals.length > 1) return { options: rivals, doors };
  if (isGuess(hits[0]!, question, ground)) return { options: guessedItems(hits, ground), doors };
  return doors.length > 0 ? { options: itemsOf(hits.slice(0, 1), ground), doors } : null;
}

/** Likely, but not likely enough to be told as the answer; whoever says an item's name is believed. */
function isGuess(best: Hit, { mentions }: Question, { limits }: Ground): boolean {
  return best.confidence < limits.sure && !mentions.includes(best.group);
}

/** @returns the best guess, and with it only what comes near */
function guessedItems(hits: readonly Hit[], ground: Ground): CatalogueItem[] {
  const near = hits.filter((hit) => hit.score >= WORTH_ASKING * hits[0]!.score);
  return itemsOf(near, ground).slice(0, MOST_NAMED);
}

/** @returns the items that fit about equally well; the conversation's own item needs no asking */
function rivalItems(hits: readonly Hit[], ground: Ground): CatalogueItem[] {
  const { state, limits } = ground;
  const near = hits.filter((hit) => hit.score >= hits[0]!.score * limits.rival);
  return near.some((hit) => hit.group === state.subject?.item) ? [] : itemsOf(near, ground);
}

/** @returns matters of others that the words fit nearly as well as the best item: the visitor may stand before the wrong door */
function rivalDoors(hits: readonly Hit[], { state, knowledge, limits }: Ground): OutsideDoor[] {
  if (hits[0]!.group === state.subject?.item) return [];
  return hits
    .filter((hit) => hit.score >= hits[0]!.score * limits.rivalDoor)
    .flatMap((hit) => knowledge.outside.get(hit.group) ?? [])
    .slice(0, MOST_NAMED);
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
