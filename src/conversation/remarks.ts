import type { Answer, Hearing } from "../capabilities/capability.ts";
import { inForce } from "../domain/citation.ts";
import type { Draft } from "../domain/draft.ts";
import { holdsPrivateData } from "../domain/private-data.ts";
import type { Knowledge } from "../knowledge/load.ts";
import type { Provisions } from "../knowledge/provisions.ts";
import { isLongAgo } from "./clock.ts";

/**
 * What is said besides the answer, whatever the answer: which day's rules are told when that is not
 * plainly today's, and that numbers which identify a person are better kept.
 */
export function addRemarks(
  { draft, outcome }: Answer,
  { text, day, asOf, special }: Hearing,
  clockIsWrong: boolean,
  { wording, checkedOn, provisions }: Knowledge,
): void {
  const say = wording[draft.lang];
  const first = (sentence: string) => draft.blocks.unshift({ kind: "note", text: sentence });
  if (clockIsWrong) first(say("clock.wrong", { day }));
  else if (outcome === "answered" && asOf) first(say("as-of.that-day", { day }));
  else if (
    outcome === "answered" &&
    special === null &&
    (isLongAgo(day, checkedOn) || hasEndedSince(draft, day, checkedOn, provisions))
  )
    first(say("clock.past", { day, checked: checkedOn }));
  if (holdsPrivateData(text)) draft.blocks.push({ kind: "note", text: say("private.keep") });
}

/** Whether something the answer rests on was law on the day, and no longer when the knowledge was last checked. */
function hasEndedSince(
  { blocks }: Draft,
  day: string,
  checkedOn: string,
  provisions: Provisions,
): boolean {
  return blocks
    .flatMap((block) => ("cites" in block ? block.cites : []))
    .flatMap((ref) => provisions.get(ref) ?? [])
    .some((source) => inForce(source, day) && !inForce(source, checkedOn));
}
