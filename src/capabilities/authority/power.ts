import type { AuthorityEntry } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { bodyCalled, bodyFound } from "./bodies-named.ts";
import { cardOf } from "./card.ts";
import { findEntry } from "./entry-named.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { figuresNamed } from "./figures-named.ts";
import { partOf, partWords, type Part } from "./part-in-matter.ts";
import { organName, organsOf } from "./roles.ts";

/** A matter in which a body has a part. */
type Held = { entry: AuthorityEntry; part: Part };
/** Rows on one page of the table. */
const ON_A_PAGE = 15;

/** `/power 城管`, `/power 330`: what a body may do and on what basis; what a published number counts. */
export const power: LookUp = {
  names: ["power", "权力", "职权"],
  find(words, ground) {
    const page = Number(/\s(\d{1,2})$/.exec(words)?.[1] ?? 1);
    const named = words.replace(/\s\d{1,2}$/, "");
    const exactly = bodyCalled(named, ground);
    if (exactly !== null && heldBy(exactly, ground.knowledge).length > 0)
      return powersOf(exactly, page, ground);
    const figures = figuresNamed(words, ground);
    if (figures !== null) return figures;
    const hit = bodyFound(named, ground);
    if (hit && hit.named > 0) return powersOf(hit.id, page, ground);
    const found = findEntry(words, ground);
    if (found === null) return notFound("power", words, ground);
    return {
      shown: [nameOf(found.entry.id, found.entry.matter)],
      blocks: cardOf(found.entry, found.matched, ground),
    };
  },
};

/**
 * The matters in which a body has a part: its own first, in which it alone enforces; then those in which it has
 * a role, then those in which only a case is its own.
 */
function heldBy(organ: string, { powers }: Ground["knowledge"]): Held[] {
  const held = [...powers.entries.values()].flatMap((entry): Held[] => {
    const part = partOf(organ, entry);
    return part === null ? [] : [{ entry, part }];
  });
  return held.sort((a, b) => ownness(organ, b) - ownness(organ, a));
}

/** 3: it enforces and no other body but the team does; 2: it enforces; 1: another role; 0: only a case. */
function ownness(organ: string, { entry, part }: Held): number {
  if (part.roles.length === 0) return 0;
  if (!part.roles.includes("enforcer")) return 1;
  const others = organsOf(entry.enforcer).filter((id) => id !== organ && id !== TEAM);
  return others.length === 0 ? 3 : 2;
}

/** The zone's team enforces beside the department of the trade. */
const TEAM = "integrated-enforcement";

function powersOf(organ: string, page: number, ground: Ground): Found {
  const { say, lang, knowledge } = ground;
  const held = heldBy(organ, knowledge);
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
        rows: rows.map(({ entry, part }) => [
          entry.matter[lang],
          partWords(organ, entry, ground),
          basisOf(organ, { entry, part }, ground),
        ]),
        cites: [...new Set(rows.flatMap(sourcesOf))],
      },
      note(say("authority.model-allocation")),
    ],
    choices:
      shownPage < pages
        ? [{ label: say("boundary.more"), text: `/power ${record.name[lang]} ${shownPage + 1}` }]
        : [],
  };
}

/** One article for each matter, or for each case of it: the card has them all. */
function sourcesOf({ entry, part }: Held): string[] {
  return part.roles.length > 0
    ? entry.basis.slice(0, 1)
    : part.cases.flatMap(({ says }) => says.cites.slice(0, 1));
}

function basisOf(organ: string, { entry, part }: Held, { say, lang }: Ground): string {
  const held = [
    ...part.roles.map((role) => entry[role]),
    ...part.cases.map(({ enforcer }) => enforcer),
  ];
  const bases = held.flatMap((holders) =>
    holders.kind === "bodies"
      ? holders.bodies
          .filter((body) => body.organ === organ)
          .map(({ basis }) => say(`basis.${basis}`))
      : [],
  );
  return [...new Set(bases)].join(lang === "zh" ? "、" : ", ");
}
