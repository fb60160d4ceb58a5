import type { AuthorityCase, AuthorityEntry } from "../../domain/authority-entry.ts";
import { featuresOf } from "../../search/features.ts";

/** Share of the pairs of characters, besides the matter's own names, that a case must hold. */
const LEAST_SHARED = 0.3;

/** The case that the words name: the longest of its own words decides, else what they have in common with it. */
export function caseNamed(
  { cases, matter, aliases }: AuthorityEntry,
  words: string,
  least = LEAST_SHARED,
): AuthorityCase | null {
  const typed = words.toLowerCase();
  const names = [matter.zh, matter.en, ...aliases.zh, ...aliases.en].map((name) =>
    name.toLowerCase(),
  );
  const besides = names.reduce((rest, name) => rest.replaceAll(name, " "), typed);
  const common = pairsOf(names.join(" "));
  const asked = new Set([...pairsOf(besides)].filter((pair) => !common.has(pair)));
  const ranked = cases
    .map((one) => ({ one, named: longestIn(typed, one), shared: sharedWith(one, asked) }))
    .sort((a, b) => b.named - a.named || b.shared - a.shared);
  const best = ranked[0];
  return best && (best.named > 0 || (best.shared > 0 && best.shared >= least * asked.size))
    ? best.one
    : null;
}

function longestIn(typed: string, { words, when }: AuthorityCase): number {
  const standing = [...words.zh, ...words.en, when.zh, when.en].filter((word) =>
    typed.includes(word.toLowerCase()),
  );
  return Math.max(0, ...standing.map((word) => word.length));
}

/** Pairs of characters and English stems: what two texts may have in common that means something. */
export const pairsOf = (text: string) =>
  new Set(featuresOf(text).filter((feature) => feature.length >= 2));

function sharedWith({ when, words }: AuthorityCase, asked: ReadonlySet<string>): number {
  const said = pairsOf([when.zh, when.en, ...words.zh, ...words.en].join(" "));
  return [...asked].filter((pair) => said.has(pair)).length;
}
