import type { Answer } from "../capabilities/capability.ts";
import { articleName, versionInEnglish } from "../domain/article-name.ts";
import { type Citation, inForce } from "../domain/citation.ts";
import type { DraftBlock } from "../domain/draft.ts";
import type { Block, Reply, ShownCitation } from "../domain/message.ts";
import { holdsPrivateData } from "../domain/private-data.ts";
import type { Provisions } from "../knowledge/provisions.ts";
import type { Wording } from "../knowledge/wording.ts";

/** What every channel can show in one message. */
const LONGEST_REPLY = 12_000;

/** A reply that may leave, and why it differs from what the capability wanted to say. */
export type Guarded = {
  reply: Reply;
  citations: Citation[];
  held: "no-source" | "private-data" | "too-long" | null;
};

/**
 * The last check before a reply leaves: every statement has a source that resolves, is proven and is in
 * force on the day; doubts are worded; no personal data; not too long for a channel.
 * @returns the reply, or the safe sentence when nothing with a source is left
 */
export function guard(
  answer: Answer,
  day: string,
  provisions: Provisions,
  wording: Wording,
): Guarded {
  const { draft } = answer;
  const say = wording[draft.lang];
  const proven = draft.blocks.flatMap((block) => judged(block, provisions));
  const current = proven.flatMap((one) => currentOn(one, day));
  const outdated = current.length < proven.length ? [note(say("guard.not-in-force", { day }))] : [];

  const citations = [...new Set(current.flatMap(({ sources }) => sources))];
  const blocks = current.map(({ block, sources }): Block => {
    if (!states(block)) return block;
    const cites = sources.map((source) => citations.indexOf(source) + 1);
    return worded(block, cites, isDoubtful(block, sources) ? say("guard.doubt") : "");
  });

  const reply: Reply = {
    lang: draft.lang,
    blocks: withoutOrphans([...blocks, ...outdated]),
    choices: draft.choices,
    citations: citations.map((citation) => shown(citation, day, draft.lang)),
  };
  const held = reasonToHold(reply, answer);
  if (held === null) return { reply, citations, held };
  const safe = [...outdated, note(say("guard.safe"))];
  return {
    reply: { lang: draft.lang, blocks: safe, choices: [], citations: [] },
    citations: [],
    held,
  };
}

type Judged = { block: DraftBlock; sources: Citation[] };

const note = (text: string): Block => ({ kind: "note", text });

/** A statement with its proven sources; nothing when it has none, or is itself from memory. */
function judged(block: DraftBlock, provisions: Provisions): Judged[] {
  if (!states(block)) return [{ block, sources: [] }];
  const sources = sourcesOf(block, provisions);
  return block.mark === "U" || sources.length === 0 ? [] : [{ block, sources }];
}

/** What a statement rests on first must be in force; of the others only those that are support it. */
function currentOn({ block, sources }: Judged, day: string): Judged[] {
  if (states(block) && !inForce(sources[0]!, day)) return [];
  return [{ block, sources: sources.filter((source) => inForce(source, day)) }];
}

type Statement = Extract<DraftBlock, { cites: readonly string[] }>;
const states = (block: DraftBlock): block is Statement => "cites" in block;

/** The proven sources of a statement: what resolves and is not from memory. */
function sourcesOf(block: Statement, provisions: Provisions): Citation[] {
  return [...new Set(block.cites)]
    .flatMap((ref) => provisions.get(ref) ?? [])
    .filter((source) => source.mark !== "U");
}

const isDoubtful = (block: Statement, sources: readonly Citation[]) =>
  block.mark === "P" || sources.every((source) => source.mark === "P");

function worded(block: Statement, cites: number[], doubt: string): Block {
  switch (block.kind) {
    case "lead":
      return { kind: "lead", text: block.text + doubt, cites };
    case "fact":
      return { kind: "fact", label: block.label, text: block.text + doubt, cites };
    case "list":
      return { kind: "list", label: block.label + doubt, items: block.items, cites };
    case "table":
      return {
        kind: "table",
        label: block.label + doubt,
        columns: block.columns,
        rows: block.rows,
        cites,
      };
  }
}

/** A heading over nothing says nothing. */
function withoutOrphans(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, i) =>
      block.kind !== "heading" ||
      (blocks[i + 1] !== undefined && blocks[i + 1]!.kind !== "heading"),
  );
}

function shown(citation: Citation, day: string, lang: Reply["lang"]): ShownCitation {
  return {
    id: citation.id,
    title: lang === "zh" ? citation.title : citation.titleEn,
    article: articleName(citation.article, lang),
    version: lang === "zh" ? citation.version : versionInEnglish(citation.version),
    says: citation.says[lang],
    validFrom: citation.validFrom,
    validTo: citation.validTo,
    inForce: inForce(citation, day),
    verified: citation.mark === "V",
    checkedOn: citation.checkedOn,
  };
}

function reasonToHold(reply: Reply, answer: Answer): Guarded["held"] {
  const text = JSON.stringify(reply.blocks);
  const claims = ["answered", "decided"].includes(answer.outcome);
  if (claims && !reply.blocks.some((block) => "cites" in block)) return "no-source";
  if (holdsPrivateData(text)) return "private-data";
  return text.length > LONGEST_REPLY ? "too-long" : null;
}
