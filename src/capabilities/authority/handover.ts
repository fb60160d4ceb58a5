import type { DraftBlock } from "../../domain/draft.ts";
import type { LinkageRule } from "../../domain/linkage-rule.ts";
import type { Duration } from "../../domain/time-limit.ts";
import { findEntry } from "./authority-card.ts";
import { nameOf, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";

/** `/handover 发证后`, `/handover 烟草`: what must be told to whom, within how many working days. */
export const handover: LookUp = {
  names: ["handover", "移交", "联动"],
  find(words, ground) {
    const events = eventsCalled(words, ground);
    if (events !== null) return told(events, words, ground);
    const found = findEntry(words, ground);
    if (found === null || found.entry.linkage.length === 0)
      return notFound("handover", words, ground);
    const { entry } = found;
    return {
      shown: [nameOf(entry.id, entry.matter)],
      blocks: [
        { kind: "heading", text: entry.matter[ground.lang] },
        ...linkageTable(entry.linkage, ground),
      ],
    };
  },
};

/** Least share of the words that an event must hold where neither an event nor a matter is named. */
const SURE = 0.34;

/** The events the words name, or the one they are most like when they name no matter; null: a matter is meant. */
function eventsCalled(words: string, { directory }: Ground): string[] | null {
  const hits = directory.linkage.find(words);
  const named = hits.filter((hit) => hit.named > 0);
  if (named.length > 0) return named.map(({ id }) => id);
  const [matter] = directory.entries.find(words, 1);
  const [like] = hits;
  const ofEvent = like !== undefined && like.share >= SURE && (matter?.named ?? 0) === 0;
  return ofEvent ? [like.id] : null;
}

/** A path that is only remembered is not told: then nothing was found. */
function told(ids: readonly string[], words: string, ground: Ground): Found {
  const { linkage } = ground.knowledge.powers;
  const proven = ids.filter((id) => linkage.get(id)!.mark !== "U");
  if (proven.length === 0) return notFound("handover", words, ground);
  return {
    shown: proven.map((id) => nameOf(id, linkage.get(id)!.name)),
    blocks: linkageTable(proven, ground),
  };
}

/** One table for what is proven; what rests on another place's rule stands in a table of its own, with its doubt. */
export function linkageTable(ids: readonly string[], ground: Ground): DraftBlock[] {
  const rules = ids.flatMap((id) => ground.knowledge.powers.linkage.get(id) ?? []);
  return (["V", "P"] as const).flatMap((mark) =>
    tableOf(
      rules.filter((rule) => rule.mark === mark),
      mark,
      ground,
    ),
  );
}

function tableOf(rules: readonly LinkageRule[], mark: "V" | "P", ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  if (rules.length === 0) return [];
  return [
    {
      kind: "table",
      label: say(mark === "V" ? "handover.table.proven" : "handover.table.elsewhere"),
      columns: ["event", "path", "within", "acknowledge", "content"].map((name) =>
        say(`handover.${name}`),
      ),
      rows: rules.map((rule) => [
        rule.event[lang],
        `${rule.from[lang]} → ${rule.to[lang]}`,
        length(rule.within, ground),
        length(rule.acknowledgeWithin, ground),
        rule.content[lang],
      ]),
      cites: [...new Set(rules.flatMap(({ cites }) => cites))],
      mark,
    },
  ];
}

/** "2个工作日"; a time that no source states is said to be open. */
export function length(duration: Duration | null, { say }: Ground): string {
  if (duration === null) return say("handover.not-stated");
  const form = duration.number === 1 ? "one" : "many";
  return say(`duration.${duration.unit}.${form}`, { n: duration.number });
}
