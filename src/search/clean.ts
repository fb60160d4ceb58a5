import { LONGEST_TEXT } from "../domain/message.ts";

/** Format characters: zero-width, bidirectional marks, Unicode tags; variation selectors; half a character. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u{FFFC}\u{FFFD}]/gu;
/** More than two marks on one letter are a prank, not a language. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /[\p{Cc}]/gu;
const GAPS = /[^\S\n]+/g;

/**
 * Make any string safe to understand: what a person cannot see cannot mean anything.
 * @param text any string at all, lone surrogates and null bytes included
 * @returns well-formed NFKC text of at most LONGEST_TEXT characters: full-width letters narrowed; zero-width,
 *   bidirectional, tag and control characters gone; lines kept, other gaps single spaces, ends trimmed
 */
export function clean(text: string): string {
  const composed = withoutInvisible(text.slice(0, LONGEST_TEXT)).normalize("NFKC");
  return withoutInvisible(composed.slice(0, LONGEST_TEXT)).replace(GAPS, " ").trim();
}

function withoutInvisible(text: string): string {
  return text
    .replace(STACKED_MARKS, "$1")
    .replace(INVISIBLE, "")
    .replace(LINE_ENDS, "\n")
    .replace(CONTROLS, (control) => (control === "\n" ? control : " "));
}
