import type { HandlingKind } from "../domain/handling-item.ts";
import type { Language } from "../domain/language.ts";
import type { LexiconEntry } from "./lexicon.ts";

/** One thing the catalogue can answer with, as plain text: search knows nothing else of it. */
export type CatalogueDocument = {
  id: string;
  /** Id of the main item; documents of one group support each other. An outside door is its own group. */
  group: string;
  /** handling: one handling item; item: the main item itself; outside: somebody else's matter. */
  kind: "handling" | "item" | "outside";
  /** What is done with the item: only a handling item has it. */
  action?: HandlingKind;
  /** Chinese and English mixed; order does not matter. */
  fields: {
    /** Official names. */
    title: readonly string[];
    /** Everyday names, and the words of cases. */
    aliases: readonly string[];
    /** Example questions, one text each. */
    questions: readonly string[];
    /** Everything else worth finding: verdict, conditions, papers. */
    text: readonly string[];
  };
  /** ISO days, inclusive; absent or null: unbounded. */
  validFrom?: string | null;
  validTo?: string | null;
  /** Level and zone the document is limited to; absent: holds everywhere. */
  level?: string;
  zone?: string;
};

/** How people say what they want done with an item: data of the caller. */
export type ActionWords = {
  kind: HandlingKind;
  words: Readonly<Record<Language, readonly string[]>>;
};

/** Everything the catalogue search is built from. */
export type CatalogueSources = {
  documents: readonly CatalogueDocument[];
  lexicon: readonly LexiconEntry[];
  actions: readonly ActionWords[];
};

/** Under which conditions is asked. */
export type Circumstances = {
  /** Moment of the question, ISO 8601; its calendar day decides which documents are valid. */
  at: string;
  level?: string;
  zone?: string;
  /** Most hits wanted; 5 when absent. */
  limit?: number;
};

/** Why a document was found: one feature of the query and what it added. */
export type Reason = {
  /** The words as indexed: 食品, licens, or an official term the lexicon added. */
  feature: string;
  /**
   * written: the visitor's own; lexicon: an everyday word's official term; sound: pinyin; action: change, renew …;
   * name: the whole question is a name of the item; group: support by other documents of the item;
   * contrast: words that are more this item's than its neighbours' (negative: more the neighbours').
   */
  source: "written" | "lexicon" | "sound" | "action" | "name" | "group" | "contrast";
  score: number;
};

/** One document found. */
export type Hit = {
  id: string;
  group: string;
  kind: CatalogueDocument["kind"];
  /** Comparable only within one result. */
  score: number;
  /** 0..1, comparable between results: the chance that this hit's group is what was meant. */
  confidence: number;
  /** Heaviest first. */
  why: Reason[];
};

/** The search over the catalogue. */
export type CatalogueSearch = {
  /**
   * What a visitor may mean.
   * @param text as typed, any string
   * @returns hits, best first; one per group: of each group the document that was meant, with the score of the group.
   *   Empty when nothing matches. Below CALIBRATION.floor nothing may be claimed: the hits are only the nearest.
   */
  find(text: string, circumstances: Circumstances): Hit[];
  /** Every feature of the text and what it adds to one document, heaviest first; [] for an unknown id. */
  explain(text: string, id: string): Reason[];
};
