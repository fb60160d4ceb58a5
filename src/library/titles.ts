import { plainTitle } from "../knowledge/law-text/validity.ts";

/** 刑法 and the like are words of every day as well. */
const SHORTEST_TITLE = 3;

/** The plain title that is meant: the very one, or the shortest that has the characters in this order. */
export function titleCalled(
  name: string,
  titles: ReadonlyMap<string, unknown>,
  how: "exactly" | "or-short",
): string | null {
  const wanted = plainTitle(name);
  if (wanted.length < 2) return null;
  if (titles.has(wanted)) return wanted;
  if (how === "exactly" || !/^\p{Script=Han}{2,}$/u.test(wanted)) return null;
  const shortened = [...titles.keys()].filter((title) => standInOrder(wanted, title));
  return shortened.sort((a, b) => a.length - b.length)[0] ?? null;
}

function standInOrder(characters: string, title: string): boolean {
  let at = 0;
  for (const character of title) if (character === characters[at]) at += 1;
  return at === characters.length;
}

/** @returns the longest title that stands in a text; null when none does */
export function titleIn(text: string, titles: ReadonlyMap<string, unknown>): string | null {
  const plain = plainTitle(text);
  const named = [...titles.keys()].filter(
    (title) => title.length >= SHORTEST_TITLE && plain.includes(title),
  );
  return named.sort((a, b) => b.length - a.length)[0] ?? null;
}
