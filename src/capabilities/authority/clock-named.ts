import type { ClockRule } from "../../domain/clock-rule.ts";
import { provenOn, type Ground } from "./look-up.ts";

/** A procedure that is named, and the version of its rules for the day; null: none is entered for that day. */
export type Named = {
  /** How many characters of the words name it. */
  named: number;
  versions: readonly ClockRule[];
  rule: ClockRule | null;
};

/** Shorter than this nothing names a procedure: "药品" is a piece of many. */
const LEAST_NAMED = 2;

/**
 * The procedure that the words name. First which procedure, then which version: no version for the day is
 * never answered by another procedure.
 */
export function procedureNamed(words: string, ground: Ground): Named | null {
  const { directory, knowledge } = ground;
  const hit = directory.clocks.find(words, 8).find(({ named }) => named >= LEAST_NAMED);
  if (!hit) return null;
  const best = knowledge.powers.clocks.get(hit.id)!;
  const versions = [...knowledge.powers.clocks.values()].filter((rule) => isVersionOf(rule, best));
  const rule = versions.find((version) => holdsOn(version, ground)) ?? null;
  return { named: hit.named, versions, rule };
}

/** Two versions of one procedure are called by the same names. */
const isVersionOf = (rule: ClockRule, other: ClockRule) =>
  rule === other || rule.aliases.zh.some((name) => other.aliases.zh.includes(name));

/** A version holds on a day of its own span on which at least one of its limits is law. */
function holdsOn({ validFrom, validTo, steps }: ClockRule, ground: Ground): boolean {
  const { day } = ground;
  const inSpan = (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
  return inSpan && steps.some(({ cites }) => provenOn(cites, ground));
}

/** From when to when a version holds; where its first day is not entered, since when its sources are law. */
export function spanOf({ validFrom, validTo, steps }: ClockRule, ground: Ground): string {
  const { say, knowledge } = ground;
  if (validFrom !== null)
    return validTo === null
      ? say("clock.since", { from: validFrom })
      : say("clock.between", { from: validFrom, to: validTo });
  const sources = steps
    .flatMap(({ cites }) => cites.map((ref) => knowledge.provisions.get(ref)?.validFrom ?? null))
    .filter((day) => day !== null)
    .sort();
  const begun = sources.filter((day) => day <= ground.day);
  const since = (begun.length > 0 ? begun : sources).at(-1);
  return since === undefined
    ? say("clock.since-unknown")
    : say("clock.sources-since", { from: since });
}
