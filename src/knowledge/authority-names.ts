import type { AuthorityEntry } from "../domain/authority-entry.ts";
import type { Problem } from "./problem.ts";
import { problem, type Files, type Path } from "./shelf-walk.ts";
import type { YamlFile } from "./yaml-file.ts";

type Named = { read: YamlFile<unknown>; path: Path; name: string; remedy: string };

/** Rows, their numbers, matters and cases, organs, linkage rules, tables and figures: each stands once. */
export function namedTwice(shelf: Files): Problem[] {
  const seen = new Map<string, string>();
  return namesOf(shelf).flatMap(({ read, path, name, remedy }) => {
    const before = seen.get(name);
    if (before !== undefined)
      return [problem(read, path, `${name} already stands at ${before}: ${remedy}`)];
    seen.set(name, `${read.file}:${read.lineOf(path)}`);
    return [];
  });
}

function namesOf({ authority, organs, linkage, discretion, figures }: Files): Named[] {
  return [
    ...authority.flatMap((read) =>
      read.value.entries.flatMap((entry, i) => namesOfRow(read, entry, ["entries", i])),
    ),
    ...organs.flatMap((read) => ids(read, "organs", "organ", read.value.organs)),
    ...linkage.flatMap((read) => ids(read, "rules", "linkage rule", read.value.rules)),
    ...discretion.flatMap((read) => ids(read, "tables", "discretion table", read.value.tables)),
    ...figures.flatMap((read) => [
      ...ids(read, "figures", "figure", read.value.figures),
      ...ids(read, "unifications", "unification", read.value.unifications),
    ]),
  ];
}

function namesOfRow(read: YamlFile<unknown>, entry: AuthorityEntry, path: Path): Named[] {
  const named = (at: Path, name: string, remedy: string): Named => ({
    read,
    path: [...path, ...at],
    name,
    remedy,
  });
  return [
    named(["id"], `row ${entry.id}`, "give it another id"),
    named(["number"], `row number ${entry.number}`, "give it another number"),
    named(["matter", "zh"], `matter ${entry.matter.zh}`, "merge the two rows"),
    ...entry.cases.map(({ id }, i) =>
      named(["cases", i, "id"], `case ${entry.id}/${id}`, "give it another id"),
    ),
  ];
}

function ids(
  read: YamlFile<unknown>,
  list: string,
  kind: string,
  records: readonly { id: string }[],
): Named[] {
  return records.map(({ id }, i) => ({
    read,
    path: [list, i, "id"],
    name: `${kind} ${id}`,
    remedy: "give it another id",
  }));
}
