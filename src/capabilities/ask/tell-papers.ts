import type { Material } from "../../domain/handling-item.ts";
import type { DraftListItem } from "../../domain/draft.ts";
import type { Voice } from "./phrases.ts";
import { bare, unknown, type GeneralRight, type Teller } from "./tell.ts";

/** Licensing Law art 32: what is missing is told once. */
const TOLD_ONCE: GeneralRight = {
  key: "right.told-once",
  cites: ["administrative-licensing-law/32"],
};

/** What to bring. */
export const materials: Teller = (subject, voice) => {
  const { item, entry } = subject;
  const { say } = voice;
  if (entry?.materials == null || entry.materialsMark === "U")
    return unknown("materials", subject, voice, [TOLD_ONCE]);
  const cites = entry.materialsCites.length > 0 ? entry.materialsCites : item.verdict.cites;
  const mark = entry.materialsMark;
  if (entry.materials.length === 0)
    return [
      {
        kind: "fact",
        label: say("label.materials"),
        text: say("materials.none"),
        cites: entry.basis,
        mark,
      },
    ];
  return [
    {
      kind: "list",
      label: say("label.materials"),
      items: entry.materials.map((paper) => paperLine(paper, voice)),
      cites,
      mark,
    },
  ];
};

/** What may follow later. */
export const gaps: Teller = (subject, voice) => {
  const { entry } = subject;
  const mayFollow = entry?.materials?.filter((paper) => paper.necessity === "may-follow") ?? [];
  if (!entry || mayFollow.length === 0) return unknown("gaps", subject, voice, [TOLD_ONCE]);
  const items = mayFollow.map((paper) => ({ text: paper.name[voice.lang] }));
  return [
    {
      kind: "list",
      label: voice.say("label.gaps"),
      items,
      cites: entry.materialsCites,
      mark: entry.materialsMark,
    },
  ];
};

function paperLine(paper: Material, { lang, say }: Voice): DraftListItem {
  const notes = [
    paper.necessity === "required" ? "" : say(`necessity.${paper.necessity}`),
    paper.when?.[lang] ?? "",
    paper.source === "government" ? say("materials.shared") : "",
    bare(paper.note?.[lang] ?? ""),
  ].filter((note) => note !== "");
  const text = paper.name[lang];
  return notes.length === 0 ? { text } : { text, note: notes.join(lang === "zh" ? "；" : "; ") };
}
