import type { RoleHolders } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";
import { asksBack } from "./authority-card.ts";
import { findEntry, nearEntries, type EntryFound } from "./entry-named.ts";
import { linkageTable } from "./handover.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { mattersIn, type Matters } from "./matters-in.ts";
import { doorNamed, isNamedAsWell } from "./outside-door-named.ts";
import { bases, citesOf, holders } from "./roles.ts";

/** What is found and is not one's own must be passed on: linkage rule of the authority list. */
const PASS_ON = "l4";

/** `/redirect 网约车`: whose matter it is, what to tell the visitor, and what must be passed on. */
export const redirect: LookUp = {
  names: ["redirect", "转办", "指路"],
  find(words, ground) {
    if (words === "") return notFound("redirect", words, ground);
    const several = mattersIn(words, ground);
    if (several !== null) return toEachOf(several, ground);
    const found = findEntry(words, ground);
    const door = doorNamed(words, ground);
    if (door !== null && (found === null || isNamedAsWell(door, found, words)))
      return toTheDoor(door, words, ground);
    if (found === null) return asksBack(words, ground, "redirect");
    return {
      shown: [nameOf(found.entry.id, found.entry.matter)],
      blocks: [
        ...toTheBody(found, ground),
        ...linkageTable([PASS_ON], ground),
        ...(found.entry.verified ? [] : [note(ground.say("authority.model-allocation"))]),
      ],
    };
  },
};

/** A matter of another body is named: what the visitor is told, and the rows that are near, to choose from. */
function toTheDoor(door: OutsideDoor, words: string, ground: Ground): Found {
  const { lang, say } = ground;
  return {
    shown: [nameOf(door.id, door.name)],
    blocks: [{ kind: "heading", text: door.name[lang] }, tell(door, ground)],
    choices: nearEntries(words, ground)
      .slice(0, 2)
      .map(({ matter }) => ({
        label: say("redirect.instead", { name: matter[lang] }),
        text: `/redirect ${matter[lang]}`,
      })),
  };
}

/** It has no source of its own and says so. */
const tell = ({ says }: OutsideDoor, { lang, say }: Ground): DraftBlock =>
  note(say("redirect.tell", { says: says[lang] }) + say("guard.doubt"));

/** Several matters in one: each with its body. */
export function toEachOf({ found, left }: Matters, ground: Ground): Found {
  return {
    shown: found.map(({ entry }) => nameOf(entry.id, entry.matter)),
    blocks: [
      ...found.flatMap((one) => toTheBody(one, ground)),
      ...left.map((words) => note(ground.say("authority.not-sure", { words }))),
      note(ground.say("authority.model-allocation")),
    ],
  };
}

function toTheBody({ entry, matched }: EntryFound, ground: Ground): DraftBlock[] {
  const { lang, say } = ground;
  const enforcer = matched?.enforcer ?? entry.enforcer;
  return [
    { kind: "heading", text: entry.matter[lang] },
    {
      kind: "lead",
      text: whose(enforcer, ground),
      cites: [...new Set([...citesOf(enforcer), ...entry.basis])],
    },
    ...(matched && matched.mark !== "U"
      ? [
          {
            kind: "fact" as const,
            label: matched.when[lang],
            text: matched.says[lang],
            cites: matched.says.cites,
            mark: matched.mark,
          },
        ]
      : []),
    ...(enforcer.kind === "bodies"
      ? [note(say("redirect.basis", { basis: bases(enforcer, ground) }))]
      : handledBy(entry.approver, enforcer, ground)),
  ];
}

/** Whose matter it is, in a whole sentence, whoever or nobody holds the role. */
function whose(enforcer: RoleHolders, ground: Ground): string {
  const { lang, say } = ground;
  if (enforcer.kind === "none") return say("authority.none-enforces", { why: enforcer.why[lang] });
  if (enforcer.kind === "gap") return say("authority.gap-enforces", { why: enforcer.why[lang] });
  return say("redirect.whose", { body: holders(enforcer, ground) });
}

/** Where nothing is punished, the matter is still somebody's to handle. */
function handledBy(approver: RoleHolders, enforcer: RoleHolders, ground: Ground): DraftBlock[] {
  if (enforcer.kind !== "none" || approver.kind !== "bodies") return [];
  const body = holders(approver, ground);
  return body === ""
    ? []
    : [
        {
          kind: "fact",
          label: ground.say("role.approver"),
          text: body,
          cites: citesOf(approver),
        },
      ];
}
