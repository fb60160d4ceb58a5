import type { Draft, DraftBlock } from "../../domain/draft.ts";
import type { Facts } from "../../domain/condition.ts";
import type { Language } from "../../domain/language.ts";
import type { Choice } from "../../domain/message.ts";
import type { PackageFact } from "../../domain/package.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Say } from "../../knowledge/wording.ts";
import type { Plan, PlannedStep } from "./decide.ts";

type Voice = { lang: Language; say: Say; knowledge: Knowledge };

/** @returns the plan: what, in which order, how long; what depends on what; papers once; the one question */
export function reply(plan: Plan, facts: Facts, voice: Voice): Draft {
  const { lang } = voice;
  const { pack } = plan;
  return {
    lang,
    blocks: [
      { kind: "heading", text: pack.name[lang] },
      { kind: "lead", text: pack.says[lang], cites: pack.says.cites, mark: pack.mark },
      ...knownFacts(plan, facts, voice),
      ...neededTable(plan, voice),
      ...conditionList("package.open", plan.open, voice),
      ...conditionList("package.not-needed", plan.notNeeded, voice),
      ...thresholdList(plan, voice),
      ...sharedPapers(plan, voice),
      ...criticalPath(plan, voice),
      ...question(plan, voice),
    ],
    choices: choicesOf(plan, voice),
  };
}

/** What the plan rests on, so that a misheard fact is seen at once. */
function knownFacts({ pack }: Plan, facts: Facts, { lang, say }: Voice): DraftBlock[] {
  const told = pack.facts.flatMap((fact) => {
    const value = facts[fact.id];
    return value === undefined
      ? []
      : [`${bareQuestion(fact, lang)} ${valueWords(fact, value, lang, say)}`];
  });
  return told.length === 0
    ? []
    : [
        {
          kind: "note",
          text: say("package.known", { facts: told.join(lang === "zh" ? "；" : "; ") }),
        },
      ];
}

const bareQuestion = ({ ask }: PackageFact, lang: Language) =>
  ask[lang].replace(/[?？]$/u, lang === "zh" ? "：" : ":");

function valueWords(fact: PackageFact, value: Facts[string], lang: Language, say: Say): string {
  if (typeof value === "boolean") return say(value ? "package.yes" : "package.no");
  if (typeof value === "number")
    return `${value}${lang === "en" ? " " : ""}${fact.unit?.[lang] ?? ""}`;
  return fact.options?.find(({ id }) => id === value)?.label[lang] ?? value;
}

function neededTable({ needed }: Plan, voice: Voice): DraftBlock[] {
  const { say } = voice;
  if (needed.length === 0) return [];
  const columns = ["order", "step", "who", "limit", "after"].map((name) => say(`package.${name}`));
  return [
    {
      kind: "table",
      label: say("package.table"),
      columns,
      rows: needed.map((one) => [
        String(one.rank),
        nameOf(one, voice),
        whoOf(one, voice),
        limitWords(one, voice),
        beforeOf(one, needed, voice),
      ]),
      cites: [...new Set(needed.flatMap(({ step }) => step.cites))],
    },
    ...needed.flatMap((one) => noteOf(one, voice)),
  ];
}

function noteOf({ step, item, entry, door }: PlannedStep, voice: Voice): DraftBlock[] {
  if (!step.note || step.mark === "U") return [];
  const label = nameOf({ step, item, entry, door } as PlannedStep, voice);
  return [{ kind: "fact", label, text: step.note[voice.lang], cites: step.cites, mark: step.mark }];
}

function nameOf({ step, entry, item, door }: PlannedStep, { lang }: Voice): string {
  const short = (name: string) => name.replace(/[（(]新办[）)]$/u, "");
  return step.name?.[lang] ?? short((entry ?? item ?? door)?.name[lang] ?? step.id);
}

function whoOf({ item, door }: PlannedStep, { lang, say }: Voice): string {
  if (item) return item.authority.decides[lang];
  return door ? say("package.other-door") : say("package.no-authority");
}

function limitWords({ limit }: PlannedStep, { say }: Voice): string {
  if (limit === null) return say("package.limit-unknown");
  if (limit === "on-the-spot") return say("package.on-the-spot");
  return say(`duration.${limit.unit}.${limit.number === 1 ? "one" : "many"}`, { n: limit.number });
}

