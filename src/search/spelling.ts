/** Shorter words have too many neighbours to guess. */
const SHORTEST = 4;
/** From this length two slips are forgiven. */
const LONG = 8;

/**
 * The known word that a mistyped one most likely was.
 * @param word lower-case Latin letters
 * @param known words to choose from
 * @returns the nearest word that begins with the same letter, within one slip (two in long words: a letter too
 *   many, missing, wrong, or two swapped); of equal distance the first in `known`; undefined when none is near
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length < SHORTEST || word.length > 30) return undefined;
  let allowed = word.length >= LONG ? 2 : 1;
  let nearest: string | undefined;
  for (const candidate of known) {
    if (candidate.charCodeAt(0) !== word.charCodeAt(0) || candidate.length < SHORTEST) continue;
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const slips = slipsBetween(word, candidate);
    if (slips > allowed) continue;
    nearest = candidate;
    allowed = slips - 1;
  }
  return nearest;
}

/** Optimal string alignment distance. */
function slipsBetween(a: string, b: string): number {
  let older: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, older[j - 2]! + 1);
      row.push(slips);
    }
    older = before;
    before = row;
  }
  return before[b.length]!;
}
