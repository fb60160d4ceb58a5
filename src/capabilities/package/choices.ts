import { testsIn } from "../../domain/condition.ts";
import type { Choice } from "../../domain/message.ts";
import type { PackageFact } from "../../domain/package.ts";
import type { Plan } from "./decide.ts";
import type { Shown } from "./heard.ts";
import { stepName, type Voice } from "./tell-steps.ts";

/** The answers to the question; when nothing is left to ask, the steps themselves. */
export function choicesOf(plan: Plan, shown: Shown, voice: Voice): Choice[] {
  const { lang, say } = voice;
  const { ask, needed } = plan;
  if (plan.barred.length > 0) return otherWays(plan, voice);
  if (ask === null)
    return needed
      .filter(({ entry }) => entry !== null)
      .slice(0, 4)
      .map((one) => ({
        label: say("package.papers-of", { step: stepName(one, voice) }),
        // The search knows the official name, not what the step is called here.
        text: say("package.papers-of", { step: one.entry!.name[lang] }),
      }));
  const words = (text: string) => ({ label: text, text });
  const depends = shown === "open" ? [] : [words(say("package.which-open"))];
  return [...answersTo(ask, voice).map(words), words(say("package.unknown")), ...depends];
}

function answersTo({ kind, options }: PackageFact, { lang, say }: Voice): string[] {
  switch (kind) {
    case "yes-no":
      return [say("package.yes"), say("package.no")];
    case "choice":
      return (options ?? []).map(({ label }) => label[lang]);
    case "number":
      return [];
  }
}

/** The other options of what bars. */
function otherWays({ pack, barred }: Plan, { lang }: Voice): Choice[] {
  const tests = barred.flatMap(({ step }) => (step.when ? testsIn(step.when) : []));
  const barring = (fact: string, option: string) =>
    tests.some((test) => test.fact === fact && "is" in test && test.is === option);
  return pack.facts
    .filter(({ id }) => tests.some(({ fact }) => fact === id))
    .flatMap(({ id, options }) => (options ?? []).filter((option) => !barring(id, option.id)))
    .map(({ label }) => ({ label: label[lang], text: label[lang] }));
}
