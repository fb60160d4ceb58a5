import { testsIn, type Facts } from "../../domain/condition.ts";
import type { Draft, DraftBlock } from "../../domain/draft.ts";
import type { Choice } from "../../domain/message.ts";
import type { PackageFact } from "../../domain/package.ts";
import type { Changed } from "./agreement.ts";
import { dependsOn, type Plan } from "./decide.ts";
import type { Shown } from "./heard.ts";
import { factWords, knownFacts } from "./known.ts";
import { contacts, fees, firstSteps, slowest, wholeTime } from "./tell-asked.ts";
import { corrections, notUnderstood, settled } from "./tell-changes.ts";
import { criticalPath, sharedPapers, thresholdList } from "./tell-whole.ts";
import {
  conditionList,
  neededTable,
  openLine,
  stepName,
  stepNotes,
  toHeed,
  type Voice,
} from "./tell-steps.ts";

type Told = {
  facts: Facts;
  shown: Shown;
  changed: readonly Changed[];
  /** The plan before the last answer; null: there was none. */
  before: Plan | null;
  /** Facts of which the message spoke, understood or not. */
  unsure: readonly PackageFact[];
};

/** @returns the plan: what, in which order, how long; what depends on what; papers once; the one question */
export function reply(plan: Plan, told: Told, voice: Voice): Draft {
  const { lang } = voice;
  const heading: DraftBlock = { kind: "heading", text: plan.pack.name[lang] };
  const body = plan.barred.length > 0 ? barBlocks(plan, voice) : bodyOf(plan, told, voice);
  const known = knownFacts(plan.pack, told.facts, voice);
  const changes = corrections(plan, told.changed, voice);
  return {
    lang,
    blocks: [heading, ...known, ...changes, ...body, ...question(plan, told.facts, voice)],
    choices: choicesOf(plan, told.shown, voice),
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

function bodyOf(plan: Plan, { shown, before, unsure, facts }: Told, voice: Voice): DraftBlock[] {
  const { pack } = plan;
  switch (shown) {
    case "skip":
      return [{ kind: "note", text: voice.say("package.skipped") }, ...afterAnswer(plan, voice)];
    case "answer":
      // With the last answer the whole plan says it all.
      return [
        ...(plan.ask === null ? [] : settled(plan, before, voice)),
        ...afterAnswer(plan, voice),
      ];
    case "not-understood":
      return notUnderstood(unsure, facts, voice);
    case "time":
      return wholeTime(plan, voice);
    case "papers":
      return [...sharedPapers(plan, voice), ...neededTable(plan, voice)];
    case "cost":
      return fees(plan, voice);
    case "first":
      return firstSteps(plan, voice);
    case "slowest":
      return slowest(plan, voice);
    case "whom":
      return contacts(plan, voice);
    case "open":
      return [...conditionList("package.open", plan.open, voice), ...thresholdList(plan, voice)];
    case "why":
      return whyAsked(plan, voice);
    case "back":
      return plan.ask === null ? wholePlan(plan, voice) : shortPlan(plan, voice);
    case "all":
      return [
        { kind: "lead", text: pack.says[voice.lang], cites: pack.says.cites, mark: pack.mark },
        ...(plan.ask === null ? wholePlan(plan, voice) : shortPlan(plan, voice)),
      ];
  }
}

/** While questions are left, how many steps depend on them; with the last answer everything is told. */
const afterAnswer = (plan: Plan, voice: Voice): DraftBlock[] =>
  plan.ask === null ? wholePlan(plan, voice) : openLine(plan, voice);

/** The sure steps, and in one line what depends: a phone shows no more. */
function shortPlan(plan: Plan, voice: Voice): DraftBlock[] {
  return [
    ...neededTable(plan, voice),
    ...toHeed(plan, voice),
    ...conditionList("package.not-needed", plan.notNeeded, voice),
    ...openLine(plan, voice),
  ];
}

function wholePlan(plan: Plan, voice: Voice): DraftBlock[] {
  return [
    ...neededTable(plan, voice),
    ...toHeed(plan, voice),
    ...conditionList("package.open", plan.open, voice),
    ...conditionList("package.not-needed", plan.notNeeded, voice),
    ...thresholdList(plan, voice),
    ...sharedPapers(plan, voice),
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

/** The one question; of a number known only roughly, for the exact one. */
function question({ ask }: Plan, facts: Facts, voice: Voice): DraftBlock[] {
  const { lang, say } = voice;
  if (ask === null) return [];
  const rough = facts[ask.id];
  const text =
    rough === undefined
      ? say("package.ask", { question: ask.ask[lang] })
      : say("package.ask-exact", { value: factWords(ask, rough, voice), question: ask.ask[lang] });
  return [{ kind: "note", text }];
}

/** The answers to the question; when nothing is left to ask, the steps themselves. */
function choicesOf(plan: Plan, shown: Shown, voice: Voice): Choice[] {
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
