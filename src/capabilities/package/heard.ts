import type { OpenPackage } from "../../domain/conversation.ts";
import type { Package } from "../../domain/package.ts";
import type { Hearing, Tools } from "../capability.ts";
import { agreed, type Changed } from "./agreement.ts";
import { factsSaid, hasNoFigure, isUnknown } from "./facts.ts";
import { mainOf } from "./main-of.ts";
import { isErrand, isOtherMatter } from "./other-matter.ts";
import { anotherPackage, wantedPackage } from "./wanted.ts";
import { speaksOf } from "./yes-or-no.ts";
import { comesBack, wantsAnew, wholeAsked, type Focus } from "./whole-asked.ts";

/** A reply to our own question is short; a long message is a new matter. */
const LONGEST_ANSWER = 40;
/** What asks something is no answer to our question. */
const ASKS =
  /[?？吗]|什么|多久|怎么|咋|哪|啥|多少|几[个天年]|谁|能不能|要不要|用不用|是不是|行不|\b(?:what|how|which|who|where|when|do i|can i|is it)\b/iu;
/** 没什么电梯, 不知道要不要 ask nothing. */
const ASKS_NOTHING =
  /[不没]有?\p{Script=Han}{0,3}?(?:什么|啥|几个|多少|谁)|不知道(?:要不要|是不是|用不用)/gu;

/** "那消防呢" asks, and yet "那教画画呢" answers by its words. */
const TURNS_TO = /[呢么]$/u;

const asks = (text: string) => ASKS.test(text.replaceAll(ASKS_NOTHING, ""));

/** What a message makes of the reply: the whole plan, what an answer or none changed, or what was asked. */
export type Shown = Focus | "answer" | "skip" | "why" | "back" | "not-understood";
/** The package a message opens or goes on with, what is known then, and what it overturned. */
export type Opened = { open: OpenPackage; shown: Shown; changed: Changed[] };

type Going = { open: OpenPackage; pack: Package };
type Ear = (hearing: Hearing, tools: Tools, going: Going) => Opened | null;

/** @returns null when the message is not about a package */
export function heard(hearing: Hearing, tools: Tools): Opened | null {
  const open = hearing.state.package;
  const pack = open && tools.knowledge.packages.get(open.package);
  const going = open && pack ? { open, pack } : null;
  const first = going && firstOf([anew, answered, asked, back], hearing, tools, going);
  return first ?? begun(hearing, tools) ?? (going && notUnderstood(hearing, tools, going));
}

const firstOf = (
  ears: readonly Ear[],
  hearing: Hearing,
  tools: Tools,
  going: Going,
): Opened | null => {
  for (const ear of ears) {
    const opened = ear(hearing, tools, going);
    if (opened) return opened;
  }
  return null;
};

/** Small talk that is neither yes nor no, and what cannot be read, is no answer. */
const mayAnswer = ({ special }: Hearing) =>
  special === null ||
  (special.kind === "talk" && (special.talk === "yes" || special.talk === "no"));

const anew: Ear = ({ special, text }, _, { pack }) =>
  (special === null || special.kind === "talk") && wantsAnew(text)
    ? {
        open: { package: pack.id, facts: {}, asking: null, skipped: [] },
        shown: "all",
        changed: [],
      }
    : null;

/** The visitor answers our question, or corrects what was said before: "不对，是400平". */
const answered: Ear = (hearing, _, { open, pack }) => {
  const { text } = hearing;
  if (!mayAnswer(hearing) || text.length > LONGEST_ANSWER || asks(text) || isErrand(text))
    return null;
  const said = { ...factsSaid(text, pack, open.asking), ...corrected(text, open, pack) };
  if (Object.keys(said).length === 0) return skipped(text, { open, pack });
  const { facts, changed } = agreed(open.facts, said);
  return { open: { ...open, facts, skipped: stillVague(open, said) }, shown: "answer", changed };
};

/** Asked twice for a number, the visitor knows it no better. */
function stillVague(
  { asking, facts, skipped: before }: OpenPackage,
  said: OpenPackage["facts"],
): string[] {
  const vague =
    asking !== null && typeof facts[asking] === "object" && typeof said[asking] === "object";
  return vague ? [...before, asking] : before;
}

function skipped(text: string, { open, pack }: Going): Opened | null {
  const fact = pack.facts.find(({ id }) => id === open.asking);
  if (!fact || !(isUnknown(text) || hasNoFigure(text, fact))) return null;
  return { open: { ...open, skipped: [...open.skipped, fact.id] }, shown: "skip", changed: [] };
}

/** "不对，是400": the only number that was said is meant, though something else was asked since. */
function corrected(text: string, { facts }: OpenPackage, pack: Package): OpenPackage["facts"] {
  if (!/^(?:不对|不是|错了|说错了|应该是|改成|no,|sorry|i mean|correction)/iu.test(text)) return {};
  const numbers = pack.facts.filter(({ id, kind }) => kind === "number" && facts[id] !== undefined);
  return numbers.length === 1 ? factsSaid(text, pack, numbers[0]!.id) : {};
}

/** The visitor asks something of the whole plan, or why we ask. */
const asked: Ear = ({ special, text, state }, _, { open, pack }) => {
  const why = special?.kind === "talk" && special.talk === "why" && open.asking !== null;
  if (why) return { open, shown: "why", changed: [] };
  const between = state.subject !== null && state.subject.item !== mainOf(pack)?.item;
  const whole = special === null ? wholeAsked(text, between) : null;
  return whole === null ? null : { open, shown: whole, changed: [] };
};

/** "接着说开店的事": the plan as it stands; another undertaking that is named begins instead. */
const back: Ear = ({ special, text }, tools, { open, pack }) => {
  if (special !== null || !comesBack(text)) return null;
  const other = wantedPackage({ text }, tools) ?? anotherPackage(`那${text}`, tools);
  return other && other.id !== pack.id ? null : { open, shown: "back", changed: [] };
};

/** A package begins; one that was open goes on with what is known of it. */
function begun({ special, text, state }: Hearing, tools: Tools): Opened | null {
  if (special !== null) return null;
  const other =
    state.package === null ? null : anotherPackage(comesBack(text) ? `那${text}` : text, tools);
  const pack = wantedPackage({ text }, tools) ?? other;
  if (!pack) return null;
  const known = state.package?.package === pack.id ? state.package : null;
  const { facts, changed } = agreed(known?.facts ?? {}, factsSaid(text, pack, null));
  const open = { package: pack.id, facts, asking: null, skipped: known?.skipped ?? [] };
  return { open, shown: "all", changed };
}

/** A short sentence that is neither an answer nor a question nor another matter: the question stands. */
const notUnderstood: Ear = (hearing, tools, { open, pack }) => {
  const { text } = hearing;
  if (open.asking === null || !mayAnswer(hearing) || text.length > LONGEST_ANSWER) return null;
  if (asks(text) || TURNS_TO.test(text)) return null;
  const ofPlan = !isErrand(text) && pack.facts.some((fact) => speaksOf(text, fact));
  if (!ofPlan && isOtherMatter(text, tools)) return null;
  return { open, shown: "not-understood", changed: [] };
};
