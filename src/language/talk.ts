import { phraseFinder, without } from "./phrases.ts";

type Words = { zh: readonly string[]; en: readonly string[] };

/** What people say to a clerk besides asking. */
export type TalkKind =
  | "greeting"
  | "thanks"
  | "goodbye"
  | "robot"
  | "person"
  | "what-can-you"
  | "praise"
  | "scold"
  | "yes"
  | "no"
  | "cancel"
  | "why";

export type TalkEntry = {
  kind: TalkKind;
  words: Words;
  /** Said in the middle of a sentence it counts too. */ anywhere: boolean;
  /** It counts at the start of a short message that asks nothing. */ opening: boolean;
};

/**
 * Reads small talk.
 * @returns the kind when the text is nothing else, or when its kind counts anywhere; null otherwise
 */
export type TalkReader = (text: string) => TalkKind | null;

const SHORT = 24;
const ASKS = /[?？吗么呢咋]|怎么|什么|多少|要不要|还用|how|what|where/u;

/** "不办行不行" says neither yes nor no. */
const IS_OR_NOT = /([行好对能成中])不\1/u;

export function talkReader(entries: readonly TalkEntry[], fillers: Words): TalkReader {
  const find = phraseFinder<TalkEntry | "filler">([
    ...entries.flatMap((entry) =>
      [...entry.words.zh, ...entry.words.en].map((phrase) => ({
        phrase: phrase.toLowerCase(),
        value: entry,
      })),
    ),
    ...[...fillers.zh, ...fillers.en].map((phrase) => ({
      phrase: phrase.toLowerCase(),
      value: "filler" as const,
    })),
  ]);
  return (text) => {
    const lower = text.toLowerCase();
    if (IS_OR_NOT.test(lower)) return null;
    const matches = find(lower);
    const said = matches.flatMap(({ value }) => (value === "filler" ? [] : [value]));
    const weightiest = said.find((entry) => entry.anywhere) ?? said[0];
    if (!weightiest) return null;
    const nothingElse = !/[\p{L}\p{N}]/u.test(without(lower, matches));
    const opens =
      weightiest.opening &&
      lower.startsWith(lower.slice(matches[0]!.from, matches[0]!.to)) &&
      lower.length <= SHORT &&
      !ASKS.test(lower);
    return weightiest.anywhere || nothingElse || opens ? weightiest.kind : null;
  };
}
