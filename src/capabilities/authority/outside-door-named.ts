import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { RecordHit } from "../../search/record-search.ts";
import { normalise } from "../../search/normalise.ts";
import type { EntryFound } from "./entry-named.ts";
import type { Ground } from "./look-up.ts";
import { standsAt } from "./name-in-words.ts";

/** From so many characters on a door is named. */
const NAMED = 2;
/** Least share of the words that a named door must hold. */
const SURE = 0.75;
/** A door that holds all of the words, and by so much, is meant though no name of it stands in them. */
const HOLDS_ALL = 0.99;
const BY_SO_MUCH = 35;

/** The door of another body, or of what is not entered, that the words name; null: none. */
export function doorNamed(words: string, { directory, knowledge }: Ground): OutsideDoor | null {
  const hit = directory.doors
    .find(words, 3)
    .filter(isMeant)
    .find(({ id }) => knowledge.outside.get(id)!.kind !== "topic");
  return hit ? knowledge.outside.get(hit.id)! : null;
}

const isMeant = ({ named, share, score }: RecordHit) =>
  (named >= NAMED && share >= SURE) || (share >= HOLDS_ALL && score >= BY_SO_MUCH);

/**
 * Whether the door is named better than the row: by longer words, or, where the row is contested, by as long
 * ones.
 */
export function isNamedAsWell(
  { words }: OutsideDoor,
  { entry: { matter, aliases }, contested }: EntryFound,
  text: string,
): boolean {
  const ofRow = longestIn(text, [matter.zh, matter.en, ...aliases.zh, ...aliases.en]);
  const ofDoor = longestIn(text, [...words.zh, ...words.en]);
  return ofDoor > ofRow || (contested && ofDoor === ofRow);
}

function longestIn(text: string, names: readonly string[]): number {
  const typed = normalise(text);
  const standing = names
    .map((name) => normalise(name))
    .filter((name) => standsAt(typed, name) >= 0);
  return Math.max(0, ...standing.map((name) => name.length));
}
