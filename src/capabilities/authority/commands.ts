import type { Language } from "../../domain/language.ts";
import type { Say } from "../../knowledge/wording.ts";
import { note, type Found, type Ground, type LookUp } from "./look-up.ts";

/** A command further from every known one than this is no slip of the fingers. */
const SLIPS = 2;

/** The list of the commands, for who asks for help, and after a command nobody knows. */
export function commandList(lookUps: readonly LookUp[], say: Say): Found {
  return {
    shown: [],
    blocks: [
      note(say("staff.commands")),
      ...lookUps.map(({ names }) => note(say(`staff.usage.${names[0]!}`))),
    ],
  };
}

/** A command that is misspelt: the one that was meant, ready to be sent, and the list. */
export function unknownCommand(
  typed: { name: string; rest: string },
  lookUps: readonly LookUp[],
  { say, day, today }: Ground,
): Found {
  const meant = nearestCommand(typed.name, lookUps);
  const list = commandList(lookUps, say);
  if (meant === null)
    return { ...list, blocks: [note(say("staff.unknown", { name: typed.name })), ...list.blocks] };
  // The day was taken out of the words when they were read.
  const dated = day === today ? typed.rest : `${typed.rest} ${day}`;
  const text = `/${meant} ${dated}`.trim();
  return {
    ...list,
    blocks: [note(say("staff.did-you-mean", { name: typed.name, meant: text })), ...list.blocks],
    choices: [{ label: text, text }],
  };
}

/** The known name that differs by the fewest letters; null: none is near. */
function nearestCommand(typed: string, lookUps: readonly LookUp[]): string | null {
  const ranked = lookUps
    .flatMap(({ names }) => names)
    .map((name) => ({ name, away: distance(typed, name) }))
    .sort((a, b) => a.away - b.away);
  const best = ranked[0]!;
  // Of a Chinese name of two characters one must be right.
  return best.away <= Math.min(SLIPS, best.name.length - 1) ? best.name : null;
}

/** How many characters must be put in, left out, changed, or swapped with their neighbour (Damerau). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const ways = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(...ways, ...(swapped ? [rows[i - 2]![j - 2]! + 1] : [])));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** Abbreviations that are typed in Chinese as they are. */
const ABBREVIATION = /\b(?:[A-Z]{1,5}|ktv|app|spa|otc|gsp|lpg)\b/gu;

/**
 * The language in which a command is answered: its Latin name and an abbreviation say nothing of the officer's.
 * @param before the language of the conversation so far
 */
export function languageOf(rest: string, heard: Language, before: Language | null): Language {
  const words = rest.replaceAll(ABBREVIATION, " ");
  return /\p{L}{2}/u.test(words) ? heard : (before ?? "zh");
}
