import type { OpenPackage } from "../../domain/conversation.ts";
import type { Package } from "../../domain/package.ts";
import type { Answer, Capability, Hearing, Tools } from "../capability.ts";
import { plan, type Plan } from "./decide.ts";
import { factsSaid, isUnknown } from "./facts.ts";
import { reply, type Shown } from "./reply.ts";
import { anotherPackage, wantedPackage, wholeAsked } from "./wanted.ts";

/** A reply to our own question is short; a long message is a new matter. */
const LONGEST_ANSWER = 40;
/** What asks something is no answer to our question. */
const ASKS =
  /[?？吗]|什么|多久|怎么|咋|哪|啥|多少|几[个天年]|谁|能不能|要不要|用不用|是不是|行不行|\b(?:what|how|which|who|where|when|do i|can i|is it)\b/iu;

/** Plans one thing 一件事: everything an undertaking needs, in its order, and the one question that decides most. */
export const packages: Capability = {
  name: "package",
  roles: ["citizen", "enterprise", "staff"],
  takes: (hearing, tools) => opened(hearing, tools) !== null,
  handle(tools, hearing) {
    const { knowledge } = tools;
    const { open, shown } = opened(hearing, tools)!;
    const pack = knowledge.packages.get(open.package)!;
    const decided = plan(pack, open.facts, open.skipped, knowledge);
    const before = shown === "answer" || shown === "skip" ? hearing.state.package : null;
    const told = {
      facts: open.facts,
      shown,
      before: before && plan(pack, before.facts, before.skipped, knowledge),
    };
    const voice = { lang: hearing.lang, say: knowledge.wording[hearing.lang], knowledge };
    return {
      outcome: "answered",
      draft: reply(decided, told, voice),
      items: [{ id: pack.id, name: pack.name.zh, nameEn: pack.name.en, score: 1 }],
      departments: departmentsOf(decided),
      state: {
        ...hearing.state,
        lang: hearing.lang,
        subject: null,
        asked: null,
        facets: [],
        package: { ...open, asking: decided.ask?.id ?? null },
      },
    } satisfies Answer;
  },
};

type Opened = { open: OpenPackage; shown: Shown };

/** The package this message opens or goes on with, and what is known then; null: it is not about one. */
function opened(hearing: Hearing, tools: Tools): Opened | null {
  return answered(hearing, tools) ?? asked(hearing, tools) ?? begun(hearing, tools);
}

/** The visitor answers our question, or corrects what was said before: "不对，是400平". */
function answered({ special, text, state }: Hearing, { knowledge }: Tools): Opened | null {
  const open = state.package;
  const pack = open && knowledge.packages.get(open.package);
  if (!open || !pack || text.length > LONGEST_ANSWER) return null;
  const talk = special?.kind === "talk" ? special.talk : null;
  if (special !== null && talk !== "yes" && talk !== "no") return null;
  if (ASKS.test(text)) return null;
  if (open.asking !== null && isUnknown(text))
    return { open: { ...open, skipped: [...open.skipped, open.asking] }, shown: "skip" };
  const said = { ...factsSaid(text, pack, open.asking), ...corrected(text, open, pack) };
  return Object.keys(said).length === 0
    ? null
    : { open: { ...open, facts: { ...open.facts, ...said } }, shown: "answer" };
}

/** "不对，是400": the only number that was said is meant, though something else was asked since. */
function corrected(text: string, { facts }: OpenPackage, pack: Package): OpenPackage["facts"] {
  if (!/^(?:不对|不是|错了|说错了|应该是|改成|no,|sorry|i mean|correction)/iu.test(text)) return {};
  const numbers = pack.facts.filter(({ id, kind }) => kind === "number" && facts[id] !== undefined);
  return numbers.length === 1 ? factsSaid(text, pack, numbers[0]!.id) : {};
}

/** The visitor asks something of the whole plan, or why we ask. */
function asked({ special, text, state }: Hearing, { knowledge }: Tools): Opened | null {
  const open = state.package;
  if (!open || !knowledge.packages.has(open.package)) return null;
  if (special?.kind === "talk" && special.talk === "why" && open.asking !== null)
    return { open, shown: "why" };
  const whole = special === null && state.subject === null ? wholeAsked(text) : null;
  return whole === null ? null : { open, shown: whole };
}

/** A package begins; one that was open goes on with what is known of it. */
function begun({ special, text, state }: Hearing, tools: Tools): Opened | null {
  if (special !== null) return null;
  const other = state.package === null ? null : anotherPackage(text, tools);
  const pack = wantedPackage({ text }, tools) ?? other;
  if (!pack) return null;
  const known = state.package?.package === pack.id ? state.package : null;
  const facts = { ...known?.facts, ...factsSaid(text, pack, null) };
  return {
    open: { package: pack.id, facts, asking: null, skipped: known?.skipped ?? [] },
    shown: "all",
  };
}

function departmentsOf({ needed }: Plan): Answer["departments"] {
  return needed.flatMap(({ item }) => (item ? [item.department] : []));
}
