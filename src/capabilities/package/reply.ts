import { testsIn, type Facts } from "../../domain/condition.ts";
import type { Draft, DraftBlock } from "../../domain/draft.ts";
import type { Choice } from "../../domain/message.ts";
import { dependsOn, type Plan } from "./decide.ts";
import { knownFacts } from "./known.ts";
import { criticalPath, sharedPapers, thresholdList } from "./tell-whole.ts";
import { settled } from "./settled.ts";
import {
  conditionList,
  neededTable,
  stepName,
  stepNotes,
  toHeed,
  type Voice,
} from "./tell-steps.ts";

/** What of the plan is shown: all of it, what an answer (or none) changed, or what was asked. */
export type Shown = "all" | "answer" | "skip" | "time" | "papers" | "why";

type Told = {
  facts: Facts;
  shown: Shown;
  /** The plan before the last answer; null: there was none. */
  before: Plan | null;
};

/** @returns the plan: what, in which order, how long; what depends on what; papers once; the one question */
export function reply(plan: Plan, told: Told, voice: Voice): Draft {
  const { lang } = voice;
  const heading: DraftBlock = { kind: "heading", text: plan.pack.name[lang] };
  const body = plan.barred.length > 0 ? barBlocks(plan, voice) : bodyOf(plan, told, voice);
  const blocks = [...knownFacts(plan.pack, told.facts, voice), ...body];
  return {
    lang,
    blocks: [heading, ...blocks, ...question(plan, voice)],
    choices: choicesOf(plan, voice),
  };
}

/** What cannot be done is said alone: nobody needs the steps of it. */
function barBlocks({ barred }: Plan, voice: Voice): DraftBlock[] {
  return [
    ...conditionList("package.barred", barred, voice),
    ...stepNotes(barred, voice),
    { kind: "note", text: voice.say("package.barred-else") },
  ];
}

function bodyOf(plan: Plan, { shown, before }: Told, voice: Voice): DraftBlock[] {
  const { pack } = plan;
  switch (shown) {
    case "skip":
      return [
        { kind: "note", text: voice.say("package.skipped") },
        ...afterAnswer(plan, before, voice),
      ];
    case "answer":
      return [...settled(plan, before, voice), ...afterAnswer(plan, before, voice)];
    case "time":
      return [...criticalPath(plan, voice), ...neededTable(plan, voice)];
    case "papers":
      return [...sharedPapers(plan, voice), ...neededTable(plan, voice)];
    case "why":
      return whyAsked(plan, voice);
    case "all":
      return [
        { kind: "lead", text: pack.says[voice.lang], cites: pack.says.cites, mark: pack.mark },
        ...wholePlan(plan, voice),
      ];
  }
}

/** While questions are left, only what is new; with the last answer everything is told. */
function afterAnswer(plan: Plan, before: Plan | null, voice: Voice): DraftBlock[] {
  const wasNeeded = new Set(before?.needed.map(({ step }) => step.id));
  const news = plan.needed.filter(({ step }) => !wasNeeded.has(step.id));
  if (plan.ask === null) return wholePlan(plan, voice);
  const changed = news.length > 0 ? neededTable(plan, voice) : [];
  return [
    ...changed,
    ...stepNotes(news, voice),
    ...conditionList("package.open", plan.open, voice),
    ...(news.length > 0 ? criticalPath(plan, voice) : []),
  ];
}

function wholePlan(plan: Plan, voice: Voice): DraftBlock[] {
  return [
    ...neededTable(plan, voice),
    ...toHeed(plan, voice),
    ...conditionList("package.open", plan.open, voice),
    ...conditionList("package.not-needed", plan.notNeeded, voice),
    ...thresholdList(plan, voice),
    // Papers are counted when it is clear which steps there are.
    ...(plan.ask === null ? sharedPapers(plan, voice) : []),
    ...criticalPath(plan, voice),
  ];
}

/** The steps that our question decides. */
function whyAsked({ open, ask }: Plan, voice: Voice): DraftBlock[] {
  const { knowledge } = voice;
  const thresholds = new Map([...knowledge.thresholds].map(([id, { value }]) => [id, value]));
  const decided = open.filter(({ step }) => ask && dependsOn(step, ask.id, thresholds));
  return conditionList("package.why", decided, voice);
}

function question({ ask }: Plan, { lang, say }: Voice): DraftBlock[] {
  return ask === null
    ? []
    : [{ kind: "note", text: say("package.ask", { question: ask.ask[lang] }) }];
}

/** The answers to the question; when nothing is left to ask, the steps themselves. */
function choicesOf(plan: Plan, voice: Voice): Choice[] {
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
  const unknown = { label: say("package.unknown"), text: say("package.unknown") };
  const words = (text: string) => ({ label: text, text });
  switch (ask.kind) {
    case "yes-no":
      return [words(say("package.yes")), words(say("package.no")), unknown];
    case "choice":
      return [...(ask.options ?? []).map(({ label }) => words(label[lang])), unknown];
    case "number":
      return [unknown];
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
