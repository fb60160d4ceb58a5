import type { AuthorityEntry } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { bodyFound, organName, organsOf } from "./roles.ts";

/** Least share of the words that a body's names must hold where none of them is said. */
const SURE = 0.4;
/** Rows on one page of the table. */
const ON_A_PAGE = 10;
const ROLES = ["approver", "supervisor", "enforcer"] as const;

/** `/boundary 审批局 市场监管`: the matters both have a part in, who does what, and what is disputed. */
export const boundary: LookUp = {
  names: ["boundary", "边界"],
  find(words, ground) {
    const { words: named, page } = pageOf(words);
    const [first, second] = organsIn(named, ground);
    if (!first || !second) return notFound("boundary", words, ground);
    const shared = [...ground.knowledge.powers.entries.values()].filter(
      (entry) => partOf(first, entry).length > 0 && partOf(second, entry).length > 0,
    );
    return shared.length === 0
      ? nothingShared(first, second, ground)
      : told(first, second, shared, page, ground);
  },
};

function pageOf(words: string): { words: string; page: number } {
  const match = /\s(\d{1,2})$/.exec(words);
  return match
    ? { words: words.slice(0, match.index), page: Number(match[1]) }
    : { words, page: 1 };
}

/** What stands between two bodies besides a blank. */
const BETWEEN = /[,，、/;；]|和|与|跟|\band\b|\bvs\.?(?=\s)/iu;

/** Two bodies as they are written: separated by a blank, a comma, 和, 与, and; English names have blanks in them. */
export function organsIn(words: string, ground: Ground): string[] {
  const parted = bodiesOf(words.split(BETWEEN), ground);
  if (parted.length > 1) return parted;
  const inText = namesIn(words, ground);
  if (/[a-z]/iu.test(words) && inText.length > 1) return inText;
  const blanks = bodiesOf(words.split(new RegExp(`\\s+|${BETWEEN.source}`, "iu")), ground);
  return blanks.length > 1 ? blanks : inText;
}

function bodiesOf(parts: readonly string[], ground: Ground): string[] {
  const ids = parts.flatMap((part) => {
    const hit = part.trim() === "" ? null : bodyFound(part, ground);
    return hit && (hit.named > 0 || hit.share >= SURE) ? [hit.id] : [];
  });
  return [...new Set(ids)];
}

/** The bodies whose names stand in the words, the longest names first, in the order of the words. */
function namesIn(words: string, { knowledge }: Ground): string[] {
  const names = [...knowledge.powers.organs.values()]
    .filter(({ mark }) => mark !== "U")
    .flatMap(({ id, name, aliases }) =>
      [name.zh, name.en, ...aliases.zh, ...aliases.en].map((one) => ({
        id,
        name: one.toLowerCase(),
      })),
    )
    .sort((a, b) => b.name.length - a.name.length);
  let rest = words.toLowerCase();
  const found: { id: string; at: number }[] = [];
  for (const { id, name } of names) {
    const at = standsAt(rest, name);
    if (at < 0) continue;
    found.push({ id, at });
    rest = rest.slice(0, at) + "\n".repeat(name.length) + rest.slice(at + name.length);
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ id }) => id))];
}

/** Where a name stands; a Latin one only where no word is cut. */
function standsAt(words: string, name: string): number {
  const at = words.indexOf(name);
  if (at < 0 || !/^[a-z0-9]/.test(name)) return at;
  const cut = /[a-z0-9]/;
  return cut.test(words[at - 1] ?? " ") || cut.test(words[at + name.length] ?? " ") ? -1 : at;
}

/** The roles a body has in a matter, in its cases too. */
function partOf(organ: string, entry: AuthorityEntry): (typeof ROLES)[number][] {
  return ROLES.filter(
    (role) =>
      organsOf(entry[role]).includes(organ) ||
      (role === "enforcer" &&
        entry.cases.some(({ enforcer }) => organsOf(enforcer).includes(organ))),
  );
}

function nothingShared(first: string, second: string, ground: Ground): Found {
  const names = { a: organName(first, ground), b: organName(second, ground) };
  return { shown: [], blocks: [note(ground.say("boundary.none", names))] };
}

function told(
  first: string,
  second: string,
  shared: readonly AuthorityEntry[],
  page: number,
  ground: Ground,
): Found {
  const { say, lang } = ground;
  const disputedFirst = [...shared].sort(
    (a, b) => Number(b.conflict !== undefined) - Number(a.conflict !== undefined),
  );
  const pages = Math.ceil(shared.length / ON_A_PAGE);
  const shownPage = Math.min(Math.max(page, 1), pages);
  const rows = disputedFirst.slice((shownPage - 1) * ON_A_PAGE, shownPage * ON_A_PAGE);
  const names = { a: organName(first, ground), b: organName(second, ground) };
  const inRole = (organ: string, entry: AuthorityEntry) =>
    partOf(organ, entry)
      .map((role) => say(`role.${role}`))
      .join(lang === "zh" ? "、" : ", ");
  const more = `/boundary ${names.a} ${names.b} ${shownPage + 1}`;
  return {
    shown: rows.map((entry) => nameOf(entry.id, entry.matter)),
    blocks: [
      ruleOfSeparation(ground),
      {
        kind: "table",
        label: say("boundary.table", { n: shared.length, page: shownPage, pages }),
        columns: [say("boundary.matter"), names.a, names.b],
        rows: rows.map((entry) => [
          entry.matter[lang],
          inRole(first, entry),
          inRole(second, entry),
        ]),
        // One article for each matter: the card of the matter has them all.
        cites: [...new Set(rows.flatMap((entry) => entry.basis.slice(0, 1)))],
      },
      ...disputes(rows, ground),
      note(say("authority.model-allocation")),
    ],
    choices: shownPage < pages ? [{ label: say("boundary.more"), text: more }] : [],
  };
}

/** Business Environment Regulation and Licensing Law: who approves answers for the approval, who supervises for what follows. */
function ruleOfSeparation({ say }: Ground): DraftBlock {
  return {
    kind: "lead",
    text: say("boundary.rule"),
    cites: ["administrative-licensing-law/25", "administrative-licensing-law/61"],
  };
}

function disputes(rows: readonly AuthorityEntry[], { lang, say }: Ground): DraftBlock[] {
  const items = rows.flatMap(({ matter, conflict }) =>
    conflict && conflict.mark !== "U"
      ? [
          {
            text: lang === "zh" ? `${matter.zh}：${conflict.zh}` : `${matter.en}: ${conflict.en}`,
            cites: conflict.cites,
            mark: conflict.mark,
          },
        ]
      : [],
  );
  return items.length === 0
    ? []
    : [
        {
          kind: "list",
          label: say("boundary.disputed"),
          items,
          cites: items.flatMap(({ cites }) => cites),
        },
      ];
}
