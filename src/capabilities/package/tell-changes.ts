import { thresholdsIn, type Facts } from "../../domain/condition.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { PackageFact } from "../../domain/package.ts";
import type { Changed } from "./agreement.ts";
import type { Plan, PlannedStep } from "./decide.ts";
import { factWords } from "./known.ts";
import { list, stepName, stepNotes, type Voice } from "./tell-steps.ts";
import { thresholdList } from "./tell-whole.ts";

/** What the last answer decided: the steps that were open, or stood the other way, before it. */
export function settled(plan: Plan, before: Plan | null, voice: Voice): DraftBlock[] {
  if (before === null) return [];
  const { lang, say } = voice;
  const needed = newIn(plan.needed, before.needed);
  const notNeeded = newIn(plan.notNeeded, before.notNeeded);
  const told = (key: string, steps: readonly PlannedStep[]) =>
    steps.map((one) => ({
      text: say(key, {
        step: stepName(one, voice),
        condition: inBrackets(one.step.whenWords?.[lang] ?? ""),
      }),
      cites: one.cites,
      mark: one.step.mark,
    }));
  const items = [
    ...told("package.now-needed", needed),
    ...told("package.now-not-needed", notNeeded),
  ];
  if (items.length === 0) return [{ kind: "note", text: say("package.settled-nothing") }];
  return [
    ...list(say("package.settled"), items),
    ...stepNotes(needed, voice),
    ...thresholdList(comparedIn([...needed, ...notNeeded], plan), voice),
  ];
}

function newIn(now: readonly PlannedStep[], then: readonly PlannedStep[]): PlannedStep[] {
  const before = new Set(then.map(({ step }) => step.id));
  return now.filter(({ step }) => !before.has(step.id));
}

/** The local thresholds that decided these steps. */
function comparedIn(steps: readonly PlannedStep[], { thresholds }: Plan): Pick<Plan, "thresholds"> {
  const compared = new Set(steps.flatMap(({ step }) => (step.when ? thresholdsIn(step.when) : [])));
  return { thresholds: thresholds.filter((id) => compared.has(id)) };
}

/** Behind a bracket a condition does not begin with a capital. */
const inBrackets = (condition: string) => condition.charAt(0).toLowerCase() + condition.slice(1);

/** What was known otherwise before this message. */
export function corrections(
  { pack }: Plan,
  changed: readonly Changed[],
  voice: Voice,
): DraftBlock[] {
  const { lang, say } = voice;
  return changed.flatMap(({ fact: id, before, now }): DraftBlock[] => {
    const fact = pack.facts.find((one) => one.id === id);
    if (!fact) return [];
    const words = { name: fact.name[lang], before: factWords(fact, before, voice) };
    const text =
      now === undefined
        ? say("package.dropped", words)
        : say("package.changed", { ...words, now: factWords(fact, now, voice) });
    return [{ kind: "note", text }];
  });
}

/** That a sentence was not understood, and of what it seemed to speak. */
export function notUnderstood(
  unsure: readonly PackageFact[],
  facts: Facts,
  { lang, say }: Voice,
): DraftBlock[] {
  const names = unsure.filter(({ id }) => facts[id] === undefined).map(({ name }) => name[lang]);
  const text =
    names.length === 0
      ? say("package.not-understood")
      : say("package.unsure", { names: names.join(lang === "zh" ? "、" : ", ") });
  return [{ kind: "note", text }];
}
