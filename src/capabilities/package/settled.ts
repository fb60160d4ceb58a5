import type { DraftBlock } from "../../domain/draft.ts";
import type { Plan, PlannedStep } from "./decide.ts";
import { list, stepName, type Voice } from "./tell-steps.ts";

/** What the last answer decided: the steps that were open, or stood the other way, before it. */
export function settled(plan: Plan, before: Plan | null, voice: Voice): DraftBlock[] {
  if (before === null) return [];
  const { lang, say } = voice;
  const idsOf = (steps: readonly PlannedStep[]) => new Set(steps.map(({ step }) => step.id));
  const told = (key: string, now: readonly PlannedStep[], then: ReadonlySet<string>) =>
    now
      .filter(({ step }) => !then.has(step.id))
      .map((one) => ({
        text: say(key, {
          step: stepName(one, voice),
          condition: inBrackets(one.step.whenWords?.[lang] ?? ""),
        }),
        cites: one.cites,
        mark: one.step.mark,
      }));
  const items = [
    ...told("package.now-needed", plan.needed, idsOf(before.needed)),
    ...told("package.now-not-needed", plan.notNeeded, idsOf(before.notNeeded)),
  ];
  return items.length > 0
    ? list(say("package.settled"), items)
    : [{ kind: "note", text: say("package.settled-nothing") }];
}

/** Behind a bracket a condition does not begin with a capital. */
const inBrackets = (condition: string) => condition.charAt(0).toLowerCase() + condition.slice(1);
