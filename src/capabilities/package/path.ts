import type { Duration } from "../../domain/time-limit.ts";

/** What of a planned step makes a chain: what it waits for, and its limit (null: not known). */
type Timed = {
  step: { id: string };
  before: readonly string[];
  limit: Duration | "on-the-spot" | null;
};

/** The longest chain of steps, by statutory limits; each unit keeps its own sum. */
export type CriticalPath<T extends Timed> = {
  steps: T[];
  workingDays: number;
  days: number;
  months: number;
  /** Steps on it whose limit is not known: their time is not in the sum. */
  unknown: T[];
};

/** Seven calendar days hold five working days: only to compare chains, never told. */
const WORKING_SHARE = 5 / 7;
const WORKING_DAYS: Record<Duration["unit"], number> = {
  "working-day": 1,
  "half-working-day": 0.5,
  day: WORKING_SHARE,
  hour: WORKING_SHARE / 24,
  month: 30 * WORKING_SHARE,
  year: 365 * WORKING_SHARE,
};

/** How long a step takes by its limit, in working days: only to compare. */
export function weight({ limit }: Pick<Timed, "limit">): number {
  if (limit === null || limit === "on-the-spot") return 0;
  return limit.number * WORKING_DAYS[limit.unit];
}

/** @returns the chain of steps that takes longest by their limits; between equals the one of more steps */
export function longestPath<T extends Timed>(needed: readonly T[]): CriticalPath<T> {
  const byId = new Map(needed.map((one) => [one.step.id, one]));
  const best = new Map<string, T[]>();
  const total = (chain: readonly T[]) => chain.reduce((sum, one) => sum + weight(one), 0);
  const chainTo = (one: T): T[] => {
    const before = best.get(one.step.id);
    if (before) return before;
    const chains = one.before.flatMap((id) => {
      const earlier = byId.get(id);
      return earlier ? [chainTo(earlier)] : [];
    });
    const longest = chains.sort((a, b) => total(b) - total(a) || b.length - a.length)[0] ?? [];
    best.set(one.step.id, [...longest, one]);
    return best.get(one.step.id)!;
  };
  const chains = needed.map(chainTo).sort((a, b) => total(b) - total(a) || b.length - a.length);
  return summed(chains[0] ?? []);
}

function summed<T extends Timed>(steps: T[]): CriticalPath<T> {
  const sum = (unit: Duration["unit"]) =>
    steps.reduce(
      (total, { limit }) =>
        limit !== null && limit !== "on-the-spot" && limit.unit === unit
          ? total + limit.number
          : total,
      0,
    );
  return {
    steps,
    workingDays: sum("working-day") + Math.ceil(sum("half-working-day") / 2),
    days: sum("day"),
    months: sum("month"),
    unknown: steps.filter(({ limit }) => limit === null),
  };
}
