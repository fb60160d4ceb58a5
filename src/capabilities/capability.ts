import type { Directory } from "./directory.ts";
import type { ConversationState } from "../domain/conversation.ts";
import type { Draft } from "../domain/draft.ts";
import type { Bilingual, Language } from "../domain/language.ts";
import type { Role } from "../domain/message.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Knowledge } from "../knowledge/load.ts";
import type { LawLibrary } from "../library/law-library.ts";
import type { AspectReader } from "../language/aspects.ts";
import type { TalkKind } from "../language/talk.ts";
import type { CatalogueSearch } from "../search/catalogue-document.ts";
import type { RecordSearch } from "../search/record-search.ts";

/** What every capability may use. */
export type Tools = {
  knowledge: Knowledge;
  search: CatalogueSearch;
  readAspects: AspectReader;
  mentions: (text: string) => string[];
  insistedDoor: (text: string) => string | null;
  directory: Directory;
  /** The zone's own copies of laws. */
  library: LawLibrary;
  /** Finds packages by their names and the questions people ask for them. */
  packages: RecordSearch;
};

/** One message as understood so far, with what the conversation remembers. */
export type Hearing = {
  /** Cleaned text: no invisible characters, not longer than can be read. */
  text: string;
  lang: Language;
  as: Role;
  /** ISO moment of the message. */
  at: string;
  /** The calendar day whose rules are asked about: the message's own in the zone, or the day it names. */
  day: string;
  /** Whether the message named another day. */
  asOf: boolean;
  state: ConversationState;
  /** Set when the message needs no search: nothing readable, small talk, an emergency. */
  special: Special | null;
};

export type Special =
  | { kind: "unreadable"; how: "empty" | "symbols" | "foreign" | "too-long" }
  | { kind: "talk"; talk: TalkKind }
  | { kind: "emergency"; id: string }
  /** A slash command with what follows it. */
  | { kind: "command"; name: string; rest: string };

/** An item that was found, with its score. */
export type FoundItem = { id: string; name: string; nameEn: string; score: number };

/** What a capability made of a message. */
export type Answer = {
  outcome: Outcome;
  draft: Draft;
  items: FoundItem[];
  departments: Bilingual[];
  state: ConversationState;
  /** The ISO day whose law the answer rests on, where it counts from another day than the hearing's. */
  day?: string;
};

/** One thing OneDoor can do. */
export type Capability = {
  name: string;
  roles: readonly Role[];
  /** Whether this message is for it. */
  takes(hearing: Hearing, tools: Tools): boolean;
  handle(tools: Tools, hearing: Hearing): Answer;
};
