import type { Draft, DraftBlock } from "../../domain/draft.ts";
import type { Facet } from "../../domain/facet.ts";
import type { GeneralRule } from "../../domain/general-rule.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { Choice } from "../../domain/message.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Decision } from "./decision.ts";
import { subjectName, type Subject } from "./subject.ts";
import { comparison } from "./comparison.ts";
import { answerBlocks, OVERVIEW, pointBlocks, type Told } from "./answer.ts";
import { conclusion, TELLERS } from "./facts.ts";
import type { Statement } from "./relevant.ts";
import type { Voice } from "./phrases.ts";

/** What a visitor is offered to ask next, most wanted first. */
const OFFERED: readonly Told[] = [
  "materials",
  "limit",
  "where",
  "fee",
  "conditions",
  "validity",
  "renewal",
  "next",
  "trips",
  "law",
];
const MOST_OFFERS = 4;
const MOST_PACKAGES = 2;

/** @returns the reply to all questions of one message, each under its own heading if there are several */
export function reply(decisions: readonly Decision[], voice: Voice): Draft {
  const several = decisions.length > 1;
  const blocks = decisions.flatMap((decision) => [
    ...(several ? headingOf(decision, voice) : []),
    ...blocksOf(decision, voice),
  ]);
  const last = decisions.at(-1)!;
  return { lang: voice.lang, blocks, choices: choicesOf(last, voice) };
}

function headingOf(decision: Decision, voice: Voice): DraftBlock[] {
  if (decision.kind === "answer" && decision.subject.entry !== null)
    return [{ kind: "heading", text: subjectName(decision.subject, voice.lang) }];
  if (decision.kind === "rule") return [{ kind: "heading", text: decision.rule.name[voice.lang] }];
  if (decision.kind === "outside")
    return [{ kind: "heading", text: decision.door.name[voice.lang] }];
  return [];
}

function blocksOf(decision: Decision, voice: Voice): DraftBlock[] {
  const { say } = voice;
  switch (decision.kind) {
    case "answer":
      return answerBlocks(decision, voice);
    case "compare":
      return comparison(decision.subjects, voice);
    case "rule":
      return ruleBlocks(decision.rule, voice);
    case "not-stated":
      return notStatedBlocks(decision.subject, decision.relevant, voice);
    case "outside":
      return outsideBlocks(decision.door, voice);
    case "which":
      return whichBlocks(decision, voice);
    case "which-matter":
      return [{ kind: "note", text: say("ask.which-matter") }];
    case "not-found":
      return [
        {
          kind: "note",
          text: say(decision.nearest.length > 0 ? "not-found.nearest" : "not-found.none"),
        },
      ];
  }
}

/** What holds for every approval: the conclusion, then what else is worth knowing. */
function ruleBlocks({ says }: GeneralRule, { lang, say }: Voice): DraftBlock[] {
  return says.map((statement, i): DraftBlock => {
    const stated = { text: statement[lang], cites: statement.cites, mark: statement.mark };
    return i === 0
      ? { kind: "lead", ...stated }
      : { kind: "fact", label: say("label.heed"), ...stated };
  });
}

/** The subject is clear, the point is not in its record: what touches it elsewhere, or the conclusion and the door that knows. */
function notStatedBlocks(
  subject: Subject,
  relevant: readonly Statement[],
  voice: Voice,
): DraftBlock[] {
  const heading: DraftBlock = { kind: "heading", text: subjectName(subject, voice.lang) };
  if (relevant.length > 0) return [heading, ...pointBlocks(relevant, voice)];
  const told = [conclusion(subject, null, voice.lang), ...TELLERS.where(subject, voice)];
  return [heading, { kind: "note", text: voice.say("not-stated") }, ...told];
}

/** A topic and an unlisted matter say for themselves what OneDoor is for. */
function outsideBlocks(door: OutsideDoor, voice: Voice): DraftBlock[] {
  const blocks: DraftBlock[] = [{ kind: "note", text: doorSays(door, voice) }];
  // Who is in distress, or was just turned away, is not invited to ask about approvals.
  return door.kind === "government" && door.always === undefined
    ? [...blocks, { kind: "note", text: voice.say("outside.government") }]
    : blocks;
}

