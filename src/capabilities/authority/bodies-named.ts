import { normalise } from "../../search/normalise.ts";
import type { RecordHit } from "../../search/record-search.ts";
import type { Ground } from "./look-up.ts";
import { standsAt } from "./name-in-words.ts";

/** Least share of the words that a body's names must hold where none of them is said. */
const SURE = 0.7;
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
  const names = namesOf(knowledge).sort((a, b) => b.name.length - a.name.length);
  let rest = normalise(words);
  const found: { id: string; at: number }[] = [];
  for (const { id, name } of names) {
    const at = standsAt(rest, name);
    if (at < 0) continue;
    found.push({ id, at });
    rest = rest.slice(0, at) + "\n".repeat(name.length) + rest.slice(at + name.length);
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ id }) => id))];
}

/** The body that the words name best; candidates from memory are nobody's answer. */
export function bodyFound(words: string, { directory, knowledge }: Ground): RecordHit | null {
  const known = ({ id }: RecordHit) => knowledge.powers.organs.get(id)!.mark !== "U";
  return directory.organs.find(words).find(known) ?? null;
}

/** The body whose whole name, or one of whose names, the words are: "16+X" is the team before it is a figure. */
export function bodyCalled(words: string, { knowledge }: Ground): string | null {
  const typed = normalise(words);
  return namesOf(knowledge).find(({ name }) => name === typed)?.id ?? null;
}

/** Every name of every body that may be named to a person, as it is compared. */
function namesOf({ powers }: Ground["knowledge"]): { id: string; name: string }[] {
  return [...powers.organs.values()]
    .filter(({ mark }) => mark !== "U")
    .flatMap(({ id, name, aliases }) =>
      [name.zh, name.en, ...aliases.zh, ...aliases.en].map((one) => ({ id, name: normalise(one) })),
    );
}

/** The text without the names of bodies and what joins two of them: "食品摊贩归城管还是市场监管管" → "食品摊贩". */
export function bodiesTakenOut(text: string, { knowledge }: Ground): string {
  const names = namesOf(knowledge)
    .map(({ name }) => name)
    .filter((name) => /\p{Script=Han}{2}/u.test(name))
    .sort((a, b) => b.length - a.length);
  return names
    .reduce((rest, name) => rest.replaceAll(name, " "), normalise(text))
    .replaceAll(
      /(?:归|由|是|让|找)?\s*(?:局|部门)?\s*(?:来)?(?:管|罚|查处?|处罚|监管|执法|负责)?\s*还是\s*(?:局|部门)?\s*(?:来)?(?:管|罚|查处?|处罚|监管|执法|负责)?(?:呢|啊)?/gu,
      " ",
    )
    .replaceAll(/\s+/gu, " ")
    .trim();
}
