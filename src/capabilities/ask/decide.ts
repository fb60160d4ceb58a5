import type { ConversationState } from "../../domain/conversation.ts";
import type { Facet } from "../../domain/facet.ts";
import type { HandlingKind } from "../../domain/handling-item.ts";
import type { GeneralRule } from "../../domain/general-rule.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Hit } from "../../search/catalogue-document.ts";
import { aboutItem } from "./about-item.ts";
import { nearestItems, possibleMatters } from "./candidates.ts";
import { comparedItems } from "./compare.ts";
import { goesOn } from "./context.ts";
import type { Decision, Ground } from "./decision.ts";
import type { Question } from "./questions.ts";
import { relevantElsewhere } from "./relevant.ts";
import { subjectInContext, subjectOf, type Subject } from "./subject.ts";

/** Words that ask and fill may still be all that a matter is called: "撤押去哪办". A general rule has no other. */
const SURE_NAMELESS = 0.7;
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
  if (goesOn(question, state, handledKinds(ground))) return aboutTheConversation(question, ground);
  const hits = withoutUnsureRules(question, ground);
  const best = hits[0];
  const sure = knowledge.rules.has(best?.group ?? "") ? limits.sure : SURE_NAMELESS;
  if (best === undefined || (question.nameless && best.confidence < sure))
    return { kind: "which-matter", facets: facetsOf(question, state) };
  if (best.confidence < limits.floor)
    return { kind: "not-found", nearest: nearestItems(hits, ground) };
  return aboutWhatWasFound(best, { ...question, hits }, ground);
}

/** A rule holds for every approval, so nobody can be asked whether it is meant: it is told when it surely is. */
function withoutUnsureRules({ hits }: Question, { knowledge, limits }: Ground): Hit[] {
  const isRule = ({ group }: Hit) => knowledge.rules.has(group);
  const other = hits.find((hit) => !isRule(hit))?.score ?? 0;
  // Two rules on one matter take the lead from each other; what else is near makes a rule doubtful.
  const isAlone = ({ score }: Hit) => other < limits.rule.alone * score;
  return hits.filter(
    (hit) =>
      !isRule(hit) ||
      hit.confidence >= limits.rule.sure ||
      (hit.confidence >= limits.sure && isAlone(hit)),
  );
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
  const askedEnough = (state.asked?.times ?? 0) >= MOST_QUESTIONS_BACK;
  const possible = askedEnough ? null : possibleMatters(question, ground);
  if (possible) return { kind: "which", ...possible, facets };
  const item = knowledge.catalogue.items.get(best.group)!;
  return aboutItem(subjectOf(item, question, knowledge, ground.fit), facets, question, knowledge);
}

/** "那个体户呢": no aspect of its own, so the last ones are meant again. */
function facetsOf(question: Question, state: ConversationState): Facet[] {
  if (question.facets.length > 0) return question.facets;
  const again =
    state.subject !== null && (question.pointsBack || /呢\s*[?？]?$/u.test(question.text));
  return again && question.action === null ? state.facets : [];
}

function handledKinds({ state, knowledge }: Ground): HandlingKind[] {
  const subject = state.subject?.item;
  return subject ? knowledge.catalogue.entriesOf(subject).map(({ kind }) => kind) : [];
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
  const decision = aboutItem(subject, question.facets, question, knowledge);
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

function usualSubject(
  item: CatalogueItem,
  question: Question,
  { knowledge, fit }: Ground,
): Subject {
  return subjectOf(item, { ...question, action: null }, knowledge, fit);
}
