import type { DraftBlock, DraftListItem } from "../../domain/draft.ts";
import type { EvidenceMark } from "../../domain/citation.ts";
import type { Bilingual } from "../../domain/language.ts";
import type { Voice } from "./phrases.ts";
import type { Statement } from "./relevant.ts";
import type { Subject } from "./subject.ts";

/**
 * What one aspect of a subject comes to: statements with their sources, or a note that it is not known.
 * @param relevant what the record says on the very words of the question, if anything
 */
export type Teller = (
  subject: Subject,
  voice: Voice,
  relevant?: readonly Statement[],
) => DraftBlock[];

const LICENCE_LIKE = ["licence", "consent", "qualification"];

/** A rule that holds for every approval, told where the item's own is not known. */
export type GeneralRight = { key: string; cites: string[]; always?: boolean };

/** What is not known is said so; the law's general rule stands beside it where it applies. */
export function unknown(
  facet: string,
  { item }: Subject,
  { say }: Voice,
  rights: readonly GeneralRight[] = [],
): DraftBlock[] {
  return [
    { kind: "note", text: say(`unknown.${facet}`) },
    ...rights
      .filter(({ always }) => always === true || LICENCE_LIKE.includes(item.need))
      .map(({ key, cites }): DraftBlock => ({
        kind: "fact",
        label: say("label.general-rule"),
        text: say(key),
        cites,
      })),
  ];
}

type Marked = Bilingual & { cites: readonly string[]; mark?: EvidenceMark };

/** Statements as a list in which each line has its own sources; nothing when there is none to tell. */
export function listOf(
  label: string,
  statements: readonly Marked[],
  { lang }: Voice,
): DraftBlock[] {
  const items = statements
    .filter((statement) => statement.mark !== "U")
    .map((statement): DraftListItem => ({
      text: statement[lang],
      cites: statement.cites,
      mark: statement.mark,
    }));
  return items.length === 0
    ? []
    : [{ kind: "list", label, items, cites: items.flatMap((item) => item.cites ?? []) }];
}

/** Without the full stop, for a note in brackets. */
export const bare = (text: string) => text.replace(/[。.]$/u, "");

export const isLicence = ({ item }: Subject) => LICENCE_LIKE.includes(item.need);
