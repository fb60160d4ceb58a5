import type { AuthorityCase, AuthorityEntry, RoleHolders } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { caseNamed, pairsOf } from "./case-named.ts";
import { linkageTable } from "./handover.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { bases, citesOf, holders } from "./roles.ts";

/** Least share of the words that a row must hold to be shown as the answer. */
const SURE = 0.34;
const NEAREST = 3;

/** `/authority 香烟 无证零售`: who approves, supervises and enforces a matter, and where intuition errs. */
export const authorityCard: LookUp = {
  names: ["authority", "权责", "归谁管"],
  find(words, ground) {
    const found = findEntry(words, ground);
    if (found === null) return nearestOnly(words, ground);
    const { entry, matched } = found;
    return {
      shown: [nameOf(entry.id, entry.matter)],
      blocks: cardOf(entry, matched, ground),
      choices: !ground.forStaff
        ? []
        : [
            {
              label: ground.say("staff.choice.handover"),
              text: `/handover ${entry.matter[ground.lang]}`,
            },
            {
              label: ground.say("staff.choice.discretion"),
              text: `/discretion ${entry.matter[ground.lang]}`,
            },
          ],
    };
  },
};

/** The row the words name, with the case in it that they name; null when none is sure. */
export function findEntry(
  words: string,
  { directory, knowledge, day }: Pick<Ground, "directory" | "knowledge" | "day">,
): { entry: AuthorityEntry; matched: AuthorityCase | null } | null {
  const hit = directory.entries
    .find(words)
    .find(({ id }) => holdsOn(knowledge.powers.entries.get(id)!, day));
  if (!hit) return null;
  const entry = knowledge.powers.entries.get(hit.id)!;
  const sure = hit.named > 0 || (hit.share >= SURE && sharesPair(words, entry, knowledge));
  return sure ? { entry, matched: caseNamed(entry, words) } : null;
}

/** Single characters that happen to be the same ("航天器证") are no name of a matter. */
function sharesPair(
  words: string,
  { matter, aliases, cases, items }: AuthorityEntry,
  { catalogue }: Ground["knowledge"],
): boolean {
  const ofItems = items.flatMap((id) => catalogue.items.get(id) ?? []);
  const said = pairsOf(
    [
      ...[matter, ...cases.map(({ when }) => when), ...ofItems.map(({ name }) => name)].flatMap(
        ({ zh, en }) => [zh, en],
      ),
      ...[
        aliases,
        ...cases.map((one) => one.words),
        ...ofItems.map((item) => item.aliases),
      ].flatMap(({ zh, en }) => [...zh, ...en]),
    ].join(" "),
  );
  return [...pairsOf(words)].some((pair) => said.has(pair));
}

const holdsOn = ({ validFrom, validTo }: AuthorityEntry, day: string) =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

function nearestOnly(words: string, ground: Ground): Found {
  const missing = notFound("authority", words, ground);
  const near = ground.directory.entries.find(words, NEAREST).map(({ id }) => {
    const label = ground.knowledge.powers.entries.get(id)!.matter[ground.lang];
    return { label, text: `/authority ${label}` };
  });
  return { ...missing, choices: near };
}

/** One card: the conclusion for the case, the table of roles, what is pushed to whom, and the known trap. */
export function cardOf(
  entry: AuthorityEntry,
  matched: AuthorityCase | null,
  ground: Ground,
): DraftBlock[] {
  const { lang } = ground;
  return [
    { kind: "heading", text: entry.matter[lang] },
    ...(matched === null ? conclusion(entry, ground) : []),
    ...caseBlocks(entry, matched, ground),
    roleTable(entry, ground),
    ...(matched === null || matched.enforcer.kind === "designated"
      ? []
      : designatedNote(entry.enforcer, ground)),
    ...conflictBlocks(entry, matched, ground),
    ...(ground.forStaff ? linkageTable(entry.linkage, ground) : []),
    ...(ground.forStaff ? reviewBlocks(entry, ground) : []),
    ...(entry.verified ? [] : [note(ground.say("authority.model-allocation"))]),
  ];
}

