import type { ClockRule } from "../../domain/clock-rule.ts";
import type { EvidenceMark } from "../../domain/citation.ts";
import { deadline, type Deadline, type Pause } from "../../domain/deadline.ts";
import type { Duration } from "../../domain/time-limit.ts";
import { provenOn, type Ground } from "./look-up.ts";
import { length } from "./handover.ts";

/** One time limit of a procedure, in the words of one language. */
export type Limit = {
  id: string;
  what: string;
  /** The limit as the source writes it. */
  written: string;
  /** Id of the limit whose last day starts this one; null: the event itself. */
  after: string | null;
  /** null: decided on the spot, there is nothing to count. */
  duration: Duration | null;
  extension: Duration | null;
  yearly: { opens: string; closes: string } | null;
  onFreeDay: "stays" | "ceiling" | "moves";
  movedBy: readonly string[];
  /** What stops the clock; null: the source names nothing. */
  stoppedBy: string | null;
  note: string | null;
  cites: readonly string[];
  mark: EvidenceMark;
};

/** A limit with its days; `from` is null while the limit before it is open. */
export type Counted = {
  limit: Limit;
  from: string | null;
  end: Deadline | null;
  extended: Deadline | null;
};

/** The limits of a procedure whose sources are law on the day: the others are not its limits then. */
export function limitsOf({ steps }: ClockRule, ground: Ground): Limit[] {
  const { lang, say } = ground;
  return steps
    .filter(({ cites }) => provenOn(cites, ground))
    .map((step): Limit => {
      const inWorkingDays = step.countedAs === "working-day";
      const counted = (duration: Duration): Duration =>
        inWorkingDays ? { ...duration, unit: "working-day" } : duration;
      const moves = step.onFreeDay === "moves" && provenOn(step.movedBy, ground);
      const meaning = inWorkingDays ? say("clock.means-working-days") : "";
      const longer = step.extension
        ? say("clock.extension", { time: length(step.extension, ground) })
        : "";
      return {
        id: step.id,
        what: step.what[lang],
        written: step.yearly
          ? say("clock.yearly", step.yearly)
          : `${length(step.duration, ground)}${meaning}${longer}`,
        after: step.after,
        duration: counted(step.duration),
        extension: step.extension ? counted(step.extension) : null,
        yearly: step.yearly ?? null,
        onFreeDay: step.onFreeDay === "moves" && !moves ? "stays" : step.onFreeDay,
        movedBy: moves ? step.movedBy : [],
        stoppedBy: step.notCounted?.[lang] ?? null,
        note: step.note?.[lang] ?? null,
        cites: step.cites,
        mark: step.mark,
      };
    });
}

/** Each limit from the event, or from the last day of the limit before it. */
export function countFrom(
  limits: readonly Limit[],
  start: string,
  pauses: readonly Pause[],
  { knowledge }: Ground,
): Counted[] {
  const done = new Map<string, Counted>();
  for (const limit of limits) {
    const from = limit.after === null ? start : (done.get(limit.after)?.end?.due ?? null);
    const counting = {
      pauses: limit.stoppedBy === null ? [] : pauses,
      moves: limit.onFreeDay === "moves",
    };
    const ending = (duration: Duration | null) =>
      from === null || duration === null
        ? null
        : deadline(from, duration, knowledge.calendar, counting);
    const longer = limit.extension &&
      limit.duration && {
        ...limit.duration,
        number: limit.duration.number + limit.extension.number,
      };
    done.set(
      limit.id,
      limit.yearly
        ? { limit, ...periodOn(start, limit.yearly, knowledge.calendar.announcedUntil) }
        : { limit, from, end: ending(limit.duration), extended: ending(longer) },
    );
  }
  return [...done.values()];
}

/** The period of the calendar in which the day lies, else the next one. */
function periodOn(
  day: string,
  { opens, closes }: { opens: string; closes: string },
  announcedUntil: string,
): Omit<Counted, "limit"> {
  const year = Number(day.slice(0, 4)) + (day.slice(5) > closes ? 1 : 0);
  const due = `${year}-${closes}`;
  return {
    from: `${year}-${opens}`,
    end: {
      due,
      holidays: [],
      workedWeekends: [],
      movedFrom: null,
      endsOnFreeDay: false,
      announced: due <= announcedUntil,
    },
    extended: null,
  };
}
