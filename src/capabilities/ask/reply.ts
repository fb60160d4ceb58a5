import type { Draft, DraftBlock } from "../../domain/draft.ts";
import type { Facet } from "../../domain/facet.ts";
import type { Choice } from "../../domain/message.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Decision, Exemption, Subject } from "./decide.ts";
import { subjectName } from "./decide.ts";
import { comparison } from "./comparison.ts";
import { conclusion, TELLERS } from "./facts.ts";
import type { Voice } from "./phrases.ts";
import type { Statement } from "./relevant.ts";

type Told = Exclude<Facet, "overview" | "compare">;

/** What an answer shows when no aspect was asked: enough to act on, no more. */
const OVERVIEW: readonly Told[] = ["materials", "limit", "where", "fee"];
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
  if (decision.kind === "answer")
    return [{ kind: "heading", text: subjectName(decision.subject, voice.lang) }];
  if (decision.kind === "outside")
    return [{ kind: "heading", text: decision.door.name[voice.lang] }];
  return [];
}

function blocksOf(decision: Decision, voice: Voice): DraftBlock[] {
  const { say, lang } = voice;
  switch (decision.kind) {
    case "answer":
      return withRelevant(answerBlocks(decision.subject, decision.facets, decision.exemption, voice), decision.relevant, voice);
    case "compare":
      return comparison(decision.subjects, voice);
    case "outside":
      return [
        { kind: "note", text: decision.door.says[lang] },
        { kind: "note", text: say(`outside.${decision.door.kind}`) },
      ];
    case "which":
      return [{ kind: "note", text: say("ask.which") }];
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

/** What the record says on the very point goes right after the conclusion, unless it is told anyway. */
function withRelevant(blocks: DraftBlock[], relevant: readonly Statement[], { say, lang }: Voice): DraftBlock[] {
  const told = JSON.stringify(blocks);
  const more = relevant
    .filter((statement) => !told.includes(JSON.stringify(statement[lang]).slice(1, -1)))
    .map(({ cites, mark, ...text }): DraftBlock => ({ kind: "fact", label: say("label.on-point"), text: text[lang], cites, mark }));
  return [...blocks.slice(0, 1), ...more, ...blocks.slice(1)];
}

function answerBlocks(
  subject: Subject,
  facets: readonly Facet[],
  exemption: Exemption | null,
  voice: Voice,
): DraftBlock[] {
  const wanted = facets.filter(
    (facet): facet is Told => facet !== "overview" && facet !== "compare",
  );
  const lead = conclusion(subject, exemption, voice.lang);
  if (subject.entry === null)
    return [
      lead,
      ...tell(["next", ...wanted.filter((f) => f === "law" || f === "authority")], subject, voice),
    ];
  if (wanted.includes("need"))
    return [lead, ...tell(wanted, subject, voice), ...tellKnown(OVERVIEW, subject, voice)];
  if (wanted.length > 0) return aspectsOnly(tell(wanted, subject, voice), lead, subject, voice);
  return isFirstEntry(subject)
    ? [lead, ...tellKnown(OVERVIEW, subject, voice)]
    : aspectsOnly(tellKnown(["renewal", ...OVERVIEW], subject, voice), lead, subject, voice);
}

/** The conclusion speaks of getting the thing; changing or renewing it has its own limits and papers. */
function isFirstEntry({ item, entry }: Subject): boolean {
  return item.subItems.some((sub) => sub.handlingItems[0]?.id === entry?.id);
}

/** An overview leaves out what is not known; asked for by name it is said to be unknown. */
function tellKnown(facets: readonly Told[], subject: Subject, voice: Voice): DraftBlock[] {
  return [...new Set(facets)].flatMap((facet) => {
    const told = TELLERS[facet](subject, voice);
    return told[0]?.kind === "note" ? [] : told.filter((block) => block.kind !== "note");
  });
}

/** Only what was asked; where nothing of it is known, the conclusion still tells where the visitor stands. */
function aspectsOnly(
  told: DraftBlock[],
  lead: DraftBlock,
  subject: Subject,
  voice: Voice,
): DraftBlock[] {
  const heading: DraftBlock = { kind: "heading", text: subjectName(subject, voice.lang) };
  return told.some((block) => "cites" in block) ? [heading, ...told] : [heading, ...told, lead];
}

function tell(facets: readonly Told[], subject: Subject, voice: Voice): DraftBlock[] {
  return [...new Set(facets)].flatMap((facet) => TELLERS[facet](subject, voice));
}

function choicesOf(decision: Decision, voice: Voice): Choice[] {
  switch (decision.kind) {
    case "answer":
      return offers(decision.subject, decision.facets, voice);
    case "which":
      return decision.options.map((item) => itemChoice(item, decision.facets, voice));
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
