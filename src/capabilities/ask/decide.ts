import type { HandlingKind } from "../../domain/approval-item.ts";
import type { ConversationState } from "../../domain/conversation.ts";
import type { Facet } from "../../domain/facet.ts";
import type { Language } from "../../domain/language.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { CatalogueEntry, CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Hit } from "../../search/catalogue-document.ts";
import { goesOn } from "./context.ts";
import type { Question } from "./questions.ts";
import { relevantStatements, type Statement } from "./relevant.ts";

/** What can be said to one question. */
export type Decision =
  | AnswerDecision
  | { kind: "compare"; subjects: [Subject, Subject] }
  | { kind: "outside"; door: OutsideDoor }
  /** Two items fit: ask which. */
  | { kind: "which"; options: CatalogueItem[]; facets: Facet[] }
  /** No item named at all: "我想办证". */
  | { kind: "which-matter"; facets: Facet[] }
  /** Nothing is near enough to claim anything. */
  | { kind: "not-found"; nearest: CatalogueItem[] };

export type AnswerDecision = {
  kind: "answer";
  subject: Subject;
  facets: Facet[];
  /** The case the question describes in which less is needed. */
  exemption: Exemption | null;
  /** The subject, or what applies instead of it: whose papers and times are told. */
  details: Subject;
  /** What the record says on the very point. */
  relevant: Statement[];
};

/** An item, and the handling item of it that was meant (none for what is abolished or another's). */
export type Subject = { item: CatalogueItem; entry: CatalogueEntry | null };
export type Exemption = CatalogueItem["notNeeded"][number];

export type Thresholds = {
  /** Least confidence to claim a subject. */
  floor: number;
  /** A second group this near to the first (share of its score) makes the question ambiguous. */
  rival: number;
};

/**
 * Decide what one question is about and what can be said.
 * Pure: the same question, state and knowledge give the same decision.
 */
export function decide(
  question: Question,
  state: ConversationState,
  knowledge: Knowledge,
  limits: Thresholds,
): Decision {
  const best = question.hits[0];
  const facets = facetsOf(question, state);
  const insisted = question.door && knowledge.outside.get(question.door);
  if (insisted) return { kind: "outside", door: insisted };
  if (question.nameless || goesOn(question, state))
    return aboutTheConversation(question, facets, state, knowledge);
  if (best === undefined || best.confidence < limits.floor)
    return beyondReach(question, knowledge, limits);

  const pair = question.facets.includes("compare")
    ? comparable(question.hits, knowledge, limits)
    : null;
  if (pair) return { kind: "compare", subjects: pair };

  const door = knowledge.outside.get(best.id);
  if (door) return { kind: "outside", door };

  const rivals = rivalItems(question.hits, state, knowledge, limits);
  const askedEnough = (state.asked?.times ?? 0) >= 2;
  if (rivals.length > 1 && !askedEnough) return { kind: "which", options: rivals, facets };
  return answer(subjectOf(best, question, knowledge), facets, question.text, knowledge);
}

/** "那个体户呢": no aspect of its own, so the last ones are meant again. */
function facetsOf(question: Question, state: ConversationState): Facet[] {
  if (question.facets.length > 0) return question.facets;
  const again =
    state.subject !== null && (question.pointsBack || /[呢]\s*[?？]?$/u.test(question.text));
  return again && question.action === null ? state.facets : [];
}

function aboutTheConversation(
  question: Question,
  facets: Facet[],
  state: ConversationState,
  knowledge: Knowledge,
): Decision {
  const item = state.subject && knowledge.catalogue.items.get(state.subject.item);
  const asksOfIt =
    !question.nameless || facets.length > 0 || question.action !== null || question.pointsBack;
  if (!item || !asksOfIt) return { kind: "which-matter", facets };
  const entries = knowledge.catalogue.entriesOf(item.id);
  const before = entries.find((entry) => entry.id === state.subject?.handling);
  const entry =
    question.action || !before ? entryMeant(entries, question.action, new Map()) : before;
  return answer({ item, entry }, facets, question.text, knowledge);
}

/** Share of the floor from which an item is near enough to be named as a possibility. */
const WORTH_NAMING = 0.4;

