import type { AuthorityEntry } from "../../domain/authority-entry.ts";
import type { Hearing, Tools } from "../capability.ts";
import { cardOf } from "./card.ts";
import { caseNamed } from "./case-named.ts";
import { findEntry } from "./entry-named.ts";
import { nameOf, type Found, type Ground } from "./look-up.ts";
import { penaltiesOf } from "./penalty-asked.ts";
import { citesOf, holders } from "./roles.ts";

/** Longer than this a sentence stands by itself. */
const LONGEST = 16;
/** In a sentence that goes on, one thing in common with a case is enough. */
const ANY_SHARED = 0.01;
/** "那烧烤呢", "要是居民楼里开的呢", "半夜还开着呢": it goes on about the matter. */
const GOES_ON =
  /^(?:那|那么|要是|如果|换成)|呢\s*[?？]?$|^(?:what|how) about\b|^and (?:if|what)\b/iu;
const LITTLE =
  /^(?:那么?|要是|如果|换成)+|(?:的|了)?呢?\s*[?？。]*$|^(?:what|how) about|^and (?:if|what about)?/giu;
const HOW_MUCH =
  /^(?:那|这|一般)?(?:个|种)?(?:要|会|能|该)?(?:怎么|咋|如何)?(?:处?罚)(?:款)?(?:多少钱?|几|标准)?(?:呢|啊)?[?？]?$|^how much(?: is the fine)?\??$/iu;
const WHO_GRANTS =
  /(?:谁|哪个?(?:部门|单位|局)?)(?:来|给)?(?:发的?证|批的?|审批的?|颁发)|证(?:是)?谁发|who (?:approves|grants|issues)/iu;

/** The matter the conversation is about, if its subject has not changed since. */
export function matterTalkedOf({ state }: Hearing, { knowledge }: Tools): AuthorityEntry | null {
  const { matter, subject } = state;
  if (matter === null || matter.subject !== (subject?.item ?? null)) return null;
  return knowledge.powers.entries.get(matter.entry) ?? null;
}

/** What a short sentence asks of the matter that was talked about; null: it stands by itself. */
export function followUp(
  text: string,
  entry: AuthorityEntry,
  tools: Pick<Ground, "directory" | "knowledge" | "day">,
): ((ground: Ground) => Found) | null {
  if (text.length > LONGEST && !/[a-z]/iu.test(text)) return null;
  if (HOW_MUCH.test(text))
    return (ground) => penaltiesOf(entry.id, ground) ?? card(entry, null, ground);
  if (WHO_GRANTS.test(text)) return (ground) => whoGrants(entry, ground);
  if (!GOES_ON.test(text)) return null;
  const words = text.replaceAll(LITTLE, "").trim();
  const other = findEntry(words, tools);
  if (other !== null && other.entry.id !== entry.id && isMatter(words, other.entry))
    return (ground) => card(other.entry, other.matched, ground);
  const matched = caseNamed(entry, words, ANY_SHARED);
  if (matched !== null) return (ground) => card(entry, matched, ground);
  return other === null ? null : (ground) => card(other.entry, other.matched, ground);
}

/** Whether the words are a matter of their own, not a case in one. */
const isMatter = (words: string, { matter, aliases }: AuthorityEntry) =>
  [matter.zh, matter.en, ...aliases.zh, ...aliases.en].some(
    (name) => words.includes(name) || (words.length >= 2 && name.includes(words)),
  );

export function card(
  entry: AuthorityEntry,
  matched: ReturnType<typeof caseNamed>,
  ground: Ground,
): Found {
  return {
    shown: [nameOf(entry.id, entry.matter)],
    blocks: cardOf(entry, matched, ground),
    matter: entry.id,
  };
}

/** Who approves, in the first line. */
function whoGrants(entry: AuthorityEntry, ground: Ground): Found {
  const { approver } = entry;
  const told = card(entry, null, ground);
  const [heading, ...others] = told.blocks;
  const text =
    approver.kind === "none" || approver.kind === "gap"
      ? holders(approver, ground)
      : ground.say("authority.approved-by", { body: holders(approver, ground) });
  const cites = citesOf(approver);
  return {
    ...told,
    blocks: [
      heading!,
      { kind: "lead", text, cites: cites.length > 0 ? cites : entry.basis },
      ...others.filter(({ kind }) => kind !== "lead"),
    ],
  };
}
