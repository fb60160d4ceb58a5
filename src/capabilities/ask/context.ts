import type { ConversationState } from "../../domain/conversation.ts";
import type { Question } from "./questions.ts";

/** The conversation's own subject needs only this share of the best score to be meant still. */
const NEAR = 0.55;
/** Longer than this a message stands by itself; a character of Chinese and half a word of English count alike. */
const SHORT = 20;

/**
 * Whether a question goes on about what the conversation is about.
 * @param question as read, with its hits
 * @returns true when it names nothing else, is short, and nothing else is clearly better
 */
export function goesOn(question: Question, state: ConversationState): boolean {
  const { subject } = state;
  const best = question.hits[0];
  if (!subject) return false;
  if (question.nameless || best === undefined || best.group === subject.item) return true;
  if (question.mentions.some((item) => item !== subject.item)) return false;
  if (asksOfAnother(question)) return false;
  return (
    question.inContext?.[0]?.group === subject.item &&
    (isShort(question.text) || question.pointsBack || isNear(question, subject.item))
  );
}

/** "那职业中介呢": the same is asked of something else. */
function asksOfAnother({ text, action, hits }: Question): boolean {
  return (
    /呢\s*[?？]?$|^(?:and|what about|how about)\b/iu.test(text.trim()) &&
    action === null &&
    hits[0]!.kind !== "outside" &&
    hits[0]!.confidence >= SURE_OTHER
  );
}

/** Asked "and …?", another subject needs less to be meant. */
const SURE_OTHER = 0.5;

function isNear({ hits }: Question, item: string): boolean {
  const own = hits.find((hit) => hit.group === item);
  return own !== undefined && own.score >= NEAR * hits[0]!.score;
}

function isShort(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z0-9]+/gi)?.length ?? 0;
  return han + 2 * words <= SHORT;
}