/** Nothing is sure: the nearest are only named. */
function beyondReach(question: Question, knowledge: Knowledge, limits: Thresholds): Decision {
  const near = question.hits.filter((hit) => hit.confidence >= limits.floor * WORTH_NAMING);
  const groups = [...new Set(near.map((hit) => hit.group))];
  const nearest = groups.flatMap((group) => knowledge.catalogue.items.get(group) ?? []).slice(0, 3);
  return { kind: "not-found", nearest };
}

function answer(subject: Subject, facets: Facet[], text: string, knowledge: Knowledge): Decision {
  const exemption = exemptionIn(text, subject.item);
  return {
    kind: "answer",
    subject,
    facets,
    exemption,
    details: insteadOf(exemption, knowledge) ?? subject,
    relevant: relevantStatements(text, subject),
  };
}

/** Where something lighter applies instead, its papers and times are what the visitor needs. */
function insteadOf(exemption: Exemption | null, knowledge: Knowledge): Subject | null {
  const item =
    exemption?.instead === undefined ? undefined : knowledge.catalogue.items.get(exemption.instead);
  return item ? { item, entry: knowledge.catalogue.entriesOf(item.id)[0] ?? null } : null;
}

/** The case of the item in which less is needed, if the question describes it: the longest word decides. */
function exemptionIn(text: string, item: CatalogueItem): Exemption | null {
  const lower = text.toLowerCase();
  const matches = item.notNeeded.flatMap((exemption) =>
    [...exemption.words.zh, ...exemption.words.en]
      .filter((word) => lower.includes(word.toLowerCase()))
      .map((word) => ({ exemption, length: word.length })),
  );
  return matches.sort((a, b) => b.length - a.length)[0]?.exemption ?? null;
}

function subjectOf(hit: Hit, question: Question, knowledge: Knowledge): Subject {
  const item = knowledge.catalogue.items.get(hit.group)!;
  const scores = new Map(question.hits.map((found) => [found.id, found.score]));
  return {
    item,
    entry: entryMeant(knowledge.catalogue.entriesOf(item.id), question.action, scores),
  };
}

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
/** The first entry of an item is the usual case; another one must be found clearly better. */
const CLEARLY = 0.85;

function entryMeant(
  entries: readonly CatalogueEntry[],
  action: HandlingKind | null,
  scores: ReadonlyMap<string, number>,
): CatalogueEntry | null {
  const named = action ? entries.filter((entry) => entry.kind === action) : [];
  const usual = entries.filter((entry) => !ONLY_WHEN_NAMED.includes(entry.kind));
  const candidates = [named, usual, entries].find((list) => list.length > 0);
  if (!candidates) return null;
  const scoreOf = (entry: CatalogueEntry) => scores.get(entry.id) ?? 0;
  const best = candidates.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
  return scoreOf(candidates[0]!) >= CLEARLY * scoreOf(best) ? candidates[0]! : best;
}

function comparable(
  hits: readonly Hit[],
  knowledge: Knowledge,
  limits: Thresholds,
): [Subject, Subject] | null {
  const groups = [
    ...new Set(hits.filter((hit) => hit.confidence >= limits.floor / 2).map((hit) => hit.group)),
  ];
  const items = groups.flatMap((group) => knowledge.catalogue.items.get(group) ?? []);
  const [first, second] = items;
  if (!first || !second) return null;
  const subject = (item: CatalogueItem): Subject => ({
    item,
    entry: knowledge.catalogue.entriesOf(item.id)[0] ?? null,
  });
  return [subject(first), subject(second)];
}

/** The items that fit about equally well; the conversation's own item needs no asking. */
function rivalItems(
  hits: readonly Hit[],
  state: ConversationState,
  knowledge: Knowledge,
  limits: Thresholds,
): CatalogueItem[] {
  const best = hits[0]!;
  const near = hits.filter((hit) => hit.score >= best.score * limits.rival);
  const groups = [...new Set(near.map((hit) => hit.group))];
  if (state.subject && groups.includes(state.subject.item)) return [];
  return groups.flatMap((group) => knowledge.catalogue.items.get(group) ?? []);
}

/** The label of a subject as people are shown it. */
export function subjectName(subject: Subject, lang: Language): string {
  return subject.entry?.name[lang] ?? subject.item.name[lang];
}
