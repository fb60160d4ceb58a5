import type { Bilingual } from "../../domain/language.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Hearing } from "../capability.ts";

/** What help says, by the key of its sentence; an emergency brings its own words. */
export type HelpDecision = {
  outcome: Outcome;
  sentence: string | Bilingual;
  /** Whether the ways to ask are shown beneath. */
  showExamples: boolean;
  /** Whether the conversation begins anew. */
  forget: boolean;
};

/** Pure: what a message that needs no search gets for an answer. */
export function decide({ special, state }: Hearing, knowledge: Knowledge): HelpDecision {
  if (special === null) return explain("help.what-can-you");
  switch (special.kind) {
    case "emergency":
      return {
        ...explain(sayingOf(special.id, knowledge)),
        outcome: "emergency",
        showExamples: false,
      };
    case "unreadable":
      return {
        ...explain(`unreadable.${special.how}`),
        outcome: special.how === "too-long" ? "clarification" : "help",
      };
    case "command":
      return explain(
        special.name === "help" || special.name === "start"
          ? "help.what-can-you"
          : "help.unknown-command",
      );
    case "talk":
      break;
  }
  switch (special.talk) {
    case "person":
      return { ...explain("help.person"), outcome: "referred", showExamples: false };
    case "yes":
    case "no":
      return explain(state.asked ? "help.say-which" : `help.${special.talk}`);
    case "cancel":
      return { ...explain("help.cancel"), forget: true };
    case "why":
      return explain(state.asked ? "help.why-asked" : "help.why");
    case "greeting":
    case "what-can-you":
    case "robot":
      return explain(`help.${special.talk}`);
    default:
      return { ...explain(`help.${special.talk}`), showExamples: false };
  }
}

function explain(sentence: string | Bilingual): HelpDecision {
  return { outcome: "help", sentence, showExamples: true, forget: false };
}

function sayingOf(id: string, knowledge: Knowledge): Bilingual {
  return knowledge.lexicon.emergencies.find((emergency) => emergency.id === id)!.says;
}
