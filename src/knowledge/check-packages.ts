import { factsIn, thresholdsIn } from "../domain/condition.ts";
import type { Package } from "../domain/package.ts";
import type { Problem } from "./problem.ts";
import { problem, type Files, type Path } from "./shelf-walk.ts";

type Found = { at: Path; message: string };

/** Packages: every step is something, every step before it exists, and no step waits for itself. */
export function checkPackages(shelf: Files): Problem[] {
  const doable = doableIds(shelf);
  const thresholds = new Set(
    shelf.zone.flatMap(({ value }) => value.thresholds.map(({ id }) => id)),
  );
  return shelf.packages.flatMap((read) =>
    read.value.packages.flatMap((pack, p) =>
      [
        ...unknownSteps(pack, doable),
        ...unknownBefore(pack),
        ...circles(pack),
        ...unknownFacts(pack, thresholds),
        ...unknownSharers(pack),
      ].map(({ at, message }) => problem(read, ["packages", p, ...at], message)),
    ),
  );
}

/** Whatever a step may do: handling items, items, outside doors. */
function doableIds({ departments, outside }: Files): Set<string> {
  const items = departments.flatMap(({ value }) => value.items);
  return new Set([
    ...items.map(({ id }) => id),
    ...items.flatMap(({ subItems }) =>
      subItems.flatMap((sub) => sub.handlingItems.map(({ id }) => id)),
    ),
    ...outside.flatMap(({ value }) => value.doors.map(({ id }) => id)),
  ]);
}

function unknownSteps({ steps }: Package, doable: ReadonlySet<string>): Found[] {
  return steps.flatMap(({ does }, i) =>
    does === null || doable.has(does)
      ? []
      : [
          {
            at: ["steps", i, "does"],
            message: `${does} is no handling item, item or outside door: use an existing id, or null and a name`,
          },
        ],
  );
}

function unknownBefore({ steps }: Package): Found[] {
  const known = new Set(steps.map(({ id }) => id));
  return steps.flatMap(({ after }, i) =>
    after
      .filter((id) => !known.has(id))
      .map((id) => ({ at: ["steps", i, "after"], message: `${id} is no step of this package` })),
  );
}

/** A step that, through others, waits for itself could never begin. */
function circles({ steps }: Package): Found[] {
  const before = new Map(steps.map(({ id, after }) => [id, after]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    return (before.get(from) ?? []).some((id) => id === to || reaches(id, to, seen));
  };
  return steps.flatMap(({ id }, i) =>
    reaches(id, id, new Set())
      ? [{ at: ["steps", i, "after"], message: `step ${id} waits for itself: break the circle` }]
      : [],
  );
}

function unknownFacts({ steps, facts }: Package, thresholds: ReadonlySet<string>): Found[] {
  const known = new Set(facts.map(({ id }) => id));
  return steps.flatMap(({ when }, i) => {
    if (!when) return [];
    const at: Path = ["steps", i, "when"];
    return [
      ...factsIn(when)
        .filter((id) => !known.has(id))
        .map((id) => ({ at, message: `${id} is no fact of this package: add it to facts` })),
      ...thresholdsIn(when)
        .filter((id) => !thresholds.has(id))
        .map((id) => ({ at, message: `${id} is no threshold of knowledge/zone: add it there` })),
    ];
  });
}

function unknownSharers({ steps, shared }: Package): Found[] {
  const known = new Set(steps.map(({ id }) => id));
  return shared.flatMap((material, i) =>
    material.steps
      .filter((id) => !known.has(id))
      .map((id) => ({ at: ["shared", i, "steps"], message: `${id} is no step of this package` })),
  );
}
