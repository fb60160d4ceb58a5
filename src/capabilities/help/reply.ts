import type { Draft } from "../../domain/draft.ts";
import type { Language } from "../../domain/language.ts";
import type { Say } from "../../knowledge/wording.ts";
import type { HelpDecision } from "./decide.ts";

/** @returns one sentence, and the examples as choices where they help */
export function reply(decision: HelpDecision, lang: Language, say: Say): Draft {
  const text =
    typeof decision.sentence === "string" ? say(decision.sentence) : decision.sentence[lang];
  const examples = decision.showExamples ? say("help.examples").split("|") : [];
  return {
    lang,
    blocks: [{ kind: "note", text }],
    choices: examples.map((example) => ({ label: example, text: example })),
  };
}
