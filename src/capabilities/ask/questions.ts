import type { HandlingKind } from "../../domain/handling-item.ts";
import type { Facet } from "../../domain/facet.ts";
import type { AspectReader, Aspects } from "../../language/aspects.ts";
import { splitClauses, splitSentences } from "../../language/split.ts";
import type { Hit } from "../../search/catalogue-document.ts";
import type { Mentions } from "./mentions.ts";

/** One question of a message: what it asks, and what the search thinks it is about. */
export type Question = {
  text: string;
  facets: Facet[];
  action: HandlingKind | null;
  /** Best first; empty when nothing matches. */
  hits: Hit[];
  /** Nothing but aspects, pointers and fillers: the subject is the conversation's. */
  nameless: boolean;
  pointsBack: boolean;
  /** Items named in it by name. */
  mentions: string[];
  /** Said to correct what was understood before. */
  corrects: boolean;
  /** The outside door that a word insists on, whatever else is named. */
  door: string | null;
};

type Reading = { text: string; aspects: Aspects; readonly hits: Hit[] };

export type QuestionTools = {
  readAspects: AspectReader;
  find: (text: string) => Hit[];
  /** Whether these hits are sure enough to stand for a subject. */
  sure: (hits: readonly Hit[]) => boolean;
  connectors: readonly string[];
  mentions: Mentions;
  insistedDoor: (text: string) => string | null;
};

/**
 * The questions of a message, in order. Sentences that only tell the situation join the question
 * they lead to; sentences about the same item become one question with several facets.
 */
export function readQuestions(text: string, tools: QuestionTools): Question[] {
  // Searching costs most: a part that turns out not to ask is never looked up.
  const read = (part: string): Reading => ({
    text: part,
    aspects: tools.readAspects(part),
    get hits() {
      return tools.find(part);
    },
  });
  const whole = read(text);
  const sentences = splitSentences(text, tools.connectors);
  const parts = sentences.flatMap((sentence) => splitIfTwoQuestions(sentence, read)).map(read);
  const asked = joinSituations(parts, read);
  const subjects = new Set(asked.filter((r) => named(r, tools)).map((r) => r.hits[0]!.group));
  if (subjects.size >= 2)
    return mergeSameSubject(asked, tools).map((reading) =>
      toQuestion(reading, reading.aspects, tools),
    );
  const question = toQuestion(bestReading(whole, asked, tools), whole.aspects, tools);
  return namedTogether(question, tools) ?? [question];
}

/** "食品证多久，开公司要啥材料": cut at a comma only when both sides ask and name different items. */
function splitIfTwoQuestions(sentence: string, read: (t: string) => Reading): string[] {
  const clauses = splitClauses(sentence);
  for (let cut = 1; cut < clauses.length; cut++) {
    const sides = [clauses.slice(0, cut).join("，"), clauses.slice(cut).join("，")];
    const [left, right] = sides.map(read) as [Reading, Reading];
    const bothAsk = left.aspects.asks && right.aspects.asks;
    if (
      bothAsk &&
      standsAlone(left) &&
      standsAlone(right) &&
      left.hits[0]!.group !== right.hits[0]!.group
    )
      return sides;
  }
  return [sentence];
}

/** Half a sentence must be found this surely to be a question of its own. */
const SURE_HALF = 0.6;

const standsAlone = ({ aspects, hits }: Reading) =>
  aspects.rest !== "" && (hits[0]?.confidence ?? 0) >= SURE_HALF;

const named = (reading: Reading, tools: QuestionTools) =>
  reading.aspects.rest !== "" && tools.sure(reading.hits);

/** A sentence that asks nothing tells the situation of the next question, or of the one before. */
function joinSituations(parts: readonly Reading[], read: (t: string) => Reading): Reading[] {
  const joined: string[] = [];
  let situation = "";
  for (const { text, aspects } of parts) {
    if (!aspects.asks) situation += `${text} `;
    else {
      joined.push(`${situation}${text}`);
      situation = "";
    }
  }
  if (situation !== "") joined.push(`${joined.pop() ?? ""}${situation}`);
  return joined.map((text) => read(text.trim()));
}

function mergeSameSubject(asked: readonly Reading[], tools: QuestionTools): Reading[] {
  const merged: Reading[] = [];
  for (const reading of asked) {
    const same = named(reading, tools)
      ? merged.find((other) => other.hits[0]?.group === reading.hits[0]!.group)
      : merged.at(-1);
    if (same) same.aspects = together(same.aspects, reading.aspects);
    else merged.push({ text: reading.text, aspects: reading.aspects, hits: reading.hits });
  }
  return merged.filter((reading) => named(reading, tools));
}

function together(a: Aspects, b: Aspects): Aspects {
  return {
    ...a,
    facets: [...new Set([...a.facets, ...b.facets])],
    actions: [...new Set([...a.actions, ...b.actions])],
  };
}

/** One subject only: the whole message usually names it best, a single clear sentence sometimes better. */
function bestReading(whole: Reading, asked: readonly Reading[], tools: QuestionTools): Reading {
  if (tools.sure(whole.hits)) return whole;
  return asked.find((reading) => named(reading, tools)) ?? whole;
}

/** Words that put two things side by side. */
const SIDE_BY_SIDE = /[和跟与及、，,;；加/]|还有|以及|顺带|顺便|\band\b|\bplus\b|&/iu;
const MOST_TOGETHER = 3;
/** The second thing named must be found about as well as the best, or it only belongs to the first. */
const AS_GOOD = 0.5;

/** "消防验收跟竣工备案": two items named side by side are two questions, unless they are to be compared. */
function namedTogether(question: Question, tools: QuestionTools): Question[] | null {
  if (question.facets.includes("compare") || !SIDE_BY_SIDE.test(question.text)) return null;
  const hitsOf = (item: string) => question.hits.filter((hit) => hit.group === item);
  const best = question.hits[0]?.score ?? 0;
  const both = question.mentions
    .filter((item) => tools.sure(hitsOf(item)) && hitsOf(item)[0]!.score >= AS_GOOD * best)
    .slice(0, MOST_TOGETHER);
  return both.length < 2
    ? null
    : both.map((item) => ({ ...question, hits: hitsOf(item), mentions: [item] }));
}

function toQuestion(reading: Reading, aspects: Aspects, tools: QuestionTools): Question {
  return {
    text: reading.text,
    facets: aspects.facets,
    action: aspects.actions[0] ?? null,
    hits: reading.hits,
    nameless: aspects.rest === "",
    pointsBack: aspects.pointsBack,
    mentions: tools.mentions(reading.text),
    corrects: false,
    door: tools.insistedDoor(reading.text),
  };
}
