import type { OpenPackage } from "../../domain/conversation.ts";
import type { Answer, Capability, Hearing, Tools } from "../capability.ts";
import { plan, type Plan } from "./decide.ts";
import { factsSaid, isUnknown } from "./facts.ts";
import { reply } from "./reply.ts";
import { wantedPackage } from "./wanted.ts";

/** A reply to our own question is short; a long message is a new matter. */
const LONGEST_ANSWER = 40;

/** Plans one thing 一件事: everything an undertaking needs, in its order, and the one question that decides most. */
export const packages: Capability = {
  name: "package",
  roles: ["citizen", "enterprise", "staff"],
  takes: (hearing, tools) => opened(hearing, tools) !== null,
  handle(tools, hearing) {
    const { knowledge } = tools;
    const open = opened(hearing, tools)!;
    const pack = knowledge.packages.get(open.package)!;
    const decided = plan(pack, open.facts, open.skipped, knowledge);
    const voice = { lang: hearing.lang, say: knowledge.wording[hearing.lang], knowledge };
    return {
      outcome: "answered",
      draft: reply(decided, open.facts, voice),
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

/** The package this message opens or goes on with, and what is known then; null: it is not about one. */
function opened(hearing: Hearing, tools: Tools): OpenPackage | null {
  return answered(hearing, tools) ?? begun(hearing, tools);
}

function begun(hearing: Hearing, tools: Tools): OpenPackage | null {
  if (hearing.special !== null) return null;
  const pack = wantedPackage(hearing, tools);
  if (!pack) return null;
  const said = factsSaid(hearing.text, pack, null);
  return { package: pack.id, facts: said, asking: null, skipped: [] };
}

/** The visitor answers our question, or corrects what was said before: "不对，是400平". */
function answered({ special, text, state }: Hearing, { knowledge }: Tools): OpenPackage | null {
  const open = state.package;
  const pack = open && knowledge.packages.get(open.package);
  if (!open || !pack || text.length > LONGEST_ANSWER) return null;
  const talk = special?.kind === "talk" ? special.talk : null;
  if (special !== null && talk !== "yes" && talk !== "no") return null;
  const said = factsSaid(text, pack, open.asking);
  if (Object.keys(said).length > 0 && !/[?？]|什么|多久|怎么|哪/u.test(text))
    return { ...open, facts: { ...open.facts, ...said } };
  if (open.asking !== null && isUnknown(text))
    return { ...open, skipped: [...open.skipped, open.asking] };
  return null;
}

function departmentsOf({ needed }: Plan): Answer["departments"] {
  return needed.flatMap(({ item }) => (item ? [item.department] : []));
}
