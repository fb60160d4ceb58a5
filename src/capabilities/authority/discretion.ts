import type { DiscretionTable } from "../../domain/discretion.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { amountWords } from "./amount.ts";
import { nameOf, note, notFound, type Ground, type LookUp } from "./look-up.ts";

/** Least share of the words that a table must hold. */
const SURE = 0.34;
/** Tables shown when several violations are named alike. */
const MOST = 2;

/** `/discretion 无证经营食品`: the steps of a penalty with the amounts exactly as they are written. */
export const discretion: LookUp = {
  names: ["discretion", "裁量", "罚则"],
  find(words, ground) {
    const hits = ground.directory.discretion
      .find(words, MOST)
      .filter(({ named, share }) => named > 0 || share >= SURE);
    const best = hits[0];
    if (!best) return notFound("discretion", words, ground);
    const alike = hits.filter(({ score }) => score >= best.score * 0.8);
    const tables = alike.map(({ id }) => ground.knowledge.powers.discretion.get(id)!);
    return {
      shown: tables.map(({ id, violation }) => nameOf(id, violation)),
      blocks: [
        ...tables.flatMap((table) => tableBlocks(table, ground)),
        note(ground.say("discretion.bounds")),
        note(ground.say("discretion.who-decides")),
      ],
    };
  },
};

function tableBlocks(table: DiscretionTable, ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  if (table.mark === "U") return [];
  return [
    { kind: "heading", text: table.violation[lang] },
    {
      kind: "table",
      label: say(`discretion.${table.source}`, { where: table.jurisdiction[lang] }),
      columns: ["when", "amount", "also"].map((name) => say(`discretion.${name}`)),
      rows: table.steps.map(({ when, amounts, also }) => [
        when[lang],
        amounts.map((amount) => amountWords(amount, lang)).join(lang === "zh" ? "；" : "; ") ||
          say("discretion.no-amount"),
        also?.[lang] ?? "",
      ]),
      cites: [...new Set(table.steps.flatMap(({ cites }) => cites))],
      mark: table.mark,
    },
    ...(table.note ? [note(table.note[lang])] : []),
  ];
}
