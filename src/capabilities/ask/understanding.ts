import { CALIBRATION } from "../../search/calibration.ts";
import type { Hit } from "../../search/catalogue-document.ts";
import type { Hearing, Tools } from "../capability.ts";
import { readQuestions, type Question } from "./questions.ts";
import { resolveOwnWords } from "./resolve.ts";
import type { Fit } from "./subject.ts";

/** Enough to see the subject, its rivals, and the conversation's own item among the hits. */
const MOST_HITS = 8;

/** The search during one turn: the same words are looked up once. */
export type TurnSearch = { find(text: string): Hit[]; fit: Fit };

export function searchForTurn({ search, knowledge }: Tools, { at, as }: Hearing): TurnSearch {
  const mayBeTold = ({ group }: Hit) =>
    as === "staff" || knowledge.rules.get(group)?.forStaff !== true;
  const found = new Map<string, Hit[]>();
  const find = (text: string): Hit[] => {
    const before = found.get(text);
    if (before) return before;
    const hits = search.find(text, { at, limit: MOST_HITS }).filter(mayBeTold);
    found.set(text, hits);
    return hits;
  };
  const fit: Fit = (text, id) =>
    search.explain(text, id).reduce((sum, { score }) => sum + score, 0);
  return { find, fit };
}

/** The questions of a message, its short words put into full ones by what the conversation remembers. */
export function understandQuestions(
  tools: Tools,
  { text: heard, state }: Hearing,
  { find }: TurnSearch,
): Question[] {
  const { text, again } = resolveOwnWords(heard, state);
  const questions = readQuestions(text, {
    readAspects: tools.readAspects,
    find,
    sure: (hits) => (hits[0]?.confidence ?? 0) >= CALIBRATION.floor,
    connectors: tools.knowledge.lexicon.connectors,
    mentions: tools.mentions,
    insistedDoor: tools.insistedDoor,
  });
  if (questions.length > 1) return questions;
  const only = again ? withoutDenied(questions[0]!, state.subject?.item) : questions[0]!;
  // An answer to our own question, and a correction, keep what was asked before.
  const kept = state.asked?.facets ?? (again ? state.facets : []);
  return [only.facets.length === 0 ? { ...only, facets: kept } : only];
}

/** After a correction the subject that was denied is not meant, if anything else can be. */
function withoutDenied(question: Question, denied: string | undefined): Question {
  const others = question.hits.filter((hit) => hit.group !== denied);
  const another = (others[0]?.confidence ?? 0) >= CALIBRATION.floor;
  return another ? { ...question, hits: others, corrects: true } : question;
}
