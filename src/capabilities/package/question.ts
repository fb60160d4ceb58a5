import {
  factsIn,
  holds,
  testsIn,
  thresholdsOf,
  type Facts,
  type Thresholds,
} from "../../domain/condition.ts";
import type { Package, PackageFact, PackageStep } from "../../domain/package.ts";

type Known = { facts: Facts; skipped: readonly string[]; thresholds: Thresholds };

/** The fact on which most open steps depend, unknown or known too roughly; the file's order decides between equals. */
export function questionOf(
  { facts: asked }: Package,
  open: readonly { step: PackageStep }[],
  { facts, skipped, thresholds }: Known,
): PackageFact | null {
  const isRough = (id: string) => typeof facts[id] === "object";
  const askable = asked.filter(
    ({ id }) => (facts[id] === undefined || isRough(id)) && !skipped.includes(id),
  );
  const decides = ({ id }: PackageFact) =>
    open.filter(
      ({ step }) =>
        dependsOn(step, id, thresholds) && (!isRough(id) || isBetween(step, id, facts, thresholds)),
    ).length;
  const best = [...askable].sort((a, b) => decides(b) - decides(a))[0];
  return best && decides(best) > 0 ? best : null;
}

/** Whether what is roughly known of a number lies on both sides of a bound that is entered. */
const isBetween = (
  { when }: PackageStep,
  fact: string,
  facts: Facts,
  thresholds: Thresholds,
): boolean =>
  (when ? testsIn(when) : []).some(
    (test) =>
      test.fact === fact &&
      thresholdsOf(test).every((id) => (thresholds.get(id) ?? null) !== null) &&
      holds(test, facts, thresholds) === "unknown",
  );

/** Whether knowing a fact could decide a step: not where the zone has not entered the number to compare with. */
export function dependsOn({ when }: PackageStep, fact: string, thresholds: Thresholds): boolean {
  if (!when || !factsIn(when).includes(fact)) return false;
  return testsIn(when).some(
    (test) =>
      test.fact === fact && thresholdsOf(test).every((id) => (thresholds.get(id) ?? null) !== null),
  );
}
