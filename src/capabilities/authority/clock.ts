import type { ClockRule, ClockStep } from "../../domain/clock-rule.ts";
import { deadline, type Deadline, type Pause } from "../../domain/deadline.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { Duration } from "../../domain/time-limit.ts";
import { length } from "./handover.ts";
import { nameOf, note, notFound, type Ground, type LookUp } from "./look-up.ts";

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
/** "检测 2026-10-12至2026-10-20", "pause 2026-10-12..2026-10-20", "暂停 2026-10-12起". */
const PAUSE = new RegExp(
  String.raw`(?:暂停|中止|检测|检验|鉴定|扣除|pause|paused|test(?:ing)?)\s*(${DAY})\s*(?:(?:至|到|-|–|~|\.\.|to)\s*(${DAY})|起|on(?:wards)?)?`,
  "giu",
);

/** `/clock 投诉 2026-09-28`: the last day of every limit of a procedure, with the holidays named. */
export const clock: LookUp = {
  names: ["clock", "时钟", "期限", "算日子"],
  find(words, ground) {
    const { pauses, rest } = readPauses(words);
    const rule = ruleCalled(rest, ground);
    if (rule === null) return notFound("clock", words, ground);
    const dates = datesOf(rule, ground.day, pauses, ground);
    return {
      shown: [nameOf(rule.id, rule.name)],
      blocks: [
        { kind: "heading", text: `${rule.name[ground.lang]} · ${ground.day}` },
        ...tables(rule, dates, ground),
        ...calendarNotes(dates, ground),
        ...(rule.note ? [note(rule.note[ground.lang])] : []),
        note(versionOf(rule, ground)),
      ],
    };
  },
};

function readPauses(words: string): { pauses: Pause[]; rest: string } {
  const pauses = [...words.matchAll(PAUSE)].map(([, from, to]) => ({
    from: from!,
    to: to ?? null,
  }));
  return { pauses, rest: words.replaceAll(PAUSE, " ").trim() };
}

/** The version of the procedure's rules that holds for an event on the day. */
function ruleCalled(words: string, { directory, knowledge, day }: Ground): ClockRule | null {
  const holds = ({ validFrom, validTo }: ClockRule) =>
    (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
  const hit = directory.clocks
    .find(words, 8)
    .filter(({ named, share }) => named > 0 || share > 0.5)
    .find(({ id }) => holds(knowledge.powers.clocks.get(id)!));
  return hit ? knowledge.powers.clocks.get(hit.id)! : null;
}

type Dated = {
  step: ClockStep;
  from: string | null;
  end: Deadline | null;
  extended: Deadline | null;
};

/** Each limit from the event, or from the last day of the limit before it. */
function datesOf(rule: ClockRule, start: string, pauses: Pause[], { knowledge }: Ground): Dated[] {
  const dated = new Map<string, Dated>();
  for (const step of rule.steps) {
    const from = step.after === null ? start : (dated.get(step.after)?.end?.due ?? null);
    const stopped = step.notCounted ? pauses : [];
    const ending = (duration: Duration) =>
      from === null ? null : deadline(from, duration, knowledge.calendar, stopped);
    const counted = (duration: Duration): Duration =>
      step.countedAs === "working-day" ? { ...duration, unit: "working-day" } : duration;
    const longer = step.extension
      ? { ...counted(step.duration), number: step.duration.number + step.extension.number }
      : null;
    dated.set(step.id, {
      step,
      from,
      end: ending(counted(step.duration)),
      extended: longer === null ? null : ending(longer),
    });
  }
  return [...dated.values()];
}

/** Proven limits in one table, those seen only in part in another with its doubt. */
function tables(rule: ClockRule, dates: readonly Dated[], ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  return (["V", "P"] as const).flatMap((mark): DraftBlock[] => {
    const rows = dates.filter(({ step }) => step.mark === mark);
    if (rows.length === 0) return [];
    return [
      {
        kind: "table",
        label: say("clock.table", { starts: rule.starts[lang] }),
        columns: ["step", "limit", "from", "due"].map((name) => say(`clock.${name}`)),
        rows: rows.map((row) => rowOf(row, ground)),
        cites: [...new Set(rows.flatMap(({ step }) => step.cites))],
        mark,
      },
      ...rows.flatMap(({ step }) => [
        ...(step.notCounted
          ? [note(say("clock.not-counted", { step: step.what[lang], what: step.notCounted[lang] }))]
          : []),
        ...(step.note
          ? [note(`${step.what[lang]}${lang === "zh" ? "：" : ": "}${step.note[lang]}`)]
          : []),
      ]),
    ];
  });
}

function rowOf({ step, from, end, extended }: Dated, ground: Ground): string[] {
  const { say, lang } = ground;
  const written = length(step.duration, ground);
  const meaning = step.countedAs === "working-day" ? say("clock.means-working-days") : "";
  const longer = step.extension
    ? say("clock.extension", { time: length(step.extension, ground) })
    : "";
  const due = (one: Deadline | null) => one?.due ?? say("clock.open");
  const until = extended === null ? "" : say("clock.if-extended", { day: due(extended) });
  return [
    step.what[lang],
    `${written}${meaning}${longer}`,
    from ?? say("clock.open"),
    `${due(end)}${until}`,
  ];
}

/** Which holidays were not counted, which weekends are worked, where a free day moved the end. */
function calendarNotes(dates: readonly Dated[], { say, lang }: Ground): DraftBlock[] {
  const ends = dates.flatMap(({ end, extended }) => [end, extended]).filter((end) => end !== null);
  const holidays = new Map<string, string[]>();
  for (const { name, days } of ends.flatMap((end) => end.holidays))
    holidays.set(name[lang], [...new Set([...(holidays.get(name[lang]) ?? []), ...days])].sort());
  const named = [...holidays].map(([name, days]) =>
    say("clock.holiday", { name, days: spanOf(days) }),
  );
  const worked = [...new Set(ends.flatMap((end) => end.workedWeekends))].sort();
  const moved = dates.flatMap(({ step, end }) =>
    end?.movedFrom
      ? [say("clock.moved", { step: step.what[lang], from: end.movedFrom, to: end.due ?? "" })]
      : [],
  );
  const sentences = [
    ...(named.length > 0
      ? [say("clock.holidays", { names: named.join(lang === "zh" ? "、" : ", ") })]
      : []),
    ...(worked.length > 0
      ? [say("clock.worked", { days: worked.join(lang === "zh" ? "、" : ", ") })]
      : []),
    ...moved,
    ...(ends.some((end) => !end.announced) ? [say("clock.not-announced")] : []),
  ];
  return sentences.map(note);
}

const spanOf = (days: readonly string[]) =>
  days.length === 1 ? days[0]! : `${days[0]!}–${days.at(-1)!.slice(5)}`;

/** Which version of the rules was used, so that the dates can be checked later. */
function versionOf({ id, validFrom, validTo }: ClockRule, { say, day }: Ground): string {
  const span =
    validFrom === null
      ? say("clock.always")
      : validTo === null
        ? say("clock.since", { from: validFrom })
        : say("clock.between", { from: validFrom, to: validTo });
  return say("clock.version", { id, span, day });
}
