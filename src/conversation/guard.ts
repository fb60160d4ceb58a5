import type { Answer } from "../capabilities/capability.ts";
import { articleName, versionInEnglish } from "../domain/article-name.ts";
import { type Citation, type EvidenceMark, inForce } from "../domain/citation.ts";
import type { DraftBlock, DraftListItem } from "../domain/draft.ts";
import type { Block, Reply, ShownCitation } from "../domain/message.ts";
import { holdsPrivateData } from "../domain/private-data.ts";
import type { Provisions } from "../knowledge/provisions.ts";
import type { Say, Wording } from "../knowledge/wording.ts";

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
  const lost = linesOf(current) < linesOf(proven);
  const outdated = lost ? [note(say("guard.not-in-force", { day }))] : [];

  const citations = [...new Set(current.flatMap(({ sources }) => sources))];
  const blocks = current.map((one): Block => {
    if (!states(one.block)) return one.block;
    const cites = one.sources.map((source) => citations.indexOf(source) + 1);
    return worded({ ...one, block: one.block }, cites, say("guard.doubt"));
  });

  const reply: Reply = {
    lang: draft.lang,
    blocks: withoutOrphans([...blocks, ...outdated, ...stale(citations, day, say)]),
    choices: draft.choices,
    citations: citations.map((citation) => shown(citation, day, draft.lang, say)),
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

/** A source not looked at for so long may read otherwise today. */
const LONG_UNCHECKED = 180;

/** Said once, of the source that was looked at longest ago. */
function stale(citations: readonly Citation[], day: string, say: Say): Block[] {
  const oldest = citations.map(({ checkedOn }) => checkedOn).sort()[0];
  const age = oldest === undefined ? 0 : (Date.parse(day) - Date.parse(oldest)) / 86_400_000;
  return age > LONG_UNCHECKED
    ? [note(say("guard.stale", { checked: oldest!, days: LONG_UNCHECKED }))]
    : [];
}

/** A block that may stand: its sources, and for a list those of each line. */
type Judged = {
  block: DraftBlock;
  sources: Citation[];
  lines: { line: DraftListItem; sources: Citation[] }[];
};

const linesOf = (all: readonly Judged[]) =>
  all.reduce((sum, one) => sum + Math.max(1, one.lines.length), 0);

const note = (text: string): Block => ({ kind: "note", text });

/** A statement with its proven sources; nothing when it has none, or is itself from memory. */
function judged(block: DraftBlock, provisions: Provisions): Judged[] {
  if (!states(block)) return [{ block, sources: [], lines: [] }];
  const sources = sourcesOf(block.cites, provisions);
  if (block.mark === "U" || sources.length === 0) return [];
  const lines =
    block.kind === "list"
      ? block.items.flatMap((line) => judgedLine(line, sources, provisions))
      : [];
  return block.kind === "list" && lines.length === 0 ? [] : [{ block, sources, lines }];
}

/** A line with sources of its own is judged by them; another stands and falls with the list. */
function judgedLine(
  line: DraftListItem,
  ofList: Citation[],
  provisions: Provisions,
): Judged["lines"] {
  if (line.cites === undefined) return [{ line, sources: ofList }];
  const sources = sourcesOf(line.cites, provisions);
  return line.mark === "U" || sources.length === 0 ? [] : [{ line, sources }];
}

/** All that a statement rests on must be in force; of a list only the lines of which that is true remain. */
function currentOn(one: Judged, day: string): Judged[] {
  const holds = (sources: readonly Citation[]) => sources.every((source) => inForce(source, day));
  if (!states(one.block)) return [one];
  if (one.block.kind !== "list") return holds(one.sources) ? [one] : [];
  const lines = one.lines.filter(({ sources }) => holds(sources));
  return lines.length === 0
    ? []
    : [{ block: one.block, lines, sources: [...new Set(lines.flatMap(({ sources }) => sources))] }];
}

type Statement = Extract<DraftBlock, { cites: readonly string[] }>;
const states = (block: DraftBlock): block is Statement => "cites" in block;

/** The proven sources of a statement: what resolves and is not from memory. */
function sourcesOf(cites: readonly string[], provisions: Provisions): Citation[] {
  return [...new Set(cites)]
    .flatMap((ref) => provisions.get(ref) ?? [])
    .filter((source) => source.mark !== "U");
}

/** One source seen only in part makes the statement doubtful. */
const isDoubtful = (mark: EvidenceMark | undefined, sources: readonly Citation[]) =>
  mark === "P" || sources.some((source) => source.mark === "P");

function worded(
  { block, lines, sources }: Judged & { block: Statement },
  cites: number[],
  doubt: string,
): Block {
  const own = isDoubtful(block.mark, sources) ? doubt : "";
  switch (block.kind) {
    case "lead":
      return { kind: "lead", text: block.text + own, cites };
    case "fact":
      return { kind: "fact", label: block.label, text: block.text + own, cites };
    case "table":
      return {
        kind: "table",
        label: block.label + own,
        columns: block.columns,
        rows: block.rows,
        cites,
      };
    case "list":
      return listWorded(block, lines, cites, doubt);
  }
}

/** The doubt stands at the list when it holds for all of it, else at the lines it holds for. */
function listWorded(
  block: Statement & { kind: "list" },
  lines: Judged["lines"],
  cites: number[],
  doubt: string,
): Block {
  const doubtful = lines.map(({ line, sources }) => isDoubtful(line.mark ?? block.mark, sources));
  const all = doubtful.every(Boolean);
  const items = lines.map(({ line }, i) => {
    const mark = !all && doubtful[i] ? doubt : "";
    return line.note === undefined
      ? { text: line.text + mark }
      : { text: line.text, note: line.note + mark };
  });
  return { kind: "list", label: block.label + (all ? doubt : ""), items, cites };
}

/** A heading over nothing says nothing. */
function withoutOrphans(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, i) =>
      block.kind !== "heading" ||
      (blocks[i + 1] !== undefined && blocks[i + 1]!.kind !== "heading"),
  );
}

function shown(citation: Citation, day: string, lang: Reply["lang"], say: Say): ShownCitation {
  return {
    id: citation.id,
    title: lang === "zh" ? citation.title : citation.titleEn,
    article: articleName(citation.article, lang),
    version: versionOn(citation, day, lang, say),
    says: citation.says[lang],
    validFrom: citation.validFrom,
    validTo: citation.validTo,
    inForce: inForce(citation, day),
    verified: citation.mark === "V",
    checkedOn: citation.checkedOn,
  };
}

/** On a day before the version was made the article is not said to be of that version, only to read as in it. */
function versionOn(
  { version, versionFrom }: Citation,
  day: string,
  lang: Reply["lang"],
  say: Say,
): string {
  const named = lang === "zh" ? version : versionInEnglish(version);
  return versionFrom !== null && versionFrom > day
    ? say("source.later", { version: named })
    : named;
}

function reasonToHold(reply: Reply, answer: Answer): Guarded["held"] {
  const text = JSON.stringify(reply.blocks);
  const claims = ["answered", "decided"].includes(answer.outcome);
  if (claims && !reply.blocks.some((block) => "cites" in block)) return "no-source";
  if (holdsPrivateData(text)) return "private-data";
  return text.length > LONGEST_REPLY ? "too-long" : null;
}
