import type { Problem } from "./problem.ts";
import { problem, type Files } from "./shelf-walk.ts";

/** What the lists name elsewhere: modes, gradings, approval items, emergencies. */
export function checkListNames(shelf: Files): Problem[] {
  return [...unknownModes(shelf), ...unknownGradings(shelf), ...unknownEmergencies(shelf)];
}

function unknownModes(shelf: Files): Problem[] {
  const modes = new Set(shelf.modes.flatMap(({ value }) => value.modes.map(({ id }) => id)));
  const items = approvalIds(shelf);
  return shelf.modes.flatMap((read) =>
    read.value.modes.flatMap((mode, m) => [
      ...mode.notToBeMixedWith
        .filter((id) => !modes.has(id))
        .map((id) =>
          problem(read, ["modes", m, "notToBeMixedWith"], `${id} is no mode: use an existing id`),
        ),
      ...mode.rules.flatMap((rule, r) =>
        (rule.items ?? [])
          .filter((id) => !items.has(id))
          .map((id) =>
            problem(
              read,
              ["modes", m, "rules", r, "items"],
              `${id} is no approval item or handling item: use an existing id`,
            ),
          ),
      ),
    ]),
  );
}

function approvalIds({ departments }: Files): Set<string> {
  const items = departments.flatMap(({ value }) => value.items);
  const handling = items.flatMap(({ subItems }) => subItems.flatMap((sub) => sub.handlingItems));
  return new Set([...items, ...handling].map(({ id }) => id));
}

function unknownGradings(shelf: Files): Problem[] {
  const known = new Set(shelf.credit.flatMap(({ value }) => value.gradings.map(({ id }) => id)));
  return shelf.credit.flatMap((read) =>
    read.value.gradings.flatMap(({ notToBeMixedWith }, i) =>
      known.has(notToBeMixedWith)
        ? []
        : [
            problem(
              read,
              ["gradings", i, "notToBeMixedWith"],
              `${notToBeMixedWith} is no grading: use an existing id`,
            ),
          ],
    ),
  );
}

function unknownEmergencies(shelf: Files): Problem[] {
  const known = new Set(
    shelf.emergencies.flatMap(({ value }) => value.emergencies.map(({ id }) => id)),
  );
  return shelf.reports.flatMap((read) =>
    read.value.lines.flatMap(({ emergency }, i) =>
      emergency === null || known.has(emergency)
        ? []
        : [
            problem(
              read,
              ["lines", i, "emergency"],
              `${emergency} is no emergency: add it to lexicon/emergencies.yaml, or use null`,
            ),
          ],
    ),
  );
}
