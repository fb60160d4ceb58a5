import type { Answer, Capability, Tools } from "../capabilities/capability.ts";
import { readState } from "../domain/conversation.ts";
import { choose } from "./choose.ts";
import { readBurst } from "./burst.ts";
import { trustedMoment } from "./clock.ts";
import type { Take, TakenTurn } from "./drain.ts";
import { guard, type Guarded } from "./guard.ts";
import { identify } from "./identify.ts";
import { turnRecord } from "./record.ts";
import { RULES_VERSION } from "./rules-version.ts";
import { addRemarks } from "./remarks.ts";
import type { Understand } from "./understand.ts";

export type TurnTools = Tools & { understand: Understand; now: () => Date };

/**
 * THE story of one turn: what belongs together is read, understood, given to one capability, checked,
 * and handed back to be committed once. Writes nothing itself; what it throws becomes a recorded failure.
 */
export function takingTurns(tools: TurnTools): Take {
  return (open) => {
    const began = performance.now();
    const { count, text } = readBurst(open.messages);
    const first = open.messages[0]!;
    const moment = trustedMoment(first.at, tools.now().toISOString());
    const as = identify(open.channel, first.as);
    const hearing = tools.understand(
      { text, as, at: moment.at, lang: first.lang },
      readState(open.state),
    );
    const knowledge = tools.knowledge.on(hearing.day);
    const ofThatDay = { ...tools, knowledge };
    const capability = choose(hearing, ofThatDay);
    const answer = capability.handle(ofThatDay, hearing);
    addRemarks(answer, hearing, moment.wrong, knowledge);
    const judgedOn = answer.day ?? hearing.day;
    const guarded = guard(answer, judgedOn, knowledge.provisions, knowledge.wording);
    return finished(tools, { count, capability, answer, guarded, ms: performance.now() - began });
  };
}

type Told = { count: number; capability: Capability; answer: Answer; guarded: Guarded; ms: number };

function finished({ knowledge }: TurnTools, told: Told): TakenTurn {
  const { answer, guarded, capability } = told;
  return {
    consumed: told.count,
    outcome: guarded.held ? "referred" : answer.outcome,
    capability: capability.name,
    lang: guarded.reply.lang,
    record: turnRecord(answer, guarded),
    state: answer.state,
    reply: guarded.reply,
    knowledge: knowledge.hash,
    rules: RULES_VERSION,
    ms: Math.round(told.ms * 100) / 100,
  };
}
