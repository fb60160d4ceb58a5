/** Where a word stands in a clause. */
export type Found<T> = { of: T; word: string; at: number };

type Words<T> = readonly { word: string; of: T }[];

/** @returns every word that stands in a clause, the longest first, none inside another: 不现做 is not 现做 */
export function wordsFound<T>(clause: string, words: Words<T>): Found<T>[] {
  const typed = clause.toLowerCase();
  const taken = new Set<number>();
  const found: Found<T>[] = [];
  for (const { word, of } of [...words].sort((a, b) => b.word.length - a.word.length)) {
    for (const at of placesOf(typed, word.toLowerCase())) {
      const places = Array.from(word, (_, i) => at + i);
      if (places.some((place) => taken.has(place))) continue;
      places.forEach((place) => taken.add(place));
      found.push({ of, word, at });
    }
  }
  return found;
}

/** @returns the clause with the other words blanked, what denies in them kept: 没有电梯和锅炉 denies both */
export function othersBlanked<T>(
  clause: string,
  found: readonly Found<T>[],
  kept: Found<T>,
  keep: RegExp,
): string {
  const blank = (text: string, { word, at }: Found<T>) =>
    text.slice(0, at) +
    Array.from(word, (one) => (keep.test(one) ? one : "＿")).join("") +
    text.slice(at + word.length);
  return found.filter((one) => one !== kept).reduce(blank, clause);
}

/** A Latin word stands only where no other word is cut: "ct" is not in "contract". */
function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && word !== ""; at = text.indexOf(word, at + 1)) {
    const cuts = /^[a-z]/u.test(word) && /[a-z]/u.test(text[at - 1] ?? " ");
    if (!cuts) places.push(at);
  }
  return places;
}
