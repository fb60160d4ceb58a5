import type { RoleHolders } from "../../domain/authority-entry.ts";
import { found, type Found, type Linted } from "./finding.ts";
import { articlesOf, bodiesOf, itemsOf, rowsOf } from "./records.ts";

/** Every approval item stands in a row of the list of powers and duties, once there is such a list. */
export function itemWithoutRow({ shelf }: Linted): Found[] {
  if (shelf.authority.length === 0) return [];
  const covered = new Set(rowsOf(shelf).flatMap(({ value }) => value.items));
  return itemsOf(shelf)
    .filter(({ value }) => !["abolished", "none"].includes(value.need) && !covered.has(value.id))
    .map(({ read, path, value }) =>
      found(
        read,
        [...path, "id"],
        `${value.id} (${value.name.zh}) is in no row of knowledge/authority: add its id to the items of a row, or write a row`,
      ),
    );
}

const ROLES = ["approver", "supervisor", "enforcer"] as const;

/** Where nobody is known, or the local government has still to name somebody. */
export function openRoles({ shelf }: Linted): Found[] {
  return rowsOf(shelf).flatMap(({ read, path, value }) =>
    ROLES.flatMap((role) => {
      const open = openness(value[role]);
      return open === null
        ? []
        : [found(read, [...path, role], `${value.matter.zh}: the ${role} ${open}`)];
    }),
  );
}

function openness(holders: RoleHolders): string | null {
  if (holders.kind === "gap")
    return `is not known (${holders.why.zh}): find the article, then name the body`;
  return holders.kind === "designated" && holders.entered === null
    ? "is the department that the local government names, and it is not entered: let the zone enter it"
    : null;
}

/** Who enforces needs an article of a law behind it, read, and a known basis of its power. */
export function enforcerWithoutBasis({ shelf }: Linted): Found[] {
  const articles = new Map(articlesOf(shelf).map((article) => [article.ref, article]));
  const binding = ["law", "regulation", "rule", "local"];
  return rowsOf(shelf).flatMap(({ read, path, value }) =>
    bodiesOf(value.enforcer).flatMap((role, i) => {
      const sources = role.cites.flatMap((ref) => articles.get(ref) ?? []);
      const place = [...path, "enforcer", "bodies", i];
      const says = (why: string) =>
        found(read, place, `${value.matter.zh}: ${role.organ} enforces ${why}`);
      if (!sources.some(({ law }) => binding.includes(law.kind)))
        return [says("without an article of a law: cite the article that gives it the power")];
      if (!sources.some(({ provision }) => provision.mark !== "U"))
        return [says("by articles that nobody has read (mark U): read one and raise its mark")];
      return role.basis === "unknown"
        ? [says("on an unknown basis: say whether it is statutory, concentrated, devolved …")]
        : [];
    }),
  );
}

/** Two rows for one matter, or for one item with other enforcers: whoever asks gets one of them by chance. */
export function overlappingRows({ shelf, normalise }: Linted): Found[] {
  const rows = rowsOf(shelf);
  return rows.flatMap(({ read, path, value }, place) =>
    rows.slice(0, place).flatMap(({ read: otherRead, path: otherPath, value: other }) => {
      const where = `${otherRead.file}:${otherRead.lineOf(otherPath)}`;
      if (normalise(value.matter.zh) === normalise(other.matter.zh))
        return [
          found(
            read,
            [...path, "matter"],
            `${value.matter.zh} already stands at ${where}: make one row of the two, or name them apart`,
          ),
        ];
      const shared = value.items.filter((id) => other.items.includes(id));
      if (shared.length === 0 || sameBodies(value.enforcer, other.enforcer)) return [];
      return [
        found(
          read,
          [...path, "items"],
          `${shared.join(", ")} also stands in the row ${other.id} at ${where}, with another enforcer: say in “part” or “cases” who enforces what`,
        ),
      ];
    }),
  );
}

function sameBodies(a: RoleHolders, b: RoleHolders): boolean {
  const names = (holders: RoleHolders) =>
    holders.kind === "bodies"
      ? holders.bodies
          .map(({ organ }) => organ)
          .sort()
          .join(" ")
      : holders.kind;
  return names(a) === names(b);
}

/** Model allocations that the zone has not confirmed. */
export function unverifiedRows({ shelf }: Linted): Found[] {
  return rowsOf(shelf)
    .filter(({ value }) => !value.verified)
    .map(({ read, path, value }) =>
      found(
        read,
        [...path, "verified"],
        `${value.matter.zh} is not confirmed by the zone: let it confirm the row, then set verified: true`,
      ),
    );
}
