import type { DraftBlock } from "../../domain/draft.ts";
import type { Facet } from "../../domain/facet.ts";
import type { AnswerDecision } from "./decision.ts";
import { conclusion, TELLERS } from "./facts.ts";
import { tellLocal, type LocalRule } from "./local.ts";
import type { Voice } from "./phrases.ts";
import type { Statement } from "./relevant.ts";
import { isLicence } from "./tell.ts";
import { subjectName, type Subject } from "./subject.ts";

export type Told = Exclude<Facet, "overview" | "compare">;

/** What an answer shows when no aspect was asked: enough to act on, no more. */
export const OVERVIEW: readonly Told[] = ["materials", "limit", "where", "fee"];
/** What can still be told of a matter that is abolished or another body's. */
const WITHOUT_HANDLING: readonly Told[] = ["law", "authority"];

/**
 * The answer about one subject, conclusion first.
 * @returns the conclusion where it was asked for, what the record says on the very point, then the aspects
 */
export function answerBlocks(decision: AnswerDecision, voice: Voice): DraftBlock[] {
  const [opening, ...rest] = mainBlocks(decision, voice);
  const measured = decision.measured.map((statement): DraftBlock => ({
    kind: "lead",
    text: statement[voice.lang],
    cites: statement.cites,
    mark: statement.mark,
  }));
  const local = tellLocal(localOf(decision), voice);
  const point = onPoint(decision, [opening!, ...local, ...rest], voice);
  return [...measured, opening!, ...local, ...point, ...rest];
}

/** The place's rows that matter here: to a number of the visitor's, to a question for bounds, to whether it is needed. */
function localOf({ subject, facets, measured, local }: AnswerDecision): LocalRule[] {
  const bounds = facets.includes("threshold") || facets.includes("conditions");
  const need = facets.includes("need") || (facets.length === 0 && isFirstEntry(subject));
  return local.filter(
    ({ row, number }) =>
      number !== null || bounds || (row.tell === "always" && (need || measured.length > 0)),
  );
}

function mainBlocks(decision: AnswerDecision, voice: Voice): DraftBlock[] {
  const { subject, exemption, relevant } = decision;
  const wanted = aspectsWanted(decision);
  const lead = conclusion(subject, exemption, voice.lang);
  if (subject.entry === null) {
    const told = wanted.filter((facet) => WITHOUT_HANDLING.includes(facet));
    return [lead, ...instead(subject, voice), ...tell(told, subject, voice)];
  }
  if (wanted.includes("need") || exemption !== null)
    return [lead, ...afterConclusion(decision, wanted, voice)];
  if (wanted.length > 0 && decision.carriedOver)
    return [lead, ...tell(wanted, subject, voice, relevant)];
  if (wanted.length > 0)
    return aspectsOnly(tell(wanted, subject, voice, relevant), lead, subject, voice);
  if (isFirstEntry(subject)) return [lead, ...tellKnown(OVERVIEW, subject, voice)];
  const told = [...tellKnown(["renewal", ...OVERVIEW], subject, voice), ...facts(subject, voice)];
  return aspectsOnly(told, lead, subject, voice);
}

function aspectsWanted({ facets, subject }: AnswerDecision): Told[] {
  const asked = facets.filter(
    (facet): facet is Told => facet !== "overview" && facet !== "compare",
  );
  // "How do I …" of something without an approval's steps asks for all of it.
  return asked.filter((facet) => facet !== "process" || isLicence(subject));
}

/** Where nothing is needed there is nothing to bring; where something else is, its papers are told. */
function afterConclusion(
  { subject, exemption, details, relevant }: AnswerDecision,
  wanted: readonly Told[],
  voice: Voice,
): DraftBlock[] {
  const others = wanted.filter((facet) => facet !== "need");
  const told = tell(others, details, voice, relevant);
  if (exemption !== null && details === subject) return told;
  const cases = exemption === null ? tell(["need"], subject, voice) : [];
  if (others.length > 0) return [...cases, ...told];
  // What to bring and how long it takes is wanted more than other people's cases.
  const known = (facets: readonly Told[]) => tellKnown(facets, details, voice);
  return [...known(OVERVIEW.slice(0, 2)), ...cases, ...known(OVERVIEW.slice(2))];
}

const MOST_FACTS = 2;

/** What else the record says of a change, a renewal, a reissue: often all that is known of it. */
function facts({ entry }: Subject, { say, lang }: Voice): DraftBlock[] {
  return (entry?.facts ?? [])
    .filter((fact) => fact.mark !== "U")
    .slice(0, MOST_FACTS)
    .map((fact) => ({
      kind: "fact",
      label: say("label.heed"),
      text: fact[lang],
      cites: fact.cites,
      mark: fact.mark,
    }));
}

/** Where there is nothing to handle, what comes next is what to do instead. */
function instead(subject: Subject, voice: Voice): DraftBlock[] {
  return tellKnown(["next"], subject, voice).map((block) =>
    block.kind === "list" ? { ...block, label: voice.say("label.instead") } : block,
  );
}

/** What the record says on the very point, unless it is told anyway. */
function onPoint(
  { relevant }: AnswerDecision,
  blocks: readonly DraftBlock[],
  { say, lang }: Voice,
): DraftBlock[] {
  const told = blocks.flatMap((block) => {
    if (block.kind === "list") return block.items.map((item) => item.text);
    return "text" in block ? [block.text] : [];
  });
  const repeats = (text: string) =>
    told.some((other) => other.includes(text) || text.includes(other));
  return pointBlocks(
    relevant.filter((statement) => !repeats(statement[lang])),
    { say, lang },
  );
}

/** Statements that touch what was said. */
export function pointBlocks(
  relevant: readonly Statement[],
  { say, lang }: Pick<Voice, "say" | "lang">,
): DraftBlock[] {
  return relevant.map((statement) => ({
    kind: "fact",
    label: say("label.on-point"),
    text: statement[lang],
    cites: statement.cites,
    mark: statement.mark,
  }));
}

/** Only what was asked; where nothing of it is known, the conclusion still tells where the visitor stands. */
function aspectsOnly(
  told: DraftBlock[],
  lead: DraftBlock,
  subject: Subject,
  voice: Voice,
): DraftBlock[] {
  const heading: DraftBlock = { kind: "heading", text: subjectName(subject, voice.lang) };
  const known = told.some((block) => "cites" in block);
  return known ? [heading, ...told] : [heading, ...told, lead];
}

/** The conclusion speaks of getting the thing; changing or renewing it has its own limits and papers. */
function isFirstEntry({ item, entry }: Subject): boolean {
  return item.subItems.some((sub) => sub.handlingItems[0]?.id === entry?.id);
}

function tell(
  facets: readonly Told[],
  subject: Subject,
  voice: Voice,
  relevant?: readonly Statement[],
): DraftBlock[] {
  const told = [...new Set(facets)].flatMap((facet) => TELLERS[facet](subject, voice, relevant));
  // Two aspects may come to the same: by when to file is the limit of a filing.
  return [...new Map(told.map((block) => [JSON.stringify(block), block])).values()];
}

/** An overview leaves out what is not known; asked for by name it is said to be unknown. */
function tellKnown(facets: readonly Told[], subject: Subject, voice: Voice): DraftBlock[] {
  return [...new Set(facets)].flatMap((facet) => {
    const told = TELLERS[facet](subject, voice);
    return told[0]?.kind === "note" ? [] : told.filter((block) => block.kind !== "note");
  });
}
