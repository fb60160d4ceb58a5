import type { ConversationState } from "../../domain/conversation.ts";
import type { Facet } from "../../domain/facet.ts";
import type { GeneralRule } from "../../domain/general-rule.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Hit } from "../../search/catalogue-document.ts";
import { measuredStatements } from "./measured.ts";
import { comparedItems } from "./compare.ts";
import { goesOn } from "./context.ts";
import type { Question } from "./questions.ts";
import { relevantElsewhere, relevantStatements, type Statement } from "./relevant.ts";
import { subjectInContext, subjectOf, type Fit, type Subject } from "./subject.ts";

/** What can be said to one question. */
export type Decision =
  | AnswerDecision
  | { kind: "compare"; subjects: [Subject, Subject] }
  /** What holds for every approval. */
  | { kind: "rule"; rule: GeneralRule }
  | { kind: "outside"; door: OutsideDoor }
  /** Two items fit: ask which. */
  | { kind: "which"; options: CatalogueItem[]; facets: Facet[] }
  /** No item named at all: "我想办证". */
  | { kind: "which-matter"; facets: Facet[] }
  /** The subject is clear, the point is not in its record; perhaps elsewhere in the item's. */
  | { kind: "not-stated"; subject: Subject; relevant: Statement[] }
  /** Nothing is near enough to claim anything. */
  | { kind: "not-found"; nearest: CatalogueItem[] };

export type AnswerDecision = {
  kind: "answer";
  subject: Subject;
  facets: Facet[];
  /** The aspects were asked of something else before: the conclusion about this one is new. */
  carriedOver: boolean;
  /** The case the question describes in which less, or something else, is needed. */
  exemption: Exemption | null;
  /** The subject, or what applies instead of it: whose papers and times are told. */
  details: Subject;
  /** On which side of a threshold the visitor's own number is. */
  measured: Statement[];
  /** What the record says on the very point. */
  relevant: Statement[];
};

export type Exemption = CatalogueItem["notNeeded"][number];

export type Thresholds = {
  /** Least confidence to claim a subject. */
  floor: number;
  /** From this confidence on a subject is answered; below it the visitor is asked whether it is meant. */
  sure: number;
  /** A second group this near to the first (share of its score) makes the question ambiguous. */
  rival: number;
};

/** What a decision rests on besides the question itself. */
export type Ground = {
  state: ConversationState;
  knowledge: Knowledge;
  limits: Thresholds;
  fit: Fit;
};

/** Words that ask and fill may still be all that a matter is called: "撤押去哪办". */
const SURE_NAMELESS = 0.7;
/** Share of the best score from which another item is offered beside a guess. */
const WORTH_ASKING = 0.75;
/** Share of the floor from which an item is near enough to be named as a possibility. */
const WORTH_NAMING = 0.4;
/** A visitor is asked back at most so often in a row. */
const MOST_QUESTIONS_BACK = 2;

/**
 * Decide what one question is about and what can be said.
 * Pure: the same question on the same ground gives the same decision.
 */
export function decide(question: Question, ground: Ground): Decision {
  const { state, knowledge, limits } = ground;
  const insisted = question.door && knowledge.outside.get(question.door);
  if (insisted) return { kind: "outside", door: insisted };

  const pair = question.facets.includes("compare")
    ? comparedItems(question, state, knowledge)
    : null;
  if (pair)
    return {
      kind: "compare",
      subjects: [usualSubject(pair[0], question, ground), usualSubject(pair[1], question, ground)],
    };

  const rule = ruleMeant(question, ground);
  if (rule) return { kind: "rule", rule };
  if (goesOn(question, state)) return aboutTheConversation(question, ground);
  const best = question.hits[0];
  if (best === undefined || (question.nameless && best.confidence < SURE_NAMELESS))
    return { kind: "which-matter", facets: facetsOf(question, state) };
  if (best.confidence < limits.floor) return beyondReach(question, ground);
  return aboutWhatWasFound(best, question, ground);
}

/** From this confidence on a question is about approvals in general, though it names none. */
const SURE_RULE = 0.7;

/** A general rule; but "多久" in a conversation asks of its subject, not of approvals in general. */
function ruleMeant(question: Question, { state, knowledge }: Ground): GeneralRule | undefined {
  const best = question.hits[0];
  const asksOfSubject =
    state.subject !== null && question.nameless && !question.facets.includes("compare");
  return best && best.confidence >= SURE_RULE && !asksOfSubject
    ? knowledge.rules.get(best.group)
    : undefined;
}

function aboutWhatWasFound(best: Hit, question: Question, ground: Ground): Decision {
  const { state, knowledge } = ground;
  const door = knowledge.outside.get(best.group);
  if (door) return { kind: "outside", door };
  const general = knowledge.rules.get(best.group);
  if (general) return { kind: "rule", rule: general };
  const facets = facetsOf(question, state);
  const rivals = rivalItems(question.hits, ground);
  const askedEnough = (state.asked?.times ?? 0) >= MOST_QUESTIONS_BACK;
  if (rivals.length > 1 && !askedEnough) return { kind: "which", options: rivals, facets };
  if (!askedEnough && isGuess(best, question, ground))
    return { kind: "which", options: guesses(question.hits, ground), facets };
  const item = knowledge.catalogue.items.get(best.group)!;
  return answer(subjectOf(item, question, knowledge, ground.fit), facets, question, knowledge);
}

