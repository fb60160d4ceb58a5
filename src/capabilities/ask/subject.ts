import type { HandlingKind } from "../../domain/handling-item.ts";
import type { Language } from "../../domain/language.ts";
import type { CatalogueEntry, CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import { featuresOf } from "../../search/features.ts";
import { normalise } from "../../search/normalise.ts";
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
const CLEARLY = 0.93;

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
  const usual = entries.filter((entry) => !ONLY_WHEN_NAMED.includes(entry.kind));
  const candidates = [named, usual, entries].find((list) => list.length > 0);
  return candidates ? bestFit(candidates, text, fit) : null;
}

/** The first entry, unless another one is called by a word of its own name, or fits clearly better. */
function bestFit(entries: readonly CatalogueEntry[], text: string, fit: Fit): CatalogueEntry {
  const [first, ...others] = entries as [CatalogueEntry, ...CatalogueEntry[]];
  if (others.length === 0) return first;
  const asked = new Set(namePairs(text));
  const ordinary = `${nameOf(first)} ${first.item.name.zh} ${first.item.name.en}`;
  const usual = new Set(namePairs(ordinary));
  // "公司注销" has only characters of the usual name; "分公司注销", "法人变更" have one more.
  const isNew = (pair: string) =>
    !usual.has(pair) &&
    (LATIN.test(pair) || Array.from(pair).some((char) => !ordinary.includes(char)));
  const isCalled = (entry: CatalogueEntry) =>
    namePairs(nameOf(entry)).some((pair) => asked.has(pair) && isNew(pair));
  const scored = entries.map((entry) => ({ entry, score: fit(text, entry.id) }));
  const firstScore = scored[0]!.score;
  const better = scored.filter(
    ({ entry, score }) => score > firstScore && (isCalled(entry) || firstScore < CLEARLY * score),
  );
  return better.reduce((a, b) => (b.score > a.score ? b : a), scored[0]!).entry;
}

const LATIN = /[a-z]/;
const nameOf = ({ name }: CatalogueEntry) => `${name.zh} ${name.en}`;
const namePairs = (text: string) =>
  featuresOf(normalise(text)).filter((feature) => feature.length >= 2);

/** The label of a subject as people are shown it. */
export function subjectName(subject: Subject, lang: Language): string {
  return subject.entry?.name[lang] ?? subject.item.name[lang];
}
