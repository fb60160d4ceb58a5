import type { Hearing, Special } from "../capabilities/capability.ts";
import type { ConversationState } from "../domain/conversation.ts";
import type { Language } from "../domain/language.ts";
import type { Role } from "../domain/message.ts";
import { readAsOf } from "../language/as-of.ts";
import { firstDate, withIsoDates } from "../language/dates.ts";
import { detectLanguage } from "../language/detect.ts";
import { isForeign } from "../language/foreign.ts";
import { phraseFinder } from "../language/phrases.ts";
import { talkReader } from "../language/talk.ts";
import type { Lexicon } from "../knowledge/lexicon.ts";
import { clean } from "../search/clean.ts";
import { readable } from "../language/readable.ts";
import { simplified } from "../search/simplified.ts";
import { dayOf } from "../domain/day.ts";

/** Beyond this a message is a document: the visitor is asked for the question in it. */
const LONGEST_QUESTION = 2_000;

/** Reads a message as far as is possible without searching. */
export type Understand = (
  message: { text: string; as: Role; at: string; lang?: Language },
  state: ConversationState,
) => Hearing;

/** @returns the reader over one lexicon: emergency first, then command, small talk, and what cannot be read */
export function createUnderstanding(lexicon: Lexicon): Understand {
  const readTalk = talkReader(lexicon.talk, lexicon.fillers);
  const findEmergency = phraseFinder(
    lexicon.emergencies.flatMap(({ id, words }) =>
      [...words.zh, ...words.en].map((phrase) => ({ phrase, value: id })),
    ),
  );
  return (message, state) => {
    const text = simplified(readable(clean(message.text))).trim();
    const special = ((): Special | null => {
      // An officer types "/redirect 着火" for what a visitor calls "着火了".
      const heard = /^\/\S+\s+\S{1,3}$/u.test(text) ? `${text}了` : text;
      const dangers = new Set(findEmergency(heard.toLowerCase()).map((match) => match.value));
      const gravest = lexicon.emergencies.find(({ id }) => dangers.has(id));
      if (gravest) return { kind: "emergency", id: gravest.id };
      const command = /^\/([\p{L}-]{1,32})(?:\s+(.*))?$/isu.exec(text);
      if (command)
        return {
          kind: "command",
          name: command[1]!.toLowerCase(),
          rest: withIsoDates((command[2] ?? "").trim(), dayOf(message.at)),
        };
      if (text === "") return { kind: "unreadable", how: "empty" };
      if (!/[\p{L}\p{N}]/u.test(text)) return { kind: "unreadable", how: "symbols" };
      if (isForeign(message.text)) return { kind: "unreadable", how: "foreign" };
      const talk = readTalk(text);
      if (talk) return { kind: "talk", talk };
      return text.length > LONGEST_QUESTION ? { kind: "unreadable", how: "too-long" } : null;
    })();
    const lang = isUnknownLanguage(special)
      ? "en"
      : detectLanguage(text, state.lang ?? message.lang ?? "zh");
    const past = special === null ? readAsOf(text) : null;
    // "/clock 投诉 2026-09-28" is judged by the rules of that day.
    const dated = special?.kind === "command" ? firstDate(special.rest) : null;
    return {
      text: past?.text ?? text,
      lang,
      as: message.as,
      at: message.at,
      day: past?.day ?? dated?.day ?? dayOf(message.at),
      asOf: past !== null,
      state,
      special: dated ? ({ ...special, rest: dated.rest } as Special) : special,
    };
  };
}

/** Who writes neither language is answered in the one that more foreigners read. */
const isUnknownLanguage = (special: Special | null) =>
  special?.kind === "unreadable" && special.how === "foreign";
