import { inForce } from "../../domain/citation.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { Choice } from "../../domain/message.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Language } from "../../domain/language.ts";
import type { Say } from "../../knowledge/wording.ts";
import type { LawLibrary } from "../../library/law-library.ts";
import type { Directory } from "../directory.ts";

/** What a look-up rests on. */
export type Ground = {
  knowledge: Knowledge;
  directory: Directory;
  library: LawLibrary;
  /** Whether an officer asks: what is pushed to whom is not for visitors. */
  forStaff: boolean;
  /** ISO day whose rules are asked about. */
  day: string;
  /** ISO day of the message in the zone. */
  today: string;
  lang: Language;
  say: Say;
};

/** What a look-up found, as it is told. Without a record only notes: how to ask, what was not found. */
export type Found = {
  /** Ids of the records that were shown, for the record of the turn. */
  shown: { id: string; name: string; nameEn: string }[];
  blocks: DraftBlock[];
  choices?: Choice[];
  /** Id of the row that was told: what is asked next may go on about it. */
  matter?: string;
  /** Nothing is stated, but the law itself is quoted. */
  quotes?: boolean;
};

/** One slash command of staff. */
export type LookUp = {
  /** Its names after the slash, the English one first. */
  names: readonly string[];
  /** What is found for the words after the command; pure. */
  find(words: string, ground: Ground): Found;
};

export const note = (text: string): DraftBlock => ({ kind: "note", text });

/** Nothing was found: what was looked for, and how it is asked. */
export function notFound(command: string, words: string, { say }: Ground): Found {
  const sentence = words === "" ? say("staff.usage") : say("staff.not-found", { words });
  return { shown: [], blocks: [note(sentence), note(say(`staff.usage.${command}`))] };
}

export const nameOf = (id: string, name: { zh: string; en: string }) => ({
  id,
  name: name.zh,
  nameEn: name.en,
});

/** Whether all of the sources may be told as law on the day. */
export const provenOn = (
  refs: readonly string[],
  { knowledge, day }: Pick<Ground, "knowledge" | "day">,
): boolean =>
  refs.every((ref) => {
    const source = knowledge.provisions.get(ref);
    return source !== undefined && source.mark !== "U" && inForce(source, day);
  });
