import type { ConversationState } from "../../domain/conversation.ts";
import type { HandlingKind } from "../../domain/handling-item.ts";
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
/** A neighbour is meant when it is found this surely, and its score is so many times the subject's own. */
const SURE_NEIGHBOUR = 0.75;
const AHEAD = 1.1;
/** Longer than this a message stands by itself; a character of Chinese and half a word of English count alike. */
const SHORT = 20;

/**
 * Whether a question goes on about what the conversation is about.
 * Danger, distress and other doors that a word insists on never come here.
 * @param question as read, with its hits
 * @param handled kinds of handling that the conversation's subject knows
 * @returns true when it names nothing else and nothing else is surely found
 */
export function goesOn(
  question: Question,
  state: ConversationState,
  handled: readonly HandlingKind[],
): boolean {
  const { subject } = state;
  const best = question.hits[0];
  if (!subject || question.corrects) return false;
  if (question.nameless || best === undefined || best.group === subject.item) return true;
  if (changesItself(question, handled)) return true;
  if (question.mentions.some((item) => item !== subject.item)) return false;
  if (isNear(question, subject.item)) return !isClearlyAnother(question, subject.item);
  const sure = UNDERTAKING.test(question.text)
    ? SURE_SWITCH.undertaking
    : SURE_SWITCH[best.kind === "outside" ? "outside" : "ours"];
  if (best.confidence >= (asksOfAnother(question) ? SURE_OTHER : sure)) return false;
  return isShort(question.text) || question.pointsBack;
}

/** Only what every holder of a licence may change, so not the business registration alone. */
const OWN_CHANGE =
  /^(?:那么?|要是|如果|后来|然后|以后|万一)?[，, ]?(?:我们?|俺们?|咱们?|店里?|公司|单位)?(?:想|要|得)?(?:换|改|变更?|搬)(?:了|个|一?下|完)*(?:法人|法定代表人|负责人|老板|地址|地方|名|名字|名称|场地|店面|办公室|家)/u;

/** "换法人了呢" after a licence that knows changes asks about that licence. */
function changesItself({ action, text }: Question, handled: readonly HandlingKind[]): boolean {
  const changes = action === "change" || action === "move";
  return changes && handled.includes(action) && isShort(text) && OWN_CHANGE.test(text.trim());
}

/** "那职业中介呢": the same is asked of something else; but "要是占的耕地呢" supposes a case of this. */
function asksOfAnother({ text, action }: Question): boolean {
  const said = text.trim();
  return (
    action === null &&
    !SUPPOSES.test(said) &&
    /呢\s*[?？]?$|^(?:and|what about|how about)\b/iu.test(said)
  );
}

const SUPPOSES = /^(?:那么?|但是?|可是?)?[，, ]?(?:要是|如果|假如|假设|万一|若是?|倘若)|\bif\b/iu;

function isNear({ hits }: Question, item: string): boolean {
  const own = hits.find((hit) => hit.group === item);
  return own !== undefined && own.score >= NEAR * hits[0]!.score;
}

/** A neighbour of the conversation's subject, surely found and clearly ahead of it, is meant itself. */
function isClearlyAnother({ hits }: Question, item: string): boolean {
  const own = hits.find((hit) => hit.group === item)!;
  return hits[0]!.confidence >= SURE_NEIGHBOUR && hits[0]!.score >= AHEAD * own.score;
}

function isShort(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z0-9]+/gi)?.length ?? 0;
  return han + 2 * words <= SHORT;
}
