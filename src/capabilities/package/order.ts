import type { PackageStep } from "../../domain/package.ts";

/** Where a step stands among those that count. */
export type Place = {
  /** 1 begins at once, 2 waits for a 1 … */
  rank: number;
  /** The last counted steps before it: what those wait for themselves is not said again. */
  before: string[];
};

/**
 * The order of the steps that count; where one between does not, those before it are waited for.
 * @param steps without a circle (the check of the shelf refuses one)
 * @returns the place of every step, also of those that do not count
 */
export function orderOf(
  steps: readonly PackageStep[],
  counts: (step: PackageStep) => boolean,
): Map<string, Place> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const direct = remembered((id: string): string[] => {
    const after = byId.get(id)?.after ?? [];
    const isCounted = (one: string) => byId.has(one) && counts(byId.get(one)!);
    return [...new Set(after.flatMap((one) => (isCounted(one) ? [one] : direct(one))))];
  });
  const all = remembered(
    (id: string): Set<string> => new Set(direct(id).flatMap((one) => [one, ...all(one)])),
  );
  const rank = remembered((id: string): number => 1 + Math.max(0, ...direct(id).map(rank)));
  const place = (id: string): Place => {
    const before = direct(id);
    const earlier = new Set(before.flatMap((one) => [...all(one)]));
    return { rank: rank(id), before: before.filter((one) => !earlier.has(one)) };
  };
  return new Map(steps.map(({ id }) => [id, place(id)]));
}

function remembered<T>(find: (id: string) => T): (id: string) => T {
  const found = new Map<string, T>();
  return (id) => {
    const before = found.get(id);
    if (before !== undefined) return before;
    const now = find(id);
    found.set(id, now);
    return now;
  };
}
