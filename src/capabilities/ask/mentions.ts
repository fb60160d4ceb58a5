import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { Catalogue } from "../../knowledge/catalogue.ts";
import { phraseFinder } from "../../language/phrases.ts";

/** @returns ids of the items whose names stand in a text, in the order they are named */
export type Mentions = (text: string) => string[];

const SHORTEST = { zh: 3, en: 6 };

/**
 * Finds items by their official and everyday names.
 * A name that two items share names neither; a short one may be part of anything.
 */
export function mentionFinder(catalogue: Catalogue): Mentions {
  const owners = new Map<string, Set<string>>();
  const claim = (name: string, item: string, shortest: number) => {
    const phrase = name
      .toLowerCase()
      .replace(/[（(].*$/u, "")
      .trim();
    if (phrase.length < shortest) return;
    owners.set(phrase, (owners.get(phrase) ?? new Set()).add(item));
  };
  for (const item of catalogue.items.values()) {
    for (const name of [item.name.zh, ...item.aliases.zh]) claim(name, item.id, SHORTEST.zh);
    for (const name of [item.name.en, ...item.aliases.en]) claim(name, item.id, SHORTEST.en);
  }
  const unique = [...owners].flatMap(([phrase, items]) =>
    items.size === 1 ? [{ phrase, value: [...items][0]! }] : [],
  );
  const find = phraseFinder(unique);
  return (text) => [...new Set(find(text.toLowerCase()).map((match) => match.value))];
}

/** Finds the outside door that a text's words insist on, whatever else it names. */
export function insistingDoors(doors: Iterable<OutsideDoor>): (text: string) => string | null {
  const find = phraseFinder(
    [...doors].flatMap(({ id, always }) =>
      [...(always?.zh ?? []), ...(always?.en ?? [])].map((word) => ({
        phrase: word.toLowerCase(),
        value: id,
      })),
    ),
  );
  return (text) => find(text.toLowerCase())[0]?.value ?? null;
}
