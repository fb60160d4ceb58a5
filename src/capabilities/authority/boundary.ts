import type { AuthorityEntry } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { bodyFound, organsIn } from "./bodies-named.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { isOpen, partOf, partWords } from "./part-in-matter.ts";
import { organName } from "./roles.ts";

/** Rows on one page of the table. */
const ON_A_PAGE = 10;

/** `/boundary 审批局 市场监管`: the matters both have a part in, who does what, and what is disputed. */
export const boundary: LookUp = {
  names: ["boundary", "边界"],
  find(words, ground) {
    const { words: named, page } = pageOf(words);
    const [first, second] = organsIn(named, ground);
    if (!first || !second) return twoBodiesNeeded(named, ground);
    const shared = [...ground.knowledge.powers.entries.values()].filter((entry) =>
      isShared(first, second, entry),
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

/** Both have a part in the whole matter, or one in the whole and the other in a case of it. */
function isShared(first: string, second: string, entry: AuthorityEntry): boolean {
  const [a, b] = [partOf(first, entry), partOf(second, entry)];
  return a !== null && b !== null && a.roles.length + b.roles.length > 0;
}

/** One body is known and the other missing, or neither is: said which. */
function twoBodiesNeeded(words: string, ground: Ground): Found {
  const one = words === "" ? null : bodyFound(words, ground);
  const { say } = ground;
  if (!one || one.named === 0) return notFound("boundary", words, ground);
  return {
    shown: [],
    blocks: [
      note(say("boundary.second-missing", { name: organName(one.id, ground) })),
      note(say("staff.usage.boundary")),
    ],
  };
}

function nothingShared(first: string, second: string, ground: Ground): Found {
  const names = { a: organName(first, ground), b: organName(second, ground) };
  return {
    shown: [],
    blocks: [note(ground.say("boundary.none", names)), ...openMatters(first, second, ground)],
  };
}

/** Matters of either body whose enforcement the local government designates: it may lie between the two. */
function openMatters(first: string, second: string, ground: Ground): DraftBlock[] {
  const { lang, say, knowledge } = ground;
  const open = [...knowledge.powers.entries.values()].filter(
    (entry) => isOpen(entry) && (partOf(first, entry) ?? partOf(second, entry)) !== null,
  );
  if (open.length === 0) return [];
  const names = open.map(({ matter }) => matter[lang]).join(lang === "zh" ? "；" : "; ");
  return [note(say("boundary.open", { names }))];
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
          partWords(first, entry, ground),
          partWords(second, entry, ground),
        ]),
        // One article for each matter: the card of the matter has them all.
        cites: [...new Set(rows.flatMap((entry) => entry.basis.slice(0, 1)))],
      },
      ...disputes(rows, ground),
      ...openMatters(first, second, ground),
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