function beforeOf({ step }: PlannedStep, needed: readonly PlannedStep[], voice: Voice): string {
  return needed
    .filter((other) => step.after.includes(other.step.id))
    .map((other) => nameOf(other, voice))
    .join(voice.lang === "zh" ? "、" : ", ");
}

/** Steps with the condition on which they are, or are not, needed. */
function conditionList(key: string, steps: readonly PlannedStep[], voice: Voice): DraftBlock[] {
  const { lang, say } = voice;
  const items = steps
    .filter(({ step }) => step.mark !== "U")
    .map((one) => ({
      text: say("package.if", {
        condition: one.step.whenWords?.[lang] ?? "",
        step: nameOf(one, voice),
      }),
      cites: one.step.cites,
      mark: one.step.mark,
    }));
  return items.length === 0
    ? []
    : [{ kind: "list", label: say(key), items, cites: items.flatMap(({ cites }) => cites) }];
}

/** Local thresholds: the place's row, or that it is not entered, and what is known from elsewhere. */
function thresholdList({ thresholds }: Plan, { lang, say, knowledge }: Voice): DraftBlock[] {
  const items = thresholds.flatMap((id) => {
    const row = knowledge.thresholds.get(id);
    if (!row || row.mark === "U") return [];
    const open = row.value === null ? say("package.threshold-open") : "";
    return [{ text: `${row.says[lang]}${open}`, cites: row.says.cites, mark: row.mark }];
  });
  return items.length === 0
    ? []
    : [
        {
          kind: "list",
          label: say("package.thresholds"),
          items,
          cites: items.flatMap(({ cites }) => cites),
        },
      ];
}

function sharedPapers({ pack, needed, open }: Plan, voice: Voice): DraftBlock[] {
  const { lang, say } = voice;
  const told = new Map([...needed, ...open].map((one) => [one.step.id, one]));
  const items = pack.shared.flatMap(({ name, steps }) => {
    const sharing = steps.flatMap((id) => told.get(id) ?? []);
    if (sharing.length < 2) return [];
    const used = sharing.map((one) => nameOf(one, voice)).join(lang === "zh" ? "、" : ", ");
    return [{ text: name[lang], note: used, cites: sharing.flatMap(({ step }) => step.cites) }];
  });
  return items.length === 0
    ? []
    : [
        {
          kind: "list",
          label: say("package.shared"),
          items,
          cites: [...new Set(items.flatMap(({ cites }) => cites))],
        },
      ];
}

function criticalPath({ path }: Plan, voice: Voice): DraftBlock[] {
  const { lang, say } = voice;
  if (path.steps.length === 0) return [];
  const times = [
    ...(path.workingDays > 0 ? [say("duration.working-day.many", { n: path.workingDays })] : []),
    ...(path.days > 0 ? [say("duration.day.many", { n: path.days })] : []),
  ];
  const sum =
    times.length === 0 ? say("package.on-the-spot") : times.join(lang === "zh" ? "加" : " plus ");
  const chain = path.steps.map((one) => nameOf(one, voice)).join(" → ");
  const text = say("package.path-text", { chain, sum });
  const missing =
    path.unknown.length === 0 ? "" : say("package.path-unknown", { n: path.unknown.length });
  return [
    {
      kind: "fact",
      label: say("package.path"),
      text: text + missing,
      cites: [...new Set(path.steps.flatMap(({ step }) => step.cites))],
    },
  ];
}

function question({ ask }: Plan, { lang, say }: Voice): DraftBlock[] {
  return ask === null
    ? []
    : [{ kind: "note", text: say("package.ask", { question: ask.ask[lang] }) }];
}

/** The answers to the question; when nothing is left to ask, the steps themselves. */
function choicesOf({ ask, needed }: Plan, voice: Voice): Choice[] {
  const { lang, say } = voice;
  if (ask === null)
    return needed
      .filter(({ item, entry }) => item !== null && entry !== null)
      .slice(0, 4)
      .map((one) => {
        const label = say("package.papers-of", { step: nameOf(one, voice) });
        return { label, text: label };
      });
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
