import type { AuthorityEntry } from "../../domain/authority-entry.ts";
import { normalise } from "../../search/normalise.ts";
import type { RecordHit } from "../../search/record-search.ts";
import { pairsOf } from "./case-named.ts";
import type { Ground } from "./look-up.ts";

/** What is needed to find a row. */
export type Needs = Pick<Ground, "directory" | "knowledge" | "day">;

/** Least share of the words that a row must hold where none of its names stands in them. */
const SURE = 0.6;
/** Least score of such a row: a few characters that happen to be the same reach less. */
const SURE_SCORE = 30;
/** A row found by so much more than the next one is meant, though its score is small. */
const FAR_AHEAD = 1.5;
const SMALLEST_SCORE = 19;
/** A second row whose names stand in the words too, and that is so near, makes it two matters. */
const NEAR = 0.6;
/** From so many characters on a name is no chance find. */
const LONG_NAME = 3;
/** A row that holds so much of the words leaves no room for another. */
export const NEARLY_ALL = 0.9;

/** Whether the best row is what the words name, and not only the nearest. */
export function isSure(
  words: string,
  best: RecordHit,
  second: RecordHit | undefined,
  ground: Needs,
): boolean {
  return best.named > 0
    ? namesAllOf(words, best, second, ground)
    : isMeantUnnamed(words, best, second, ground);
}

/** A name stands in the words: it is the matter, unless a part of the words is plainly another matter. */
function namesAllOf(
  words: string,
  best: RecordHit,
  second: RecordHit | undefined,
  ground: Needs,
): boolean {
  if (best.named >= 2 * LONG_NAME) return true;
  if (partsLeft(words, best.id, ground).length > 0) return false;
  const twoMatters =
    best.named < LONG_NAME &&
    best.share < NEARLY_ALL &&
    second !== undefined &&
    second.named >= best.named &&
    second.score >= NEAR * best.score &&
    namesOther(words, best.id, second.id, ground);
  return !twoMatters;
}

/** A short thing, not what is done with it or lacks: "烟尘", but not "没批", "太吵". */
const A_THING = /^(?![没不未无太乱私被在还])\p{Script=Han}{2,4}$/u;

/** The things between blanks of which the row holds nothing at all: "烟尘" in "锅炉 烟尘". */
function partsLeft(words: string, id: string, { knowledge }: Needs): string[] {
  const said = pairsOf(textOf(knowledge.powers.entries.get(id)!, knowledge));
  const parts = words.split(/\s+/u);
  if (parts.length < 2) return [];
  return parts.filter((part) => {
    const pairs = A_THING.test(part) ? [...pairsOf(part)] : [];
    return pairs.length > 0 && !pairs.some((pair) => said.has(pair));
  });
}

/** Whether the second row is named by other words than the first. */
function namesOther(words: string, first: string, second: string, { knowledge }: Needs): boolean {
  const typed = normalise(words);
  const standing = (id: string) =>
    namesOf(knowledge.powers.entries.get(id)!).filter((name) => typed.includes(name));
  const ofFirst = standing(first);
  return standing(second).every((name) => !ofFirst.includes(name));
}

/** No name stands in the words: the row must hold most of them, and they must be more than a piece of a name. */
function isMeantUnnamed(
  words: string,
  best: RecordHit,
  second: RecordHit | undefined,
  { knowledge, directory }: Needs,
): boolean {
  if (best.share < SURE) return false;
  const entry = knowledge.powers.entries.get(best.id)!;
  if (isPieceOfAName(words, entry)) return false;
  const farAhead = best.score >= SMALLEST_SCORE && best.score >= FAR_AHEAD * (second?.score ?? 0);
  if (best.score < SURE_SCORE && !farAhead) return false;
  const [door] = directory.doors.find(words, 1);
  const elsewhere = door !== undefined && door.named >= LONG_NAME && door.score > 2 * best.score;
  return !elsewhere && sharesPair(words, entry, knowledge);
}

const LACKING = /^(?:无证|没证|没有证|黑|非法|擅自)(?![又也且无没])/u;

/** "无人机" is a piece of "无人机测绘": a general word names no matter. */
function isPieceOfAName(words: string, entry: AuthorityEntry): boolean {
  const typed = normalise(words).replace(LACKING, "");
  if (!/^\p{Script=Han}{2,4}$/u.test(typed)) return false;
  return namesOf(entry).some((name) => name !== typed && name.includes(typed));
}

/** Single characters that happen to be the same ("航天器证") are no name of a matter. */
function sharesPair(words: string, entry: AuthorityEntry, knowledge: Ground["knowledge"]): boolean {
  const said = pairsOf(textOf(entry, knowledge));
  return [...pairsOf(words)].some((pair) => said.has(pair));
}

function namesOf({ matter, aliases, cases }: AuthorityEntry): string[] {
  const ofCases = cases.flatMap(({ words }) => [...words.zh, ...words.en]);
  return [matter.zh, matter.en, ...aliases.zh, ...aliases.en, ...ofCases].map((name) =>
    normalise(name),
  );
}

/** All that names a row: its own names, its cases, and the approval items it stands for. */
function textOf(entry: AuthorityEntry, { catalogue }: Ground["knowledge"]): string {
  const ofItems = entry.items.flatMap((id) => catalogue.items.get(id) ?? []);
  return [
    ...namesOf(entry),
    ...entry.cases.flatMap(({ when }) => [when.zh, when.en]),
    ...ofItems.flatMap(({ name, aliases }) => [name.zh, name.en, ...aliases.zh, ...aliases.en]),
  ].join(" ");
}
