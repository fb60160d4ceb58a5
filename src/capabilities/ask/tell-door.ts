import type { DraftBlock } from "../../domain/draft.ts";
import { sentences } from "./phrases.ts";
import { unknown, type Teller } from "./tell.ts";

/** Where to go. */
export const where: Teller = ({ item }, { say, lang }) => [
  {
    kind: "fact",
    label: say("label.where"),
    text: sentences(
      [item.door.name[lang], ...(item.door.note ? [item.door.note[lang]] : [])],
      lang,
    ),
    cites: item.authority.cites,
    mark: item.authority.mark,
  },
];

/** Who decides, who supervises afterwards, and where to go for it. */
export const authority: Teller = (subject, voice) => {
  const { decides, supervises, note, cites, mark } = subject.item.authority;
  const { say, lang } = voice;
  const deciding = sentences([decides[lang], ...(note ? [note[lang]] : [])], lang);
  return [
    ...where(subject, voice),
    { kind: "fact", label: say("label.authority"), text: deciding, cites, mark },
    { kind: "fact", label: say("label.supervises"), text: supervises[lang], cites, mark },
  ];
};

/** How often the applicant must come, and how far it goes online. */
export const trips: Teller = (subject, voice) => {
  const { say, lang } = voice;
  const { entry } = subject;
  const told: DraftBlock[] = [];
  const count = entry?.trips?.mark === "U" ? null : entry?.trips;
  if (entry && count)
    told.push({
      kind: "fact",
      label: say("label.trips"),
      text:
        count.count === 0
          ? say("trips.none")
          : say("trips.some", { n: count.count, reason: count.reason?.[lang] ?? "" }),
      cites: count.cites.length > 0 ? count.cites : entry.basis,
      mark: count.mark,
    });
  if (entry?.online && entry.online.mark !== "U")
    told.push({
      kind: "fact",
      label: say("label.online"),
      text: say(`online.${entry.online.depth}`),
      cites: entry.online.cites.length > 0 ? entry.online.cites : entry.basis,
      mark: entry.online.mark,
    });
  const inspection = entry?.siteInspection;
  if (inspection && inspection.mark !== "U")
    told.push({
      kind: "fact",
      label: say("label.inspection"),
      text: inspection[lang],
      cites: inspection.cites,
      mark: inspection.mark,
    });
  return count ? told : [...unknown("trips", subject, voice, [ELECTRONIC]), ...told];
};

/** Rules on online government services art 8 and 10: electronic signatures and licences equal paper. */
const ELECTRONIC = {
  key: "right.electronic",
  cites: ["online-government-service-rules/8", "online-government-service-rules/10"],
  always: true,
};

/** Whether a promise may stand in for proof. */
export const commitment: Teller = (subject, voice) => {
  const told = subject.entry?.commitment;
  const { say, lang } = voice;
  if (!told || told.mark === "U" || told.available === "unknown")
    return unknown("commitment", subject, voice, [
      { key: "right.commitment", cites: ["business-environment-regulation/40"] },
    ]);
  const text = sentences([say(`commitment.${told.available}`), told.note[lang]], lang);
  return [
    { kind: "fact", label: say("label.commitment"), text, cites: told.cites, mark: told.mark },
  ];
};

/** What it costs. */
export const fee: Teller = (subject, voice) => {
  const told = subject.entry?.fee;
  const { say, lang } = voice;
  const note = told?.note ? [told.note[lang]] : [];
  if (
    told &&
    told.mark !== "U" &&
    told.cites.length > 0 &&
    (told.charged !== "unknown" || note.length > 0)
  ) {
    const sum = { no: [say("fee.free")], yes: told.name ? [told.name[lang]] : [], unknown: [] }[
      told.charged
    ];
    return [
      {
        kind: "fact",
        label: say("label.fee"),
        text: sentences([...sum, ...note], lang),
        cites: told.cites,
        mark: told.mark,
      },
    ];
  }
  return unknown("fee", subject, voice, [FEES_LISTED]);
};

/** Business Environment Regulation art 25: no fee outside the published list. */
const FEES_LISTED = {
  key: "right.fees-listed",
  cites: ["business-environment-regulation/25"],
  always: true,
};

/** What the visitor holds in the end. */
export const result: Teller = (subject, voice) => {
  const told = subject.entry?.result;
  if (!subject.entry || !told) return unknown("result", subject, voice);
  return [
    {
      kind: "fact",
      label: voice.say("label.result"),
      text: told.name[voice.lang],
      cites: subject.entry.basis,
    },
  ];
};
