import type { HandlingKind } from "../../domain/approval-item.ts";
import type { Language } from "../../domain/language.ts";
import type { CatalogueEntry, CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Question } from "./questions.ts";

/** An item, and the handling item of it that was meant (none for what is abolished or another's). */
export type Subject = { item: CatalogueItem; entry: CatalogueEntry | null };

/** How well the words of a question fit one document. */
export type Fit = (text: string, id: string) => number;

/** Kinds that are only meant when they are named: nobody asks to renew without saying so. */
const ONLY_WHEN_NAMED: readonly HandlingKind[] = [
  "change",
  "move",
  "renew",
  "reissue",
  "suspend",
  "resume",
  "cancel",
];
/** The first entry of an item is the usual case; another one must fit clearly better. All of them share the item's own words. */
const CLEARLY = 0.95;

/** @returns the subject of a question about one item: the handling item its words and its action fit best */
export function subjectOf(
  item: CatalogueItem,
  question: Question,
  knowledge: Knowledge,
  fit: Fit,
): Subject {
  const entries = knowledge.catalogue.entriesOf(item.id);
  return { item, entry: entryMeant(entries, question, fit) };
}

/**
 * The subject of a question that goes on about the conversation's item.
 * @param before the handling item spoken of last: it stays unless an action or the words name another
 */
export function subjectInContext(
  item: CatalogueItem,
  before: string | null,
  question: Question,
  knowledge: Knowledge,
  fit: Fit,
): Subject {
  const entries = knowledge.catalogue.entriesOf(item.id);
  const current = entries.find((entry) => entry.id === before) ?? null;
  const own = question.hits.find((hit) => hit.group === item.id);
  const named =
    own && own.confidence >= NAMED ? entries.find((entry) => entry.id === own.id) : undefined;
  if (question.action !== null || current === null)
    return { item, entry: entryMeant(entries, question, fit) };
  return { item, entry: named ?? current };
}

/** In a conversation a handling item is named from this confidence on. */
const NAMED = 0.4;

function entryMeant(
  entries: readonly CatalogueEntry[],
  { action, text }: Question,
  fit: Fit,
): CatalogueEntry | null {
  const named = action ? entries.filter((entry) => entry.kind === action) : [];
  if (named.length > 0) return bestFit(named, text, fit, 1);
  const usual = entries.filter((entry) => !ONLY_WHEN_NAMED.includes(entry.kind));
  const candidates = usual.length > 0 ? usual : entries;
  return candidates.length === 0 ? null : bestFit(candidates, text, fit, CLEARLY);
}

/** The first entry, unless another one's words fit so much better. */
function bestFit(
  entries: readonly CatalogueEntry[],
  text: string,
  fit: Fit,
  enough: number,
): CatalogueEntry {
  const [first, ...others] = entries as [CatalogueEntry, ...CatalogueEntry[]];
  if (others.length === 0) return first;
  const scored = entries.map((entry) => ({ entry, score: fit(text, entry.id) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return scored[0]!.score >= enough * best.score ? first : best.entry;
}

/** The label of a subject as people are shown it. */
export function subjectName(subject: Subject, lang: Language): string {
  return subject.entry?.name[lang] ?? subject.item.name[lang];
}
