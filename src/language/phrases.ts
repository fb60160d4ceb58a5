/** One phrase found in a text: which entry it belongs to and where it stands. */
export type PhraseMatch<T> = { value: T; from: number; to: number };

/** Finds the phrases of a list in a text, the longest first, never overlapping. */
export type PhraseFinder<T> = (text: string) => PhraseMatch<T>[];

const LATIN = /[a-z0-9]/;

/**
 * @param entries phrases in lower case with what they stand for; a phrase may be Chinese or English
 * @param options insideWords: Latin phrases may stand in the middle of a word, for sounds written together
 * @returns a finder over lower-case text; without the option English phrases match whole words only
 */
export function phraseFinder<T>(
  entries: readonly { phrase: string; value: T }[],
  { insideWords = false }: { insideWords?: boolean } = {},
): PhraseFinder<T> {
  const byFirst = new Map<string, { phrase: string; value: T }[]>();
  for (const entry of entries) {
    if (entry.phrase === "") continue;
    const list = byFirst.get(entry.phrase[0]!) ?? [];
    list.push(entry);
    byFirst.set(entry.phrase[0]!, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);
  return (text) => {
    const found: PhraseMatch<T>[] = [];
    for (let at = 0; at < text.length;) {
      const entry = byFirst
        .get(text[at]!)
        ?.find(({ phrase }) =>
          insideWords ? text.startsWith(phrase, at) : standsAt(text, at, phrase),
        );
      if (entry) found.push({ value: entry.value, from: at, to: at + entry.phrase.length });
      at += entry?.phrase.length ?? 1;
    }
    return found;
  };
}

function standsAt(text: string, at: number, phrase: string): boolean {
  if (!text.startsWith(phrase, at)) return false;
  const cutsBefore = LATIN.test(phrase[0]!) && at > 0 && LATIN.test(text[at - 1]!);
  const end = at + phrase.length;
  const cutsAfter = LATIN.test(phrase.at(-1)!) && end < text.length && LATIN.test(text[end]!);
  return !cutsBefore && !cutsAfter;
}

/** @returns the text with the matches taken out, each leaving a blank */
export function without<T>(text: string, matches: readonly PhraseMatch<T>[]): string {
  let rest = "";
  let from = 0;
  for (const match of matches) {
    rest += `${text.slice(from, match.from)} `;
    from = match.to;
  }
  return rest + text.slice(from);
}
