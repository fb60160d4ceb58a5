import type { AuthorityEntry, Role, RoleHolders } from "../../domain/authority-entry.ts";
import type { Law, Provision } from "../../domain/provision.ts";
import { handlingOf, referencesIn, type Path } from "../shelf-walk.ts";
import type { ReadShelf } from "../shelf.ts";
import type { YamlFile } from "../yaml-file.ts";

/** A record with its place. */
export type At<T> = { read: YamlFile<unknown>; path: Path; value: T };

export const itemsOf = (shelf: ReadShelf) =>
  shelf.departments.flatMap((read) =>
    read.value.items.map((value, i) => ({ read, path: ["items", i] as Path, value })),
  );

export const handlingItemsOf = (shelf: ReadShelf) =>
  itemsOf(shelf).flatMap(({ read, path, value }) =>
    handlingOf(value, path).map(({ handling, path: at }) => ({ read, path: at, value: handling })),
  );

export const rowsOf = (shelf: ReadShelf): At<AuthorityEntry>[] =>
  shelf.authority.flatMap((read) =>
    read.value.entries.map((value, i) => ({ read, path: ["entries", i] as Path, value })),
  );

/** The bodies that are named in a role; none where the role is open. */
export const bodiesOf = (holders: RoleHolders): Role[] =>
  holders.kind === "bodies" ? holders.bodies : [];

export type LawArticle = { law: Law; provision: Provision; ref: string };

export const articlesOf = (shelf: ReadShelf): (LawArticle & At<Provision>)[] =>
  shelf.laws.flatMap((read) =>
    read.value.provisions.map((provision, i) => ({
      read,
      path: ["provisions", i] as Path,
      value: provision,
      law: read.value,
      provision,
      ref: `${read.value.id}/${provision.article}`,
    })),
  );

/** Every citation on the shelf, in whatever part it stands. Earlier forms of a record cite the law of their day. */
export function citationsOf(shelf: ReadShelf): At<string>[] {
  return allFiles(shelf)
    .flatMap((read) =>
      referencesIn(read.value).map(({ ref, path }) => ({ read, path, value: ref })),
    )
    .filter(({ path }) => !path.includes("earlier"));
}

export function allFiles(shelf: ReadShelf): YamlFile<unknown>[] {
  return Object.values(shelf).flat();
}

/** Every map of a value, with its place, the outermost first. */
export function mapsIn(
  value: unknown,
  path: Path = [],
): { map: Record<string, unknown>; path: Path }[] {
  if (Array.isArray(value)) return value.flatMap((child, i) => mapsIn(child, [...path, i]));
  if (value === null || typeof value !== "object") return [];
  const map = value as Record<string, unknown>;
  return [
    { map, path },
    ...Object.entries(map).flatMap(([key, child]) => mapsIn(child, [...path, key])),
  ];
}
