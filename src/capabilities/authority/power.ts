import type { AuthorityEntry } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { findEntry, cardOf } from "./authority-card.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { organName, organsOf } from "./roles.ts";

const ROLES = ["approver", "supervisor", "enforcer"] as const;
/** Rows on one page of the table. */
const ON_A_PAGE = 15;

/** `/power 城管`, `/power 330`: what a body may do and on what basis; what a published number counts. */
export const power: LookUp = {
  names: ["power", "权力", "职权"],
  find(words, ground) {
    const figures = figuresNamed(words, ground);
    if (figures !== null) return figures;
    const page = Number(/\s(\d{1,2})$/.exec(words)?.[1] ?? 1);
    const [hit] = ground.directory.organs.find(words.replace(/\s\d{1,2}$/, ""), 1);
    if (hit && hit.named > 0) return powersOf(hit.id, page, ground);
    const found = findEntry(words, ground);
    if (found === null) return notFound("power", words, ground);
    return {
      shown: [nameOf(found.entry.id, found.entry.matter)],
      blocks: cardOf(found.entry, found.matched, ground),
    };
  },
};

/** Published numbers are told each with its day and source, and never put together. */
function figuresNamed(words: string, ground: Ground): Found | null {
  const { say, lang, knowledge, directory } = ground;
  const typed = words.match(/\d[\d,]*(?:\.\d+)?/g)?.map((one) => Number(one.replaceAll(",", "")));
  const stated = [...knowledge.powers.figures.values()].filter(({ mark }) => mark !== "U");
  const named = directory.figures.find(words, 3).filter((hit) => hit.named > 1);
  const figures = typed
    ? stated.filter(({ value }) => typed.includes(value))
    : stated.filter(({ id }) => named.some((hit) => hit.id === id));
  if (figures.length === 0) return null;
  return {
    shown: figures.map(({ id, counts }) => nameOf(id, counts)),
    blocks: [
      ...figures.map((figure): DraftBlock => ({
        kind: "fact",
        label: say("figure.stated", { day: figure.statedOn }),
        text: figure.says[lang],
        cites: figure.says.cites,
        mark: figure.mark,
      })),
      note(say("figure.never-added")),
    ],
  };
}

function powersOf(organ: string, page: number, ground: Ground): Found {
  const { say, lang, knowledge } = ground;
  const held = [...knowledge.powers.entries.values()].flatMap((entry) => {
    const roles = ROLES.filter((role) => organsOf(entry[role]).includes(organ));
    return roles.length === 0 ? [] : [{ entry, roles }];
  });
  const record = knowledge.powers.organs.get(organ)!;
  const about: DraftBlock[] =
    record.note && record.mark !== "U"
      ? [{ kind: "lead", text: record.note[lang], cites: record.cites, mark: record.mark }]
      : [];
  if (held.length === 0)
    return {
      shown: [nameOf(record.id, record.name)],
      blocks: [...about, note(say("power.none", { name: record.name[lang] }))],
    };
  const pages = Math.ceil(held.length / ON_A_PAGE);
  const shownPage = Math.min(Math.max(page, 1), pages);
  const rows = held.slice((shownPage - 1) * ON_A_PAGE, shownPage * ON_A_PAGE);
  return {
    shown: rows.map(({ entry }) => nameOf(entry.id, entry.matter)),
    blocks: [
      ...about,
      {
        kind: "table",
        label: say("power.table", {
          name: organName(organ, ground),
          n: held.length,
          page: shownPage,
          pages,
        }),
        columns: [say("boundary.matter"), say("authority.role"), say("authority.rests-on")],
        rows: rows.map(({ entry, roles }) => [
          entry.matter[lang],
          roles.map((role) => say(`role.${role}`)).join(lang === "zh" ? "、" : ", "),
          basisOf(organ, entry, ground),
        ]),
        cites: [...new Set(rows.flatMap(({ entry }) => entry.basis.slice(0, 1)))],
      },
      note(say("authority.model-allocation")),
    ],
    choices:
      shownPage < pages
        ? [{ label: say("boundary.more"), text: `/power ${record.name[lang]} ${shownPage + 1}` }]
        : [],
  };
}

function basisOf(organ: string, entry: AuthorityEntry, { say, lang }: Ground): string {
  const bases = ROLES.flatMap((role) => {
    const holders = entry[role];
    return holders.kind === "bodies"
      ? holders.bodies
          .filter((body) => body.organ === organ)
          .map(({ basis }) => say(`basis.${basis}`))
      : [];
  });
  return [...new Set(bases)].join(lang === "zh" ? "、" : ", ");
}
