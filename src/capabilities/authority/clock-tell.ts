import type { Deadline, Pause } from "../../domain/deadline.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { articleName } from "../../domain/article-name.ts";
import type { Counted, Limit } from "./clock-limit.ts";
import { note, type Ground } from "./look-up.ts";

/** The limits with their last days: proven ones in one table, those seen only in part in another with its doubt. */
export function countedTables(
  label: string,
  dates: readonly Counted[],
  ground: Ground,
): DraftBlock[] {
  const { say } = ground;
  const columns = ["step", "limit", "from", "due"].map((name) => say(`clock.${name}`));
  return tables(label, dates, columns, (row) => rowOf(row, ground));
}

/** The limits alone, where no day was given. */
export function limitTables(label: string, limits: readonly Limit[], ground: Ground): DraftBlock[] {
  const rows = limits.map((limit) => ({ limit }));
  const columns = ["step", "limit"].map((name) => ground.say(`clock.${name}`));
  return tables(label, rows, columns, ({ limit }) => [limit.what, limit.written]);
}

function tables<T extends { limit: Limit }>(
  label: string,
  all: readonly T[],
  columns: string[],
  rowFor: (row: T) => string[],
): DraftBlock[] {
  return (["V", "P"] as const).flatMap((mark): DraftBlock[] => {
    const rows = all.filter(({ limit }) => limit.mark === mark);
    if (rows.length === 0) return [];
    const cites = rows.flatMap(({ limit }) => [...limit.cites, ...limit.movedBy]);
    return [
      { kind: "table", label, columns, rows: rows.map(rowFor), cites: [...new Set(cites)], mark },
    ];
  });
}

function rowOf({ limit, from, end, extended }: Counted, { say }: Ground): string[] {
  if (limit.duration === null) return [limit.what, limit.written, from ?? "", say("clock.at-once")];
  const due = (one: Deadline | null) => one?.due ?? say("clock.open");
  const until = extended === null ? "" : say("clock.if-extended", { day: due(extended) });
  return [limit.what, limit.written, from ?? say("clock.open"), `${due(end)}${until}`];
}

/** What each limit does not count, and what else must be known of it. */
export function limitNotes(limits: readonly Limit[], { say, lang }: Ground): DraftBlock[] {
  return limits.flatMap(({ what, stoppedBy, note: more }) => [
    ...(stoppedBy === null
      ? []
      : [note(say("clock.not-counted", { step: what, what: stoppedBy }))]),
    ...(more === null ? [] : [note(`${what}${lang === "zh" ? "：" : ": "}${more}`)]),
  ]);
}

/** Which pauses were counted out, and of which limits; a pause that meets none of them is said to. */
export function pauseNotes(
  pauses: readonly (Pause & { why: string })[],
  dates: readonly Counted[],
  { say, lang }: Ground,
): DraftBlock[] {
  return pauses.map(({ why, from, to }) => {
    const stopped = dates.filter((one) => isStoppedBy(one, { from, to }));
    const steps = stopped.map(({ limit }) => limit.what).join(lang === "zh" ? "、" : ", ");
    if (steps === "") return note(say("clock.pause-not-counted", { why }));
    return note(
      to === null
        ? say("clock.pause-open", { why, from, steps })
        : say("clock.paused", { why, from, to, steps }),
    );
  });
}

/** Whether the pause lies within the days of a limit that tests and the like stop. */
function isStoppedBy({ limit, from, end }: Counted, { from: began, to }: Pause): boolean {
  if (limit.stoppedBy === null || from === null) return false;
  if (to === null) return true;
  return to > from && (end === null || end.due === null || began <= end.due);
}

/** Which holidays were not counted, which weekends are worked, what became of a last day that is free. */
export function calendarNotes(dates: readonly Counted[], ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  const comma = lang === "zh" ? "、" : ", ";
  const ends = dates.flatMap(({ end, extended }) => [end, extended]).filter((end) => end !== null);
  const spans = ends.flatMap(({ holidays }) =>
    holidays.map(({ name, days }) => ({
      first: days[0]!,
      text: spanText(name[lang], days, ground),
    })),
  );
  const named = new Map(
    spans.sort((a, b) => a.first.localeCompare(b.first)).map((one) => [one.first, one.text]),
  );
  const worked = [...new Set(ends.flatMap((end) => end.workedWeekends))].sort();
  return [
    ...(named.size > 0 ? [say("clock.holidays", { names: [...named.values()].join(comma) })] : []),
    ...(worked.length > 0 ? [say("clock.worked", { days: worked.join(comma) })] : []),
    ...dates.flatMap((one) => freeDayNotes(one, ground)),
    ...(ends.some((end) => !end.announced) ? [say("clock.not-announced")] : []),
  ].map(note);
}

function spanText(name: string, days: readonly string[], { say }: Ground): string {
  const span = days.length === 1 ? days[0]! : `${days[0]!}–${days.at(-1)!.slice(5)}`;
  return say("clock.holiday", { name, days: span });
}

/** A free last day: moved by the article that says so, a ceiling that never moves, or left as it is written. */
function freeDayNotes({ limit, end, extended }: Counted, ground: Ground): string[] {
  const { say } = ground;
  const told = [end, extended].flatMap((one) => {
    if (one === null || one.due === null) return [];
    if (one.movedFrom !== null)
      return [
        say("clock.moved", {
          step: limit.what,
          from: one.movedFrom,
          to: one.due,
          by: articlesNamed(limit.movedBy, ground),
        }),
      ];
    if (!one.endsOnFreeDay) return [];
    const key = limit.onFreeDay === "ceiling" ? "clock.ceiling" : "clock.stays";
    return [say(key, { step: limit.what, day: one.due })];
  });
  return [...new Set(told)];
}

function articlesNamed(refs: readonly string[], { knowledge, lang }: Ground): string {
  const names = refs.flatMap((ref) => {
    const source = knowledge.provisions.get(ref);
    if (!source) return [];
    const article = articleName(source.article, lang);
    return [lang === "zh" ? `《${source.title}》${article}` : `${source.titleEn}, ${article}`];
  });
  return names.join(lang === "zh" ? "、" : "; ");
}
