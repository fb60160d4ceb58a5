import type { DraftBlock } from "../../domain/draft.ts";
import { findEntry } from "./authority-card.ts";
import { linkageTable } from "./handover.ts";
import { nameOf, note, notFound, type Ground, type LookUp } from "./look-up.ts";
import { bases, citesOf, holders } from "./roles.ts";

/** Least a door must be named to be shown. */
const SURE_DOOR = 0.5;
/** What is found and is not one's own must be passed on: linkage rule of the authority list. */
const PASS_ON = "l4";

/** `/redirect 网约车`: whose matter it is, what to tell the visitor, and what must be passed on. */
export const redirect: LookUp = {
  names: ["redirect", "转办", "指路"],
  find(words, ground) {
    const found = findEntry(words, ground);
    const doors = doorBlocks(words, found !== null, ground);
    if (found === null && doors.length === 0) return notFound("redirect", words, ground);
    if (found === null)
      return { shown: [], blocks: [...doors, ...linkageTable([PASS_ON], ground)] };
    const { entry, matched } = found;
    const enforcer = matched?.enforcer ?? entry.enforcer;
    const { lang, say } = ground;
    return {
      shown: [nameOf(entry.id, entry.matter)],
      blocks: [
        { kind: "heading", text: entry.matter[lang] },
        {
          kind: "lead",
          text: say("redirect.whose", { body: holders(enforcer, ground) }),
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
        note(say("redirect.basis", { basis: bases(enforcer, ground) })),
        ...doors,
        ...linkageTable([PASS_ON], ground),
        ...(entry.verified ? [] : [note(say("authority.model-allocation"))]),
      ],
    };
  },
};

/** What the visitor is told at the door; it has no source of its own and says so. */
function doorBlocks(
  words: string,
  besides: boolean,
  { directory, knowledge, lang, say }: Ground,
): DraftBlock[] {
  const [hit] = directory.doors.find(words, 1);
  if (!hit || hit.named < 2 || hit.share < (besides ? SURE_DOOR : 0)) return [];
  const door = knowledge.outside.get(hit.id)!;
  if (door.kind === "topic") return [];
  return [note(say("redirect.tell", { says: door.says[lang] }) + say("guard.doubt"))];
}