/** A door names a competent body without a source: that is said, but not to who is in distress. */
function doorSays({ kind, says, always }: OutsideDoor, { say, lang }: Voice): string {
  const unproven = kind !== "topic" && always === undefined;
  return unproven ? says[lang] + say("guard.doubt") : says[lang];
}

/** The items in question, and the matters of others that may be meant instead. */
function whichBlocks(
  { options, doors }: Extract<Decision, { kind: "which" }>,
  voice: Voice,
): DraftBlock[] {
  const { say, lang } = voice;
  const several = options.length + doors.length > 1;
  return [
    { kind: "note", text: say(several ? "ask.which" : "ask.perhaps") },
    differences(options, voice),
    ...doors.map((door): DraftBlock => ({
      kind: "note",
      text: say("ask.or-door", { name: door.name[lang], says: doorSays(door, voice) }),
    })),
  ];
}

/** What each of the possible items is, so that the visitor can tell which is meant. */
function differences(options: readonly CatalogueItem[], { say, lang }: Voice): DraftBlock {
  return {
    kind: "list",
    label: say("label.differences"),
    items: options.map((item) => ({
      text: item.name[lang],
      note: item.verdict[lang].replace(/[。.]$/u, ""),
    })),
    cites: options.flatMap((item) => item.verdict.cites),
  };
}

function choicesOf(decision: Decision, voice: Voice): Choice[] {
  switch (decision.kind) {
    case "answer": {
      const offered = offers(decision.details, decision.facets, voice);
      return [...offered, ...wholeThings(decision.details, decision.facets, voice)];
    }
    case "not-stated":
      return offers(decision.subject, ["where"], voice);
    case "which":
      return [
        ...decision.options.map((item) => itemChoice(item, decision.facets, voice)),
        ...decision.doors.map(({ name }) => ({ label: name[voice.lang], text: name[voice.lang] })),
      ];
    case "not-found":
      return decision.nearest.map((item) => itemChoice(item, [], voice));
    case "which-matter":
      return exampleMatters(voice);
    default:
      return [];
  }
}

/** The aspects that were not told yet and about which something is known. */
function offers(subject: Subject, told: readonly Facet[], voice: Voice): Choice[] {
  const shown: readonly Facet[] =
    told.length === 0 || told.includes("need") ? [...told, ...OVERVIEW] : told;
  return OFFERED.filter((facet) => !shown.includes(facet))
    .filter(
      (facet) =>
        subject.entry !== null &&
        TELLERS[facet](subject, voice).some((block) => block.kind !== "note"),
    )
    .slice(0, MOST_OFFERS)
    .map((facet) => facetChoice(facet, subjectName(subject, voice.lang), voice));
}

/** Who asks whether a licence is needed may want everything the undertaking needs. */
function wholeThings({ item }: Subject, told: readonly Facet[], voice: Voice): Choice[] {
  const { lang, say, packages } = voice;
  if (told.length > 0 && !told.includes("need")) return [];
  return [...packages.values()]
    .filter(({ main }) => main?.split(".")[0] === item.id)
    .slice(0, MOST_PACKAGES)
    .map(({ name }) => ({ label: say("choice.package", { name: name[lang] }), text: name[lang] }));
}

function facetChoice(facet: Facet, name: string, { say }: Voice): Choice {
  const label = say(`choice.${facet}`);
  return { label, text: say("choice.text", { name, question: label }) };
}

function itemChoice(item: CatalogueItem, facets: readonly Facet[], voice: Voice): Choice {
  const name = item.name[voice.lang];
  const facet = OFFERED.find((offered) => facets.includes(offered));
  return { label: name, text: facet ? facetChoice(facet, name, voice).text : name };
}

/** For someone who has not said what it is about: the matters most people come for, as the wording lists them. */
function exampleMatters({ say }: Voice): Choice[] {
  return say("ask.matters")
    .split("|")
    .map((label) => ({ label, text: label }));
}
