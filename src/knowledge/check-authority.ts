import type { AuthorityEntry, RoleHolders } from "../domain/authority-entry.ts";
import { namedTwice } from "./authority-names.ts";
import type { Problem } from "./problem.ts";
import { problem, type Files, type Path } from "./shelf-walk.ts";

/**
 * The list of powers: every organ, linkage rule, item and row it names must exist, and what is named
 * must be one of its kind.
 */
export function checkAuthority(shelf: Files): Problem[] {
  return [...unknownInRows(shelf), ...unknownRows(shelf), ...namedTwice(shelf)];
}

/** What a row may name, with how to mend a name that is not there. */
type Kind = { known: Set<string>; called: string; remedy: string };
type Mention = { id: string; path: Path };

function unknownInRows(shelf: Files): Problem[] {
  const [organ, linkage, item] = [organs(shelf), linkageRules(shelf), items(shelf)];
  return shelf.authority.flatMap((read) => {
    const unknown = (mentions: Mention[], kind: Kind) =>
      mentions
        .filter(({ id }) => !kind.known.has(id))
        .map(({ id, path }) =>
          problem(
            read,
            path,
            `names the ${kind.called} ${id}, which does not exist: ${kind.remedy}`,
          ),
        );
    return read.value.entries.flatMap((entry, i) => [
      ...unknown(organsIn(entry, ["entries", i]), organ),
      ...unknown(listed(entry.linkage, ["entries", i, "linkage"]), linkage),
      ...unknown(listed(entry.items, ["entries", i, "items"]), item),
    ]);
  });
}

function organs(shelf: Files): Kind {
  const ids = shelf.organs.flatMap(({ value }) => value.organs.map(({ id }) => id));
  return { known: new Set(ids), called: "organ", remedy: "add it to knowledge/organs" };
}

function linkageRules(shelf: Files): Kind {
  const ids = shelf.linkage.flatMap(({ value }) => value.rules.map(({ id }) => id));
  return { known: new Set(ids), called: "linkage rule", remedy: "add it to knowledge/linkage" };
}

/** A row stands for items of the catalogue, or for approvals that only have an outside door yet. */
function items({ departments, outside }: Files): Kind {
  const own = departments.flatMap(({ value }) => value.items.map(({ id }) => id));
  const doors = outside.flatMap(({ value }) => value.doors.map(({ id }) => id));
  return {
    known: new Set([...own, ...doors]),
    called: "item",
    remedy: "use the id of an item or an outside door",
  };
}

const listed = (ids: readonly string[], path: Path): Mention[] =>
  ids.map((id, i) => ({ id, path: [...path, i] }));

/** The organs in the three roles of a row and in its cases. */
function organsIn(entry: AuthorityEntry, path: Path): Mention[] {
  return [
    ...organsInRole(entry.approver, [...path, "approver"]),
    ...organsInRole(entry.supervisor, [...path, "supervisor"]),
    ...organsInRole(entry.enforcer, [...path, "enforcer"]),
    ...entry.cases.flatMap(({ enforcer }, i) =>
      organsInRole(enforcer, [...path, "cases", i, "enforcer"]),
    ),
  ];
}

function organsInRole(role: RoleHolders, path: Path): Mention[] {
  if (role.kind === "bodies")
    return role.bodies.map(({ organ }, i) => ({
      id: organ,
      path: [...path, "bodies", i, "organ"],
    }));
  return role.kind === "designated" && role.entered !== null
    ? [{ id: role.entered, path: [...path, "entered"] }]
    : [];
}

/** A discretion table belongs to a row of the list. */
function unknownRows({ authority, discretion }: Files): Problem[] {
  const known = new Set(authority.flatMap(({ value }) => value.entries.map(({ id }) => id)));
  return discretion.flatMap((read) =>
    read.value.tables.flatMap(({ authority: row }, i) =>
      row === null || known.has(row)
        ? []
        : [
            problem(
              read,
              ["tables", i, "authority"],
              `names the row ${row}, which does not exist: use the id of a row in knowledge/authority or null`,
            ),
          ],
    ),
  );
}
