import type { Facts } from "../../domain/condition.ts";
import type { Draft, DraftBlock } from "../../domain/draft.ts";
import type { PackageFact } from "../../domain/package.ts";
import type { Changed } from "./agreement.ts";
import { choicesOf } from "./choices.ts";
import type { Plan } from "./decide.ts";
import type { Shown } from "./heard.ts";
import { dependsOn } from "./question.ts";
import { factWords, knownFacts } from "./known.ts";
import { contacts, fees, firstSteps, slowest, wholeTime } from "./tell-asked.ts";
import { corrections, notUnderstood, settled } from "./tell-changes.ts";
import { criticalPath, sharedPapers, thresholdList } from "./tell-whole.ts";
import {
  conditionList,
  neededTable,
  openLine,
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
