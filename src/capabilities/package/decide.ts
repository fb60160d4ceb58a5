import { factsIn, holds, thresholdsIn, type Facts } from "../../domain/condition.ts";
import type { Package, PackageFact, PackageStep } from "../../domain/package.ts";
import type { Duration } from "../../domain/time-limit.ts";
import type { CatalogueEntry, CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";

/** A step with what it is on the shelf. */
export type PlannedStep = {
  step: PackageStep;
  item: CatalogueItem | null;
  entry: CatalogueEntry | null;
  door: OutsideDoor | null;
  /** Its place in the order: 1 begins at once, 2 waits for a 1 … */
  rank: number;
  /** Its statutory limit; null: not known. */
  limit: Duration | "on-the-spot" | null;
};

/** The longest chain of steps, by statutory limits. */
export type CriticalPath = {
  steps: PlannedStep[];
  workingDays: number;
  days: number;
  /** Steps on it whose limit is not known: their time is not in the sum. */
  unknown: PlannedStep[];
};

/** What a package comes to for one undertaking. */
export type Plan = {
  pack: Package;
  needed: PlannedStep[];
  /** Depends on what is not known yet. */
  open: PlannedStep[];
  notNeeded: PlannedStep[];
  path: CriticalPath;
  /** The one question whose answer decides most; null: nothing is left to ask. */
  ask: PackageFact | null;
  /** Local thresholds on which open steps rest. */
  thresholds: string[];
};

/**
 * Pure: the plan of a package for what is known. A step whose condition a missing fact could decide is open.
 * @param skipped facts the visitor does not know
 */
export function plan(
  pack: Package,
  facts: Facts,
  skipped: readonly string[],
  knowledge: Knowledge,
): Plan {
  const thresholds = new Map([...knowledge.thresholds].map(([id, { value }]) => [id, value]));
  const truth = new Map(
    pack.steps.map((step) => [step.id, step.when ? holds(step.when, facts, thresholds) : true]),
  );
  const planned = pack.steps.map((step) => plannedStep(step, pack, truth, knowledge));
  const of = (wanted: boolean | "unknown") =>
    planned.filter(({ step }) => truth.get(step.id) === wanted);
  const open = of("unknown");
  return {
    pack,
    needed: [...of(true)].sort((a, b) => a.rank - b.rank),
    open,
    notNeeded: of(false),
    path: longestPath(of(true)),
    ask: questionOf(pack, open, facts, skipped),
    thresholds: [
      ...new Set(planned.flatMap(({ step }) => (step.when ? thresholdsIn(step.when) : []))),
    ],
  };
}

type Truths = ReadonlyMap<string, boolean | "unknown">;

function plannedStep(
  step: PackageStep,
  pack: Package,
  truth: Truths,
  { catalogue, outside }: Knowledge,
): PlannedStep {
  const named = step.does === null ? undefined : catalogue.handlingItems.get(step.does);
  const item =
    named?.item ?? (step.does === null ? undefined : catalogue.items.get(step.does)) ?? null;
  const entry = named ?? (item ? (catalogue.entriesOf(item.id)[0] ?? null) : null);
  const door = step.does === null ? null : (outside.get(step.does) ?? null);
  return { step, item, entry, door, rank: rankOf(step, pack, truth), limit: limitOf(entry) };
}

/** One more than the latest of the steps before it that are not ruled out. */
function rankOf(step: PackageStep, pack: Package, truth: Truths): number {
  const before = pack.steps.filter(({ id }) => step.after.includes(id) && truth.get(id) !== false);
  return 1 + Math.max(0, ...before.map((one) => rankOf(one, pack, truth)));
}

/** Licensing Law art. 42: 20 working days where a special rule names none. */
const DEFAULT: Duration = { number: 20, unit: "working-day" };

function limitOf(entry: CatalogueEntry | null): PlannedStep["limit"] {
  const limit = entry?.statutoryLimit;
  if (!limit || limit.mark === "U") return null;
  if (limit.kind === "on-the-spot") return "on-the-spot";
  return limit.kind === "default" ? DEFAULT : (limit.duration ?? null);
}

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

function longestPath(needed: readonly PlannedStep[]): CriticalPath {
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

/** The unknown fact on which most open steps depend; the file's order decides between equals. */
function questionOf(
  { facts: asked }: Package,
  open: readonly PlannedStep[],
  known: Facts,
  skipped: readonly string[],
): PackageFact | null {
  const askable = asked.filter(({ id }) => known[id] === undefined && !skipped.includes(id));
  const decides = ({ id }: PackageFact) =>
    open.filter(({ step }) => step.when && factsIn(step.when).includes(id)).length;
  const best = [...askable].sort((a, b) => decides(b) - decides(a))[0];
  return best && decides(best) > 0 ? best : null;
}
