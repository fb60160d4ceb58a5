import type { Answer, Capability } from "../capability.ts";
import { decide } from "./decide.ts";
import { reply } from "./reply.ts";

/** Says what OneDoor is for: greetings, thanks, hand-over wishes, emergencies, what cannot be read. */
export const help: Capability = {
  name: "help",
  roles: ["citizen", "enterprise", "staff"],
  takes: (hearing) => hearing.special !== null,
  handle({ knowledge }, hearing) {
    const decision = decide(hearing, knowledge);
    return {
      outcome: decision.outcome,
      draft: reply(decision, hearing.lang, knowledge.wording[hearing.lang]),
      items: [],
      departments: [],
      state: decision.forget
        ? {
            ...hearing.state,
            lang: hearing.lang,
            subject: null,
            asked: null,
            facets: [],
            package: null,
          }
        : { ...hearing.state, lang: hearing.lang },
    } satisfies Answer;
  },
};
