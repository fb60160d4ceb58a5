import type { Draft } from "../../domain/draft.ts";
import type { Answer, Capability } from "../capability.ts";
import { plan, type Plan } from "./decide.ts";
import { heard, type Shown } from "./heard.ts";
import { mainOf } from "./main-of.ts";
import { reply } from "./reply.ts";
import { speaksOf } from "./yes-or-no.ts";

/** After these only what is new is told. */
const CHANGES: readonly Shown[] = ["answer", "skip"];

/** Plans one thing 一件事: everything an undertaking needs, in its order, and the one question that decides most. */
export const packages: Capability = {
  name: "package",
  roles: ["citizen", "enterprise", "staff"],
  takes: (hearing, tools) => heard(hearing, tools) !== null,
  handle(tools, hearing) {
    const { knowledge } = tools;
    const { open, shown, changed } = heard(hearing, tools)!;
    const pack = knowledge.packages.get(open.package)!;
    const planned = (facts: typeof open.facts, skipped: readonly string[]) =>
      plan(pack, facts, skipped, knowledge);
    const decided = planned(open.facts, open.skipped);
    const before = CHANGES.includes(shown) ? hearing.state.package : null;
    const told = {
      facts: open.facts,
      shown,
      changed,
      before: before && planned(before.facts, before.skipped),
      unsure: pack.facts.filter((fact) => speaksOf(hearing.text, fact)),
    };
    const voice = { lang: hearing.lang, say: knowledge.wording[hearing.lang], knowledge };
    const draft = reply(decided, told, voice);
    return {
      outcome: states(draft) ? "answered" : "need-facts",
      draft,
      items: [{ id: pack.id, name: pack.name.zh, nameEn: pack.name.en, score: 1 }],
      departments: departmentsOf(decided),
      state: {
        ...hearing.state,
        lang: hearing.lang,
        // "审批要多少天" in the middle of a plan asks of its main licence.
        subject: mainOf(pack),
        asked: null,
        facets: [],
        package: { ...open, asking: decided.ask?.id ?? null },
      },
    } satisfies Answer;
  },
};

/** Whether a reply states anything of the law, or only repeats the question. */
const states = ({ blocks }: Draft): boolean =>
  blocks.some(({ kind }) => kind !== "heading" && kind !== "note");

function departmentsOf({ needed }: Plan): Answer["departments"] {
  return needed.flatMap(({ item }) => (item ? [item.department] : []));
}
