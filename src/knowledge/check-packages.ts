import { factsIn, testsIn, thresholdsIn } from "../domain/condition.ts";
import type { PackageFact, PackageRecord } from "../domain/package.ts";
import { factsOf, sharedFacts } from "./packages.ts";
import type { Problem } from "./problem.ts";
import { problem, type Files, type Path } from "./shelf-walk.ts";

type Found = { at: Path; message: string };

/** What packages may name: whatever a step may do, local thresholds, facts that several ask. */
type Ground = {
  doable: ReadonlySet<string>;
  thresholds: ReadonlySet<string>;
  shared: ReadonlyMap<string, PackageFact>;
};

/** Packages: every step is something, every step before it exists, and no step waits for itself. */
export function checkPackages(shelf: Files): Problem[] {
  const ground: Ground = {
    doable: doableIds(shelf),
    thresholds: new Set(shelf.zone.flatMap(({ value }) => value.thresholds.map(({ id }) => id))),
    shared: sharedFacts(shelf.packages.map(({ value }) => value)),
  };
  const all = shelf.packages.flatMap(({ value }) => value.packages);
  return shelf.packages.flatMap((read) =>
    read.value.packages.flatMap((pack, p) =>
      [
        ...twice(pack, all),
        ...unknownDoing(pack, ground),
        ...unknownBefore(pack),
        ...circles(pack),
        ...unknownFacts(pack, ground),
        ...idleFacts(pack),
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

function twice({ id, steps }: PackageRecord, all: readonly PackageRecord[]): Found[] {
  const packages =
    all.filter((other) => other.id === id).length > 1
      ? [{ at: ["id"] as Path, message: `${id} is the id of two packages: change one` }]
      : [];
  const before = (i: number) => steps.slice(0, i).some((other) => other.id === steps[i]!.id);
  return [
    ...packages,
    ...steps.flatMap((step, i) =>
      before(i)
        ? [{ at: ["steps", i, "id"], message: `${step.id} is the id of two steps: change one` }]
        : [],
    ),
  ];
}

function unknownDoing({ steps, main }: PackageRecord, { doable }: Ground): Found[] {
  const unknown = steps.flatMap(({ does }, i) =>
    does === null || doable.has(does)
      ? []
      : [
          {
            at: ["steps", i, "does"] as Path,
            message: `${does} is no handling item, item or outside door: use an existing id, or null and a name`,
          },
        ],
  );
  const done = main === null || steps.some(({ does }) => does === main);
  return done
    ? unknown
    : [...unknown, { at: ["main"], message: `${main} is done by no step of this package` }];
}

function unknownBefore({ steps }: PackageRecord): Found[] {
  const known = new Set(steps.map(({ id }) => id));
  return steps.flatMap(({ after }, i) =>
    after
      .filter((id) => !known.has(id))
      .map((id) => ({ at: ["steps", i, "after"], message: `${id} is no step of this package` })),
  );
}

/** A step that, through others, waits for itself could never begin. */
function circles({ steps }: PackageRecord): Found[] {
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

/** Facts that stand nowhere, options that a fact does not have, thresholds that the zone does not list. */
function unknownFacts(pack: PackageRecord, { thresholds, shared }: Ground): Found[] {
  const asked = new Map(factsOf(pack, shared).map((fact) => [fact.id, fact]));
  const nowhere = pack.facts.flatMap((fact, i) =>
    typeof fact === "string" && !shared.has(fact)
      ? [{ at: ["facts", i] as Path, message: `${fact} is no shared fact: write it out here` }]
      : [],
  );
  const inSteps = pack.steps.flatMap(({ when }, i) => {
    if (!when) return [];
    const at: Path = ["steps", i, "when"];
    return [
      ...testsIn(when).flatMap((test) =>
        wrongTest(test, asked).map((message) => ({ at, message })),
      ),
      ...thresholdsIn(when)
        .filter((id) => !thresholds.has(id))
        .map((id) => ({ at, message: `${id} is no threshold of knowledge/zone: add it there` })),
    ];
  });
  return [...nowhere, ...inSteps];
}

const KIND_OF = { boolean: "yes-no", string: "choice" } as const;

function wrongTest(
  test: ReturnType<typeof testsIn>[number],
  asked: ReadonlyMap<string, PackageFact>,
): string[] {
  const fact = asked.get(test.fact);
  if (!fact) return [`${test.fact} is no fact of this package: add it to facts`];
  const kind = "is" in test ? KIND_OF[typeof test.is as keyof typeof KIND_OF] : "number";
  if (fact.kind !== kind) return [`${test.fact} is a ${fact.kind}, not a ${kind}`];
  const known = kind !== "choice" || fact.options?.some(({ id }) => "is" in test && id === test.is);
  return known ? [] : [`${test.fact} has no option ${String("is" in test && test.is)}`];
}

/** Whoever is asked something wants it to change the answer. */
function idleFacts({ facts, steps }: PackageRecord): Found[] {
  const used = new Set(steps.flatMap(({ when }) => (when ? factsIn(when) : [])));
  return facts.flatMap((fact, i) => {
    const id = typeof fact === "string" ? fact : fact.id;
    return used.has(id)
      ? []
      : [{ at: ["facts", i], message: `no step depends on ${id}: do not ask it` }];
  });
}

function unknownSharers({ steps, shared }: PackageRecord): Found[] {
  const known = new Set(steps.map(({ id }) => id));
  return shared.flatMap((material, i) =>
    material.steps
      .filter((id) => !known.has(id))
      .map((id) => ({ at: ["shared", i, "steps"], message: `${id} is no step of this package` })),
  );
}
