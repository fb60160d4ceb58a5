import type { ConversationState } from "../../domain/conversation.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { CALIBRATION } from "../../search/calibration.ts";
import type { Answer, Capability, FoundItem, Hearing, Tools } from "../capability.ts";
import { decide, type Decision } from "./decide.ts";
import { readQuestions, type Question } from "./questions.ts";
import { reply } from "./reply.ts";
import { resolveOwnWords } from "./resolve.ts";

/** Answers what an enterprise wants to know about an approval: needed or not, papers, time, fee, door. */
export const ask: Capability = {
  name: "ask",
  roles: ["citizen", "enterprise", "staff"],
  takes: (hearing) => hearing.special === null,
  handle(tools, hearing) {
    const questions = understandQuestions(tools, hearing);
    const decisions = withoutChat(
      questions.map((question) => decide(question, hearing.state, tools.knowledge, CALIBRATION)),
    );
    const voice = {
      lang: hearing.lang,
      say: tools.knowledge.wording[hearing.lang],
      provisions: tools.knowledge.provisions,
    };
    return {
      outcome: outcomeOf(decisions),
      draft: reply(decisions, voice),
      items: foundItems(questions, decisions, tools),
      departments: decisions.flatMap((decision) =>
        decision.kind === "answer" ? [decision.subject.item.department] : [],
      ),
      state: remember(decisions, hearing),
    } satisfies Answer;
  },
};

/** Enough to rank the handling items of one item among themselves. */
const MOST_HITS = 40;

function understandQuestions(tools: Tools, hearing: Hearing): Question[] {
  const { asked, facets: before } = hearing.state;
  const { text, again } = resolveOwnWords(hearing.text, hearing.state);
  const questions = readQuestions(text, {
    readAspects: tools.readAspects,
    find: (part) => tools.search.find(part, { at: hearing.at, limit: MOST_HITS }),
    sure: (hits) => (hits[0]?.confidence ?? 0) >= CALIBRATION.floor,
    connectors: tools.knowledge.lexicon.connectors,
    mentions: tools.mentions,
    insistedDoor: tools.insistedDoor,
    findInContext: (part) => {
      const item =
        hearing.state.subject && tools.knowledge.catalogue.items.get(hearing.state.subject.item);
      return item
        ? tools.search.find(`${item.name[hearing.lang]}，${part}`, { at: hearing.at, limit: 3 })
        : null;
    },
  });
  // An answer to our own question, and a correction, keep what was asked before.
  const kept = asked?.facets ?? (again ? before : []);
  const [only] = questions;
  return questions.length === 1 && only!.facets.length === 0
    ? [{ ...only!, facets: kept }]
    : questions;
}

/** Beside a real question, talk about the weather needs no answer. */
function withoutChat(decisions: readonly Decision[]): Decision[] {
  const chat = (decision: Decision) =>
    decision.kind === "outside" && decision.door.kind === "topic";
  return decisions.every(chat) ? [...decisions] : decisions.filter((decision) => !chat(decision));
}

const OUTCOME: Record<Decision["kind"], Outcome> = {
  answer: "answered",
  compare: "answered",
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

/** What was answered comes first, then whatever else was near. */
function foundItems(
  questions: readonly Question[],
  decisions: readonly Decision[],
  { knowledge }: Tools,
): FoundItem[] {
  const confidence = new Map<string, number>();
  for (const { group, confidence: sure } of questions.flatMap((question) => question.hits))
    confidence.set(group, Math.max(sure, confidence.get(group) ?? 0));
  const nearest = [...confidence].sort((a, b) => b[1] - a[1]).map(([group]) => group);
  return [...new Set([...decisions.flatMap(subjectsOf), ...nearest])]
    .flatMap((group) => {
      const named = knowledge.catalogue.items.get(group) ?? knowledge.outside.get(group);
      return named
        ? [
            {
              id: group,
              name: named.name.zh,
              nameEn: named.name.en,
              score: round(confidence.get(group) ?? 1),
            },
          ]
        : [];
    })
    .slice(0, 5);
}

function subjectsOf(decision: Decision): string[] {
  if (decision.kind === "answer") return [decision.subject.item.id];
  if (decision.kind === "compare") return decision.subjects.map(({ item }) => item.id);
  if (decision.kind === "outside") return [decision.door.id];
  return decision.kind === "which" ? decision.options.map(({ id }) => id) : [];
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function remember(decisions: readonly Decision[], { state, lang }: Hearing): ConversationState {
  const last = decisions.at(-1)!;
  const before = { ...state, lang };
  if (last.kind === "answer")
    return {
      ...before,
      subject: { item: last.subject.item.id, handling: last.subject.entry?.id ?? null },
      facets: last.facets,
      asked: null,
    };
  if (last.kind === "which")
    return {
      ...before,
      asked: {
        options: last.options.map((item) => ({ label: item.name[lang], subject: item.id })),
        facets: last.facets,
        times: (state.asked?.times ?? 0) + 1,
      },
    };
  if (last.kind === "which-matter")
    return {
      ...before,
      asked: { options: [], facets: last.facets, times: (state.asked?.times ?? 0) + 1 },
    };
  return { ...before, asked: null };
}
