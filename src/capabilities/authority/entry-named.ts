import type { AuthorityCase, AuthorityEntry } from "../../domain/authority-entry.ts";
import type { RecordHit } from "../../search/record-search.ts";
import { normalise } from "../../search/normalise.ts";
import { caseNamed } from "./case-named.ts";
import { isSure, NEARLY_ALL, type Needs } from "./entry-sure.ts";
import { wordsWithoutLicence } from "./has-not.ts";

/** A row of the list that the words name, and the case in it that they name. */
export type EntryFound = {
  entry: AuthorityEntry;
  matched: AuthorityCase | null;
  /** Whether another row holds the words nearly as well. */
  contested: boolean;
};

/** A second row with such a part of the score holds the words nearly as well. */
const AS_WELL = 0.85;
const NEAREST = 4;
const HALF_AS_NEAR = 0.5;

/** The same thing in the words of the list. */
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [[/互联网(?!上网|药品)/gu, "网络"]];

/** The row the words name, with the case in it that they name; null when none is sure. */
export function findEntry(words: string, ground: Needs): EntryFound | null {
  const asked = wordsWithoutLicence(words) ?? words;
  const [best, second] = matterFirst(asked, hitsFor(asked, ground), ground);
  if (!best) return null;
  const entry = ground.knowledge.powers.entries.get(best.id)!;
  if (!isSure(asked, best, second, ground)) return null;
  const contested = second !== undefined && second.score >= AS_WELL * best.score;
  return { entry, matched: caseNamed(entry, asked), contested };
}

/** "网吧 未成年人": the part before the blank is the matter, what follows its case, if its row holds that too. */
function matterFirst(words: string, hits: readonly RecordHit[], { knowledge }: Needs): RecordHit[] {
  const [matter, ...more] = normalise(words).split(/\s+/u);
  if (more.length === 0) return [...hits];
  const called = hits.find(({ id, share }) => {
    const { matter: name, aliases } = knowledge.powers.entries.get(id)!;
    const names = [name.zh, ...aliases.zh].map((one) => normalise(one));
    return share >= NEARLY_ALL && names.includes(matter!);
  });
  return called ? [called, ...hits.filter((hit) => hit !== called)] : [...hits];
}

/** The rows nearest to the words, to choose from. */
export function nearEntries(words: string, ground: Needs): AuthorityEntry[] {
  const { entries } = ground.knowledge.powers;
  const hits = hitsFor(words, ground);
  return hits
    .filter(({ score }) => score >= HALF_AS_NEAR * hits[0]!.score)
    .slice(0, NEAREST)
    .map(({ id }) => entries.get(id)!);
}

/** What is found for the words, or for the same said in the words of the list; rows that hold on the day. */
function hitsFor(words: string, { directory, knowledge, day }: Needs): RecordHit[] {
  const other = SAME_WORDS.reduce((text, [typed, listed]) => text.replaceAll(typed, listed), words);
  const find = (text: string) =>
    directory.entries.find(text, 8).filter(({ id }) => {
      const { validFrom, validTo } = knowledge.powers.entries.get(id)!;
      return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
    });
  const [typed, listed] = [find(words), other === words ? [] : find(other)];
  return (listed[0]?.named ?? 0) > (typed[0]?.named ?? 0) ? listed : typed;
}
