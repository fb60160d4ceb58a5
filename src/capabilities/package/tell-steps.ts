import type { DraftBlock, DraftListItem } from "../../domain/draft.ts";
import type { Language } from "../../domain/language.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Say } from "../../knowledge/wording.ts";
import type { Plan, PlannedStep } from "./decide.ts";

export type Voice = { lang: Language; say: Say; knowledge: Knowledge };

/** Steps in their order. What a doubtful row rests on is not the table's source: it stands in the list below. */
export function neededTable({ needed }: Plan, voice: Voice): DraftBlock[] {
  const { say } = voice;
  if (needed.length === 0) return [];
  const sure = needed.filter((one) => !isDoubtful(one, voice));
  const marked = sure.length > 0 && sure.length < needed.length;
  const columns = ["order", "step", "who", "limit", "after"].map((name) => say(`package.${name}`));
  const cited = (sure.length === 0 ? needed : sure).flatMap(({ sources }) => sources);
  return [
    {
      kind: "table",
      label: say(marked ? "package.table-doubtful" : "package.table"),
      columns,
      rows: needed.map((one) => [
        String(one.rank),
        stepName(one, voice) + (marked && isDoubtful(one, voice) ? say("package.doubtful") : ""),
        whoOf(one, voice),
        limitWords(one, voice),
        beforeOf(one, needed, voice),
      ]),
      cites: [...new Set(cited)],
    },
  ];
}

/** What to know about the steps and the whole. */
export function toHeed({ needed, pack }: Plan, voice: Voice): DraftBlock[] {
  const ofAll = pack.heeds.map((heed) => ({
    text: heed[voice.lang],
    cites: heed.cites,
    mark: heed.mark,
  }));
  return list(voice.say("package.heed"), [...noted(needed, voice), ...ofAll]);
}

/** What to know about some of the steps. */
export const stepNotes = (steps: readonly PlannedStep[], voice: Voice): DraftBlock[] =>
  list(voice.say("package.heed"), noted(steps, voice));

/** Notes of steps; a step whose source was seen only in part says so here, for its row cannot. */
function noted(steps: readonly PlannedStep[], voice: Voice): DraftListItem[] {
  const { lang, say } = voice;
  return steps.flatMap((one): DraftListItem[] => {
    const { note, cites, mark } = one.step;
    const step = stepName(one, voice);
    if (note) return [{ text: say("package.noted", { step, note: note[lang] }), cites, mark }];
    const row = say("package.row-doubtful", { step });
    return isDoubtful(one, voice) ? [{ text: row, cites: one.sources, mark: "P" }] : [];
  });
}

/** Conditions with the steps that are, or are not, needed under them. */
export function conditionList(
  key: string,
  steps: readonly PlannedStep[],
  voice: Voice,
): DraftBlock[] {
  const { lang, say } = voice;
  const conditions = [...new Set(steps.map(({ step }) => step.whenWords?.[lang] ?? ""))];
  const items = conditions.map((condition): DraftListItem => {
    const under = steps.filter(({ step }) => (step.whenWords?.[lang] ?? "") === condition);
    const step = under.map((one) => stepName(one, voice)).join(lang === "zh" ? "、" : ", ");
    return {
      text: say("package.if", { condition, step }),
      cites: [...new Set(under.flatMap((one) => one.cites))],
      mark: under.some((one) => one.step.mark === "P") ? "P" : "V",
    };
  });
  return list(say(key), items);
}

/** What depends on answers still to come, by name only. */
export function openLine({ open }: Plan, voice: Voice): DraftBlock[] {
  if (open.length === 0) return [];
  const names = [...new Set(open.map((one) => stepName(one, voice)))];
  const all = names.join(voice.lang === "zh" ? "、" : ", ");
  return [{ kind: "note", text: voice.say("package.open-line", { n: names.length, names: all }) }];
}

export function list(label: string, items: DraftListItem[]): DraftBlock[] {
  const cites = [...new Set(items.flatMap((item) => item.cites ?? []))];
  return items.length === 0 ? [] : [{ kind: "list", label, items, cites }];
}

/** What a step is called: its own short name, or that of what it is. */
export function stepName({ step, entry, item, door }: PlannedStep, { lang }: Voice): string {
  return step.name?.[lang] ?? withoutFirstIssue((entry ?? item ?? door)?.name[lang] ?? step.id);
}

/** A package is about the first time: names need not say so. */
function withoutFirstIssue(name: string): string {
  const short = name
    .replace(/[（(]新办[）)]$|新办$|\s*\(new\)$|, (?:new|first issue)$/u, "")
    .replace(/^New (?=\p{Ll})/u, "");
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** One source seen only in part, or a limit from one, makes the row doubtful. */
export function isDoubtful({ step, sources, entry, limit }: PlannedStep, voice: Voice): boolean {
  const { provisions } = voice.knowledge;
  return (
    step.mark === "P" ||
    (limit !== null && entry?.statutoryLimit?.mark === "P") ||
    sources.some((ref) => provisions.get(ref)?.mark === "P")
  );
}

/** Who decides a step. */
export function whoOf({ item, door }: PlannedStep, { lang, say }: Voice): string {
  if (item) return item.authority.decides[lang];
  return door ? say("package.other-door") : say("package.no-authority");
}

/** How long the authority has for a step. */
export function limitWords({ limit, entry, door }: PlannedStep, { say }: Voice): string {
  if (limit === null) return say(entry || door ? "package.limit-unknown" : "package.no-authority");
  if (limit === "on-the-spot") return say("package.on-the-spot");
  return say(`duration.${limit.unit}.${limit.number === 1 ? "one" : "many"}`, { n: limit.number });
}

function beforeOf({ before }: PlannedStep, needed: readonly PlannedStep[], voice: Voice): string {
  return needed
    .filter((other) => before.includes(other.step.id))
    .map((other) => stepName(other, voice))
    .join(voice.lang === "zh" ? "、" : ", ");
}
