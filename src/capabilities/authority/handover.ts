import type { DraftBlock } from "../../domain/draft.ts";
import type { LinkageRule } from "../../domain/linkage-rule.ts";
import type { Duration } from "../../domain/time-limit.ts";
import { findEntry } from "./entry-named.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";

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
const SURE = 0.6;
/** Events that are named nearly as well as the best are told beside it. */
const NEARLY = 0.75;

/** The events the words name, or the one they are most like when they name no matter; null: a matter is meant. */
function eventsCalled(words: string, ground: Ground): string[] | null {
  const hits = ground.directory.linkage.find(words);
  const [best] = hits;
  if (!best) return null;
  const named = hits.filter((hit) => hit.named > 0 && hit.score >= NEARLY * best.score);
  if (named.length > 0) return named.map(({ id }) => id);
  const [matter] = ground.directory.entries.find(words, 1);
  return best.share >= SURE && (matter?.named ?? 0) === 0 ? [best.id] : null;
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

/** How well, and whose, a path is: law that was read; law seen in part; practice of the area; practice of another place. */
const STANDINGS = ["read", "seen-in-part", "here", "elsewhere"] as const;
type Standing = (typeof STANDINGS)[number];

/** Each standing in a table of its own: what is practice, of the area or elsewhere, carries its doubt. */
export function linkageTable(ids: readonly string[], ground: Ground): DraftBlock[] {
  const rules = ids.flatMap((id) => ground.knowledge.powers.linkage.get(id) ?? []);
  return STANDINGS.flatMap((standing) =>
    tableOf(
      rules.filter((rule) => standingOf(rule) === standing),
      standing,
      ground,
    ),
  );
}

function standingOf({ mark, practiceOf }: LinkageRule): Standing | null {
  if (mark === "U") return null;
  return practiceOf ?? (mark === "V" ? "read" : "seen-in-part");
}

function tableOf(rules: readonly LinkageRule[], standing: Standing, ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  if (rules.length === 0) return [];
  return [
    {
      kind: "table",
      label: say(`handover.table.${standing}`),
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
      mark: standing === "read" ? "V" : "P",
    },
    ...rules.flatMap(({ name, otherwise }) =>
      otherwise
        ? [note(say("handover.otherwise", { event: name[lang], otherwise: otherwise[lang] }))]
        : [],
    ),
  ];
}

/** "2个工作日"; a time that no source states is said to be open. */
export function length(duration: Duration | null, { say }: Ground): string {
  if (duration === null) return say("handover.not-stated");
  const form = duration.number === 1 ? "one" : "many";
  return say(`duration.${duration.unit}.${form}`, { n: duration.number });
}
