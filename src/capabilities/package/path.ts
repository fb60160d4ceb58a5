import type { Duration } from "../../domain/time-limit.ts";
import type { PlannedStep } from "./decide.ts";

/** The longest chain of steps, by statutory limits. */
export type CriticalPath = {
  steps: PlannedStep[];
  workingDays: number;
  days: number;
  /** Steps on it whose limit is not known: their time is not in the sum. */
  unknown: PlannedStep[];
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

function weight({ limit }: PlannedStep): number {
  if (limit === null || limit === "on-the-spot") return 0;
  return limit.number * WORKING_DAYS[limit.unit];
}

/** @returns the chain of steps that takes longest by their limits; between equals the one of more steps */
export function longestPath(needed: readonly PlannedStep[]): CriticalPath {
  const byId = new Map(needed.map((one) => [one.step.id, one]));
  const best = new Map<string, PlannedStep[]>();
  const total = (chain: readonly PlannedStep[]) => chain.reduce((sum, one) => sum + weight(one), 0);
  const chainTo = (one: PlannedStep): PlannedStep[] => {
    const before = best.get(one.step.id);
    if (before) return before;
    const chains = one.step.after.flatMap((id) => {
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

function summed(steps: PlannedStep[]): CriticalPath {
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
    days: sum("day") + 30 * sum("month"),
    unknown: steps.filter(({ limit }) => limit === null),
  };
}
