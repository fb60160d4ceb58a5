import { phraseFinder, without } from "./phrases.ts";

type Words = { zh: readonly string[]; en: readonly string[] };

/** What people say to a clerk besides asking. */
export type TalkKind = "greeting" | "thanks" | "goodbye" | "robot" | "person" | "what-can-you" | "praise" | "scold" | "yes" | "no" | "cancel" | "why";

export type TalkEntry = { kind: TalkKind; words: Words; /** Said in the middle of a sentence it counts too. */ anywhere: boolean };

/**
 * Reads small talk.
 * @returns the kind when the text is nothing else, or when its kind counts anywhere; null otherwise
 */
export type TalkReader = (text: string) => TalkKind | null;

export function talkReader(entries: readonly TalkEntry[], fillers: Words): TalkReader {
  const find = phraseFinder<TalkEntry | "filler">([
    ...entries.flatMap((entry) => [...entry.words.zh, ...entry.words.en].map((phrase) => ({ phrase: phrase.toLowerCase(), value: entry }))),
    ...[...fillers.zh, ...fillers.en].map((phrase) => ({ phrase: phrase.toLowerCase(), value: "filler" as const })),
  ]);
  return (text) => {
    const lower = text.toLowerCase();
    const matches = find(lower);
    const said = matches.flatMap(({ value }) => (value === "filler" ? [] : [value]));
    const weightiest = said.find((entry) => entry.anywhere) ?? said[0];
    if (!weightiest) return null;
    const nothingElse = !/[\p{L}\p{N}]/u.test(without(lower, matches));
    return weightiest.anywhere || nothingElse ? weightiest.kind : null;
  };
}