function caseBlocks(
  { cases }: AuthorityEntry,
  matched: AuthorityCase | null,
  ground: Ground,
): DraftBlock[] {
  const { lang, say } = ground;
  if (matched && matched.mark !== "U")
    return [
      { kind: "lead", text: matched.says[lang], cites: matched.says.cites, mark: matched.mark },
      ...enforcerOf(matched, ground),
      ...designatedNote(matched.enforcer, ground),
      ...otherCases(
        cases.filter((one) => one !== matched),
        say("authority.other-cases"),
        lang,
      ),
    ];
  return otherCases(cases, say("authority.cases"), lang);
}

/** The body of the case by its official name: the role table names those of the whole matter. */
function enforcerOf({ when, enforcer, says }: AuthorityCase, ground: Ground): DraftBlock[] {
  if (enforcer.kind === "none") return [];
  const body = holders(enforcer, ground);
  const cites = citesOf(enforcer);
  return [
    {
      kind: "fact",
      label: when[ground.lang],
      text: enforcer.kind === "gap" ? body : ground.say("redirect.whose", { body }),
      cites: cites.length > 0 ? cites : says.cites,
    },
  ];
}

function otherCases(
  cases: readonly AuthorityCase[],
  label: string,
  lang: Ground["lang"],
): DraftBlock[] {
  const items = cases
    .filter(({ mark }) => mark !== "U")
    .map(({ when, says, mark }) => ({
      text: lang === "zh" ? `${when.zh}：${says.zh}` : `${when.en}: ${says.en}`,
      cites: says.cites,
      mark,
    }));
  return items.length === 0
    ? []
    : [{ kind: "list", label, items, cites: items.flatMap(({ cites }) => cites) }];
}

function roleTable(entry: AuthorityEntry, ground: Ground): DraftBlock {
  const { say } = ground;
  const roles = ["approver", "supervisor", "enforcer"] as const;
  const cites = [...roles.flatMap((role) => citesOf(entry[role])), ...entry.basis];
  return {
    kind: "table",
    label: say("authority.table", { level: say(`level.${entry.level}`) }),
    columns: [say("authority.role"), say("authority.body"), say("authority.rests-on")],
    rows: roles.map((role) => [
      say(`role.${role}`),
      holders(entry[role], ground),
      bases(entry[role], ground),
    ]),
    cites: [...new Set(cites)],
  };
}

/** Where the law leaves it to a department that the zone has not entered, nothing is guessed. */
function designatedNote(enforcer: RoleHolders, { lang, say }: Ground): DraftBlock[] {
  if (enforcer.kind !== "designated" || enforcer.entered !== null) return [];
  return [
    {
      kind: "fact",
      label: say("authority.not-entered"),
      text: say("authority.who-may-enter", { by: enforcer.by[lang] }),
      cites: enforcer.cites,
      mark: enforcer.mark,
    },
  ];
}

/** Who enforces, first; where the law leaves it to be designated, that it is not entered and who may enter it. */
function conclusion({ enforcer, basis }: AuthorityEntry, ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  if (enforcer.kind === "designated" && enforcer.entered === null)
    return [
      {
        kind: "lead",
        text: say("authority.who-may-enter", { by: enforcer.by[lang] }),
        cites: enforcer.cites,
        mark: enforcer.mark,
      },
    ];
  if (enforcer.kind !== "bodies") return [];
  const proven = enforcer.bodies.filter(({ mark }) => mark === "V");
  if (proven.length === 0) return [];
  const body = holders({ kind: "bodies", bodies: proven }, ground);
  const cites = proven.flatMap((one) => one.cites);
  return [
    {
      kind: "lead",
      text: say("authority.enforced-by", { body }),
      cites: [...new Set(cites.length > 0 ? cites : basis)],
    },
  ];
}

function conflictBlocks(
  { conflict, trap }: AuthorityEntry,
  matched: AuthorityCase | null,
  { lang, say }: Ground,
): DraftBlock[] {
  const label = say(trap ? "authority.trap" : "authority.conflict");
  if (conflict && conflict.mark !== "U")
    return [
      { kind: "fact", label, text: conflict[lang], cites: conflict.cites, mark: conflict.mark },
    ];
  return trap && matched ? [note(say("authority.trap-note"))] : [];
}

function reviewBlocks({ legalReview }: AuthorityEntry, { say }: Ground): DraftBlock[] {
  if (legalReview.mark === "U") return [];
  return [
    {
      kind: "fact",
      label: say("role.legal-review"),
      text: say(`review.${legalReview.needed}`),
      cites: legalReview.cites,
      mark: legalReview.mark,
    },
  ];
}
