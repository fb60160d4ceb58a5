import type { Outcome } from "../../domain/outcome.ts";
import { CALIBRATION } from "../../search/calibration.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { Answer, Capability, Hearing, Tools } from "../capability.ts";
import { namesLaw, relatedArticles } from "../related-articles.ts";
import { relatedNotes } from "../quote.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { foundItems } from "./found-items.ts";
import { remember } from "./memory.ts";
import { reply } from "./reply.ts";
import { searchForTurn, understandQuestions } from "./understanding.ts";

/** Answers what an enterprise wants to know about an approval: needed or not, papers, time, fee, door. */
export const ask: Capability = {
  name: "ask",
  roles: ["citizen", "enterprise", "staff"],
  takes: (hearing) => hearing.special === null,
  handle(tools, hearing) {
    const { knowledge } = tools;
    const search = searchForTurn(tools, hearing);
    const questions = understandQuestions(tools, hearing, search);
    const ground = { state: hearing.state, knowledge, limits: CALIBRATION, fit: search.fit };
    const decisions = withoutChat(questions.map((question) => decide(question, ground)));
    const voice = {
      lang: hearing.lang,
      say: knowledge.wording[hearing.lang],
      provisions: knowledge.provisions,
      packages: knowledge.packages,
    };
    const draft = reply(decisions, voice);
    return {
      outcome: outcomeOf(decisions),
      draft: { ...draft, blocks: [...draft.blocks, ...articlesBeside(decisions, tools, hearing)] },
      items: foundItems(questions, decisions, knowledge),
      departments: decisions.flatMap((decision) =>
        decision.kind === "answer" ? [decision.subject.item.department] : [],
      ),
      state: remember(decisions, hearing),
    } satisfies Answer;
  },
};

/** Nothing of the catalogue is near, but a law is named: articles of the zone's own copies, to look at. */
function articlesBeside(
  decisions: readonly Decision[],
  { library, knowledge }: Tools,
  { text, lang, day }: Hearing,
): DraftBlock[] {
  const isLost = decisions.every(({ kind }) => kind === "not-found" || kind === "which-matter");
  if (!isLost || !namesLaw(text, library)) return [];
  const reader = { lang, day, say: knowledge.wording[lang] };
  return relatedNotes(relatedArticles(text, library, day), reader);
}

/** Beside a real question, talk about the weather needs no answer. */
function withoutChat(decisions: readonly Decision[]): Decision[] {
  const chat = (decision: Decision) =>
    decision.kind === "outside" && decision.door.kind === "topic";
  return decisions.every(chat) ? [...decisions] : decisions.filter((decision) => !chat(decision));
}

const OUTCOME: Record<Decision["kind"], Outcome> = {
  answer: "answered",
  "not-stated": "answered",
  compare: "answered",
  rule: "answered",
  outside: "referred",
  which: "clarification",
  "which-matter": "clarification",
  "not-found": "referred",
};

/** An answer outweighs a question back, which outweighs a referral. */
function outcomeOf(decisions: readonly Decision[]): Outcome {
  const outcomes = decisions.map((decision) => OUTCOME[decision.kind]);
  return (["answered", "clarification", "referred"] as const).find((outcome) =>
    outcomes.includes(outcome),
  )!;
}