/** Likely, but not likely enough to be told as the answer; whoever says an item's name is believed. */
function isGuess(best: Hit, { mentions }: Question, { limits }: Ground): boolean {
  return best.confidence < limits.sure && !mentions.includes(best.group);
}

/** What may be meant: the best guess, and with it only what comes near. */
function guesses(hits: readonly Hit[], { knowledge }: Ground): CatalogueItem[] {
  const near = hits.filter((hit) => hit.score >= WORTH_ASKING * hits[0]!.score);
  const groups = [...new Set(near.map((hit) => hit.group))];
  return groups.flatMap((group) => knowledge.catalogue.items.get(group) ?? []).slice(0, 3);
}

/** "那个体户呢": no aspect of its own, so the last ones are meant again. */
function facetsOf(question: Question, state: ConversationState): Facet[] {
  if (question.facets.length > 0) return question.facets;
  const again =
    state.subject !== null && (question.pointsBack || /呢\s*[?？]?$/u.test(question.text));
  return again && question.action === null ? state.facets : [];
}

function aboutTheConversation(question: Question, { state, knowledge, fit }: Ground): Decision {
  const item = knowledge.catalogue.items.get(state.subject!.item);
  const asksOfIt =
    !question.nameless ||
    question.facets.length > 0 ||
    question.action !== null ||
    question.pointsBack;
  if (!item || !asksOfIt) return { kind: "which-matter", facets: question.facets };
  const subject = subjectInContext(item, state.subject!.handling, question, knowledge, fit);
  const named =
    question.facets.length > 0 ||
    question.action !== null ||
    subject.entry?.id !== state.subject!.handling;
  const decision = answer(subject, question.facets, question, knowledge);
  const says =
    named ||
    decision.exemption !== null ||
    decision.measured.length > 0 ||
    decision.relevant.length > 0 ||
    question.mentions.length > 0;
  if (says || question.nameless) return decision;
  const relevant = relevantElsewhere(
    question.text,
    subject,
    knowledge.catalogue.entriesOf(item.id),
  );
  // The same overview again would only seem to answer.
  return { kind: "not-stated", subject, relevant };
}

/** Nothing is sure: the nearest are only named. */
function beyondReach({ hits }: Question, { knowledge, limits }: Ground): Decision {
  const near = hits.filter((hit) => hit.confidence >= limits.floor * WORTH_NAMING);
  const groups = [...new Set(near.map((hit) => hit.group))];
  return {
    kind: "not-found",
    nearest: groups.flatMap((group) => knowledge.catalogue.items.get(group) ?? []).slice(0, 3),
  };
}

function answer(
  subject: Subject,
  facets: Facet[],
  { text, facets: asked }: Question,
  knowledge: Knowledge,
): AnswerDecision {
  const exemption = exemptionIn(text, subject.item);
  const measured = measuredStatements(text, subject.item);
  return {
    kind: "answer",
    subject,
    facets,
    carriedOver: facets.length > 0 && asked.length === 0,
    exemption,
    details: insteadOf(exemption, knowledge) ?? subject,
    measured,
    // The threshold itself says the same again.
    relevant: measured.length > 0 ? [] : relevantStatements(text, subject),
  };
}

/** Where something else applies instead, its papers and times are what the visitor needs. */
function insteadOf(exemption: Exemption | null, knowledge: Knowledge): Subject | null {
  const item =
    exemption?.instead === undefined ? undefined : knowledge.catalogue.items.get(exemption.instead);
  return item ? { item, entry: knowledge.catalogue.entriesOf(item.id)[0] ?? null } : null;
}

/** The case of the item that the question describes: the longest word decides. */
function exemptionIn(text: string, item: CatalogueItem): Exemption | null {
  const lower = text.toLowerCase();
  const matches = item.notNeeded.flatMap((exemption) =>
    [...exemption.words.zh, ...exemption.words.en]
      .filter((word) => lower.includes(word.toLowerCase()))
      .map((word) => ({ exemption, length: word.length })),
  );
  return matches.sort((a, b) => b.length - a.length)[0]?.exemption ?? null;
}

function usualSubject(
  item: CatalogueItem,
  question: Question,
  { knowledge, fit }: Ground,
): Subject {
  return subjectOf(item, { ...question, action: null }, knowledge, fit);
}

/** The items that fit about equally well; the conversation's own item needs no asking. */
function rivalItems(hits: readonly Hit[], { state, knowledge, limits }: Ground): CatalogueItem[] {
  const best = hits[0]!;
  const near = hits.filter((hit) => hit.score >= best.score * limits.rival);
  const groups = [...new Set(near.map((hit) => hit.group))];
  if (state.subject && groups.includes(state.subject.item)) return [];
  return groups.flatMap((group) => knowledge.catalogue.items.get(group) ?? []);
}
