import type { Outcome } from "../../domain/outcome.ts";
import { CALIBRATION } from "../../search/calibration.ts";
import type { Answer, Capability } from "../capability.ts";
import { decide, type Decision } from "./decide.ts";
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
    return {
      outcome: outcomeOf(decisions),
      draft: reply(decisions, voice),
      items: foundItems(questions, decisions, knowledge),
      departments: decisions.flatMap((decision) =>
        decision.kind === "answer" ? [decision.subject.item.department] : [],
      ),
      state: remember(decisions, hearing),
    } satisfies Answer;
  },
};

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
