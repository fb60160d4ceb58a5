import { holds, thresholdsIn, type Facts, type Thresholds } from "../../domain/condition.ts";
import type { Package, PackageFact, PackageStep } from "../../domain/package.ts";
import type { Duration } from "../../domain/time-limit.ts";
import type { CatalogueEntry, CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";
import { orderOf, type Place } from "./order.ts";
import { questionOf } from "./question.ts";
import { longestPath, type CriticalPath } from "./path.ts";

/** A step with what it is on the shelf. */
export type PlannedStep = Place & {
  step: PackageStep;
  item: CatalogueItem | null;
  entry: CatalogueEntry | null;
  door: OutsideDoor | null;
  /** Its statutory limit; null: not known. */
  limit: Duration | "on-the-spot" | null;
  /** What its being needed or not rests on: the step's own sources, and those of thresholds it was compared with. */
  cites: string[];
  /** Everything the row of this step rests on: these and the limit's sources. */
  sources: string[];
};

/** What a package comes to for one undertaking. */
export type Plan = {
  pack: Package;
  needed: PlannedStep[];
  /** Depends on what is not known yet. */
  open: PlannedStep[];
  notNeeded: PlannedStep[];
  /** What makes it impossible this way. */
  barred: PlannedStep[];
  path: CriticalPath<PlannedStep>;
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
  const order = orderOf(pack.steps, ({ id, bars }) => !bars && truth.get(id) === true);
  const planned = pack.steps.map((step) => plannedStep(step, order.get(step.id)!, knowledge));
  const of = (wanted: boolean | "unknown") =>
    planned.filter(({ step }) => truth.get(step.id) === wanted);
  const open = of("unknown");
  const barred = of(true).filter(({ step }) => step.bars);
  const steps = (wanted: boolean) => of(wanted).filter(({ step }) => !step.bars);
  const needed = steps(true).sort((a, b) => a.rank - b.rank);
  // What is needed under one condition is not told as not needed under another.
  const doneAnyway = new Set(needed.flatMap(({ step }) => step.does ?? []));
  return {
    pack,
    needed,
    open,
    notNeeded: steps(false).filter(({ step }) => !doneAnyway.has(step.does ?? "")),
    barred,
    path: longestPath(steps(true)),
    ask: barred.length > 0 ? null : questionOf(pack, open, { facts, skipped, thresholds }),
    thresholds: restingOn(planned, facts, thresholds),
  };
}

/** Thresholds of open steps, and those that, were they otherwise, would decide a step otherwise. */
function restingOn(
  planned: readonly PlannedStep[],
  facts: Facts,
  thresholds: Thresholds,
): string[] {
  const told = planned.flatMap(({ step: { when } }) => {
    if (!when) return [];
    const named = thresholdsIn(when);
    if (holds(when, facts, thresholds) === "unknown") return named;
    const otherwise = (id: string, value: number) =>
      holds(when, facts, new Map([...thresholds, [id, value]]));
    return named.filter((id) => otherwise(id, -Infinity) !== otherwise(id, Infinity));
  });
  return [...new Set(told)];
}

function plannedStep(
  step: PackageStep,
  place: Place,
  { catalogue, outside, thresholds }: Knowledge,
): PlannedStep {
  const named = step.does === null ? undefined : catalogue.handlingItems.get(step.does);
  const item =
    named?.item ?? (step.does === null ? undefined : catalogue.items.get(step.does)) ?? null;
  const entry = named ?? (item ? (catalogue.entriesOf(item.id)[0] ?? null) : null);
  const door = step.does === null ? null : (outside.get(step.does) ?? null);
  const limit = limitOf(entry);
  const compared = (step.when ? thresholdsIn(step.when) : []).flatMap((id) => {
    const row = thresholds.get(id);
    return row === undefined || row.value === null ? [] : row.says.cites;
  });
  const cites = [...new Set([...step.cites, ...compared])];
  const sources = [...cites, ...(limit === null ? [] : (entry?.statutoryLimit?.cites ?? []))];
  return { step, item, entry, door, ...place, limit, cites, sources };
}

/** Licensing Law art. 42: 20 working days where a special rule names none. */
const DEFAULT: Duration = { number: 20, unit: "working-day" };

function limitOf(entry: CatalogueEntry | null): PlannedStep["limit"] {
  const limit = entry?.statutoryLimit;
  if (!limit || limit.mark === "U") return null;
  if (limit.kind === "on-the-spot") return "on-the-spot";
  return limit.kind === "default" ? DEFAULT : (limit.duration ?? null);
}
