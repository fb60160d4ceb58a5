import type { ConversationState } from "../../domain/conversation.ts";
import type { Question } from "./questions.ts";

/**
 * From this confidence on another subject is meant, however short the message. Another body's matter, small
 * talk and above all distress need less than one of our own items (dev questions: .75 to .9 make no difference).
 */
const SURE_SWITCH = { ours: 0.8, outside: 0.6, undertaking: 0.5 };
/** "想支个烤串摊子", "I want to open a gym": who begins something new has left the old subject. */
const UNDERTAKING =
  /(?:想|要|打算|准备|寻思|琢磨)[^，,。？?]{0,4}(?:开|办|支|摆|搞|弄|整|建|盖|养|卖)(?:个|家|间|点|台|座|所)|\b(?:want|plan|going|like) to (?:open|start|run|sell|set up|build) an?\b/iu;
/** Asked "那…呢", "and …?", another subject needs less to be meant. */
const SURE_OTHER = 0.45;
/** The conversation's own subject needs this share of the best score to be meant still. */
const NEAR = 0.55;
/** Longer than this a message stands by itself; a character of Chinese and half a word of English count alike. */
const SHORT = 20;

/**
 * Whether a question goes on about what the conversation is about.
 * Danger, distress and other doors that a word insists on never come here.
 * @param question as read, with its hits
 * @returns true when it names nothing else and nothing else is surely found
 */
export function goesOn(question: Question, state: ConversationState): boolean {
  const { subject } = state;
  const best = question.hits[0];
  if (!subject || question.corrects) return false;
  if (question.nameless || best === undefined || best.group === subject.item) return true;
  if (question.mentions.some((item) => item !== subject.item)) return false;
  if (isNear(question, subject.item)) return true;
  const sure = UNDERTAKING.test(question.text)
    ? SURE_SWITCH.undertaking
    : SURE_SWITCH[best.kind === "outside" ? "outside" : "ours"];
  if (best.confidence >= (asksOfAnother(question) ? SURE_OTHER : sure)) return false;
  return isShort(question.text) || question.pointsBack;
}

/** "那职业中介呢": the same is asked of something else. */
function asksOfAnother({ text, action }: Question): boolean {
  return action === null && /呢\s*[?？]?$|^(?:and|what about|how about)\b/iu.test(text.trim());
}

function isNear({ hits }: Question, item: string): boolean {
  const own = hits.find((hit) => hit.group === item);
  return own !== undefined && own.score >= NEAR * hits[0]!.score;
}

function isShort(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z0-9]+/gi)?.length ?? 0;
  return han + 2 * words <= SHORT;
}
