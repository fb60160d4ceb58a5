import type { DraftBlock } from "../../domain/draft.ts";
import type { Plan } from "./decide.ts";
import { list, stepName, type Voice } from "./tell-steps.ts";

/** Local thresholds: the place's row, or that it is not entered, and what is known from elsewhere. */
export function thresholdList(
  { thresholds }: Pick<Plan, "thresholds">,
  { lang, say, knowledge }: Voice,
): DraftBlock[] {
  const items = thresholds.flatMap((id) => {
    const row = knowledge.thresholds.get(id);
    if (!row || row.mark === "U") return [];
    const open = row.value === null ? say("package.threshold-open") : "";
    return [{ text: `${row.says[lang]}${open}`, cites: row.says.cites, mark: row.mark }];
  });
  return list(say("package.thresholds"), items);
}

/** Papers that several of the steps ask for. */
export function sharedPapers({ pack, needed, open }: Plan, voice: Voice): DraftBlock[] {
  const { lang, say } = voice;
  const told = new Map([...needed, ...open].map((one) => [one.step.id, one]));
  const items = pack.shared.flatMap(({ name, steps }) => {
    const sharing = steps.flatMap((id) => told.get(id) ?? []);
    if (sharing.length < 2) return [];
    const used = sharing.map((one) => stepName(one, voice)).join(lang === "zh" ? "、" : ", ");
    return [{ text: name[lang], note: used, cites: sharing.flatMap(({ step }) => step.cites) }];
  });
  return list(say("package.shared"), items);
}

/** The longest chain of what is needed for sure, with the sum of the limits that are known. */
export function criticalPath({ path }: Plan, voice: Voice): DraftBlock[] {
  const { say } = voice;
  if (path.steps.length < 2) return [];
  const chain = path.steps.map((one) => stepName(one, voice)).join(" → ");
  const unknown = path.unknown.length;
  const text =
    unknown === path.steps.length
      ? say("package.path-none", { chain })
      : say("package.path-text", { chain, sum: sumWords(path, voice) });
  const some = unknown > 0 && unknown < path.steps.length;
  const missing = some ? say("package.path-unknown", { n: unknown }) : "";
  const cites = [...new Set(path.steps.flatMap(({ sources }) => sources))];
  return [{ kind: "fact", label: say("package.path"), text: text + missing, cites }];
}

function sumWords({ workingDays, days, months }: Plan["path"], { lang, say }: Voice) {
  const times = [
    ...(months > 0 ? [say("duration.month.many", { n: months })] : []),
    ...(workingDays > 0 ? [say("duration.working-day.many", { n: workingDays })] : []),
    ...(days > 0 ? [say("duration.day.many", { n: days })] : []),
  ];
  return times.length > 0
    ? times.join(lang === "zh" ? "加" : " plus ")
    : say("package.on-the-spot");
}
