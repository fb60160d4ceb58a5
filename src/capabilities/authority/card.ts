import type { AuthorityCase, AuthorityEntry } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { caseBlocks } from "./card-cases.ts";
import { conclusion, designatedNote } from "./card-lead.ts";
import { note, type Ground } from "./look-up.ts";
import { bases, citesOf, holders } from "./roles.ts";

/**
 * One card: the conclusion for the case, the table of roles, and the known trap. What must be told to whom is
 * the same for many matters and stands behind the choice of the hand-over.
 */
export function cardOf(
  entry: AuthorityEntry,
  matched: AuthorityCase | null,
  ground: Ground,
): DraftBlock[] {
  return [
    { kind: "heading", text: entry.matter[ground.lang] },
    ...(matched === null ? conclusion(entry, ground) : []),
    ...caseBlocks(entry, matched, ground),
    roleTable(entry, ground),
    ...(matched === null || matched.enforcer.kind === "designated"
      ? []
      : designatedNote(entry.enforcer, ground)),
    ...conflictBlocks(entry, matched, ground),
    ...(ground.forStaff ? reviewBlocks(entry, ground) : []),
    ...(entry.verified ? [] : [note(ground.say("authority.model-allocation"))]),
  ];
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
