import type { AuthorityCase, AuthorityEntry } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { bodyCalled, bodyFound } from "./bodies-named.ts";
import { findEntry, cardOf } from "./authority-card.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { figuresNamed } from "./figures-named.ts";
import { organName, organsOf } from "./roles.ts";

const ROLES = ["approver", "supervisor", "enforcer"] as const;
/** A matter with the roles of a body in it; without a role, the cases that are its own. */
type Held = {
  entry: AuthorityEntry;
  roles: readonly (typeof ROLES)[number][];
  cases: readonly AuthorityCase[];
};
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

/** The matters in which a body has a role, then those in which only a case is its own. */
function heldBy(organ: string, { powers }: Ground["knowledge"]): Held[] {
  const entries = [...powers.entries.values()];
  const whole = entries.flatMap((entry): Held[] => {
    const roles = ROLES.filter((role) => organsOf(entry[role]).includes(organ));
    return roles.length === 0 ? [] : [{ entry, roles, cases: [] }];
  });
  const apart = entries.flatMap((entry): Held[] => {
    if (whole.some((held) => held.entry === entry)) return [];
    const cases = entry.cases.filter(({ enforcer }) => organsOf(enforcer).includes(organ));
    return cases.length === 0 ? [] : [{ entry, roles: [], cases }];
  });
  return [...whole, ...apart];
}

/** What a matter is called in the table; of a case, with the case. */
function nameOfHeld({ entry, cases }: Held, { lang }: Ground): string {
  const when = cases.map((one) => one.when[lang]).join(lang === "zh" ? "；" : "; ");
  if (when === "") return entry.matter[lang];
  return lang === "zh" ? `${entry.matter.zh}：${when}` : `${entry.matter.en}: ${when}`;
}

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
        rows: rows.map((row) => [
          nameOfHeld(row, ground),
          row.roles.map((role) => say(`role.${role}`)).join(lang === "zh" ? "、" : ", ") ||
            say("authority.cases"),
          basisOf(organ, row, ground),
        ]),
        cites: [
          ...new Set(
            rows.flatMap(({ entry, cases }) =>
              cases.length === 0
                ? entry.basis.slice(0, 1)
                : cases.flatMap(({ says }) => says.cites.slice(0, 1)),
            ),
          ),
        ],
      },
      note(say("authority.model-allocation")),
    ],
    choices:
      shownPage < pages
        ? [{ label: say("boundary.more"), text: `/power ${record.name[lang]} ${shownPage + 1}` }]
        : [],
  };
}

function basisOf(organ: string, { entry, cases }: Held, { say, lang }: Ground): string {
  const held = [...ROLES.map((role) => entry[role]), ...cases.map(({ enforcer }) => enforcer)];
  const bases = held.flatMap((holders) => {
    return holders.kind === "bodies"
      ? holders.bodies
          .filter((body) => body.organ === organ)
          .map(({ basis }) => say(`basis.${basis}`))
      : [];
  });
  return [...new Set(bases)].join(lang === "zh" ? "、" : ", ");
}
