import type { DraftBlock, DraftListItem } from "../../domain/draft.ts";
import type { Plan, PlannedStep } from "./decide.ts";
import { weight } from "./path.ts";
import { limitWords, list, neededTable, stepName, whoOf, type Voice } from "./tell-steps.ts";
import { criticalPath } from "./tell-whole.ts";

const named = (steps: readonly PlannedStep[], voice: Voice) =>
  steps.map((one) => stepName(one, voice)).join(voice.lang === "zh" ? "、" : ", ");

/** What the sure steps cost at the authorities, as far as the shelf has it; what is not known is said. */
export function fees({ needed, open }: Plan, voice: Voice): DraftBlock[] {
  const { lang, say } = voice;
  const of = (charged: string | undefined) =>
    needed.filter(({ entry }) => entry?.fee.charged === charged);
  const grouped = (steps: PlannedStep[], key: string): DraftListItem[] =>
    steps.length === 0
      ? []
      : [
          {
            text: say(key, { steps: named(steps, voice) }),
            cites: citesOf(steps),
            mark: steps.some(({ entry }) => entry?.fee.mark === "P") ? "P" : "V",
          },
        ];
  const charged = of("yes").map((one): DraftListItem => ({
    text: say("package.fee-charged", {
      step: stepName(one, voice),
      fee: one.entry?.fee.name?.[lang] ?? "",
    }),
    cites: one.entry!.fee.cites,
    mark: one.entry!.fee.mark,
  }));
  // A step that no authority takes (a works, a check of one's own) has no fee to be known.
  const unknown = [
    ...of("unknown"),
    ...needed.filter(({ entry, door }) => entry === null && door !== null),
  ];
  return [
    ...list(say("package.fees"), [...charged, ...grouped(of("no"), "package.fee-none")]),
    ...note(unknown.length > 0, "package.fee-unknown", { steps: named(unknown, voice) }, voice),
    ...note(open.length > 0, "package.fee-open", { n: open.length }, voice),
    { kind: "note", text: say("package.fee-not-in") },
  ];
}

const citesOf = (steps: readonly PlannedStep[]) => [
  ...new Set(steps.flatMap(({ entry }) => entry?.fee.cites ?? [])),
];

const note = (
  holds: boolean,
  key: string,
  words: Record<string, string | number>,
  { say }: Voice,
): DraftBlock[] => (holds ? [{ kind: "note", text: say(key, words) }] : []);

/** The time of the whole: the longest chain with its sum, and what could not be summed. */
export function wholeTime(plan: Plan, voice: Voice): DraftBlock[] {
  const { needed, open } = plan;
  const unknown = needed.filter(({ limit }) => limit === null);
  return [
    ...(plan.path.steps.length > 1 ? criticalPath(plan, voice) : slowest(plan, voice)),
    ...note(unknown.length > 0, "package.time-unknown", { steps: named(unknown, voice) }, voice),
    ...note(open.length > 0, "package.time-open", { n: open.length }, voice),
    ...neededTable(plan, voice),
  ];
}

/** The sure step with the longest limit. */
export function slowest({ needed }: Plan, voice: Voice): DraftBlock[] {
  const { say } = voice;
  const timed = needed.filter(({ limit }) => limit !== null);
  const [longest] = [...timed].sort((a, b) => weight(b) - weight(a));
  if (!longest) return [{ kind: "note", text: say("package.slowest-none") }];
  const unknown = needed.filter(({ limit }) => limit === null);
  const text = say("package.slowest-text", {
    step: stepName(longest, voice),
    limit: limitWords(longest, voice),
  });
  const rest =
    unknown.length > 0 ? say("package.slowest-unknown", { steps: named(unknown, voice) }) : "";
  return [
    { kind: "fact", label: say("package.slowest"), text: text + rest, cites: longest.sources },
  ];
}

/** The steps that wait for nothing. */
export function firstSteps({ needed }: Plan, voice: Voice): DraftBlock[] {
  const items = needed
    .filter(({ rank }) => rank === 1)
    .map((one) => ({ ...withWho(one, voice), cites: one.cites, mark: one.step.mark }));
  if (items.length === 0) return [{ kind: "note", text: voice.say("package.first-none") }];
  return list(voice.say("package.first"), items);
}

/** Whom to call: what the shelf says of the hall, and who decides each step. */
export function contacts({ needed }: Plan, voice: Voice): DraftBlock[] {
  const { lang, say, knowledge } = voice;
  const hall = knowledge.outside.get("hall-contact");
  const items = needed
    .filter(({ item, door }) => item !== null || door !== null)
    .map((one) => ({ ...withWho(one, voice), cites: one.cites, mark: one.step.mark }));
  const text = hall?.says[lang] ?? say("package.no-authority");
  return [{ kind: "note", text }, ...list(say("package.who-of-each"), items)];
}

/** A step with who decides it, or with what another body's door says. */
function withWho(one: PlannedStep, voice: Voice): DraftListItem {
  const { lang, say } = voice;
  const step = stepName(one, voice);
  if (one.item === null && one.door === null) return { text: step };
  const who = one.door && !one.item ? one.door.says[lang] : whoOf(one, voice);
  return { text: say("package.if", { condition: step, step: who }) };
}
