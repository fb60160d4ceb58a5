import type { Answer, Hearing } from "../capabilities/capability.ts";
import { holdsPrivateData } from "../domain/private-data.ts";
import type { Knowledge } from "../knowledge/load.ts";
import { isLongAgo } from "./clock.ts";

/**
 * What is said besides the answer, whatever the answer: which day's rules are told when that is not
 * plainly today's, and that numbers which identify a person are better kept.
 */
export function addRemarks(
  { draft, outcome }: Answer,
  { text, day, asOf, special }: Hearing,
  clockIsWrong: boolean,
  { wording, checkedOn }: Knowledge,
): void {
  const say = wording[draft.lang];
  const first = (sentence: string) => draft.blocks.unshift({ kind: "note", text: sentence });
  if (clockIsWrong) first(say("clock.wrong", { day }));
  else if (outcome === "answered" && asOf) first(say("as-of.that-day", { day }));
  else if (outcome === "answered" && special === null && isLongAgo(day, checkedOn))
    first(say("clock.past", { day, checked: checkedOn }));
  if (holdsPrivateData(text)) draft.blocks.push({ kind: "note", text: say("private.keep") });
}
