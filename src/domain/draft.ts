import type { EvidenceMark } from "./citation.ts";
import type { Choice } from "./message.ts";
import type { Language } from "./language.ts";

type Stated = {
  /** References of provisions, for example food-safety-law/35. */
  cites: readonly string[];
  /** Evidence of the statement itself, if weaker than its sources'. */
  mark?: EvidenceMark;
};

/** A line of a list; with sources of its own it is judged by them, not by the list's. */
export type DraftListItem = { text: string; note?: string } & Partial<Stated>;

/** A block before its sources are numbered, its doubts worded and its validity checked. */
export type DraftBlock =
  | ({ kind: "lead"; text: string } & Stated)
  | ({ kind: "fact"; label: string; text: string } & Stated)
  | ({ kind: "list"; label: string; items: DraftListItem[] } & Stated)
  | ({ kind: "table"; label: string; columns: string[]; rows: string[][] } & Stated)
  | { kind: "heading"; text: string }
  | { kind: "note"; text: string };

/** What a capability wants to say. */
export type Draft = { lang: Language; blocks: DraftBlock[]; choices: Choice[] };
