/**
 * Where a name stands in the words, both normalised; a Latin name only where no word is cut.
 * @returns its place, or -1
 */
export function standsAt(words: string, name: string): number {
  const at = words.indexOf(name);
  if (at < 0 || !/^[a-z0-9]/.test(name)) return at;
  const cut = /[a-z0-9]/;
  return cut.test(words[at - 1] ?? " ") || cut.test(words[at + name.length] ?? " ") ? -1 : at;
}
