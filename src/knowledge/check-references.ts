import type { ApprovalItem } from "../domain/approval-item.ts";
import type { Problem } from "./problem.ts";
import { problem, referencesIn, statingFiles, type Files, type Path } from "./shelf-walk.ts";

/** Everything that names something in another file: provisions, items, what questions are about. */
export function checkReferences(shelf: Files): Problem[] {
  return [
    ...unresolvedReferences(shelf),
    ...endedReferences(shelf),
    ...unknownItems(shelf),
    ...zoneRowsOfNothing(shelf),
    ...questionsOfNothing(shelf),
    ...unknownSuccessors(shelf),
  ];
}

/** A repealed article names what replaced it: both the law and the article must be on the shelf. */
function unknownSuccessors({ laws }: Files): Problem[] {
  const articles = new Set(
    laws.flatMap(({ value }) => value.provisions.map((p) => `${value.id}/${p.article}`)),
  );
  const ids = new Set(laws.map(({ value }) => value.id));
  return laws.flatMap((read) => [
    ...(read.value.replacedBy === null || ids.has(read.value.replacedBy)
      ? []
      : [
          problem(
            read,
            ["replacedBy"],
            `names the law ${read.value.replacedBy}, which is in no file: write it or use null`,
          ),
        ]),
    ...read.value.provisions.flatMap((provision, i) =>
      (provision.replacedBy ?? [])
        .filter((ref) => !articles.has(ref))
        .map((ref) =>
          problem(
            read,
            ["provisions", i, "replacedBy"],
            `names ${ref}, which is in no file: add the article to knowledge/provisions/${ref.split("/")[0]}.yaml`,
          ),
        ),
    ),
  ]);
}

function unresolvedReferences(shelf: Files): Problem[] {
  const { laws } = shelf;
  const known = new Set(
    laws.flatMap(({ value }) => value.provisions.map((p) => `${value.id}/${p.article}`)),
  );
  return statingFiles(shelf).flatMap((read) =>
    referencesIn(read.value)
      .filter(({ ref }) => !known.has(ref))
      .map(({ ref, path }) =>
        problem(
          read,
          path,
          `cites ${ref}, which is in no file: add the article to knowledge/provisions/${ref.split("/")[0]}.yaml`,
        ),
      ),
  );
}

/** An earlier form of a record, or a record that has itself ended, rests on the law of its day. */
function isOfThePast(file: unknown, path: Path): boolean {
  if (path.includes("earlier")) return true;
  const record = path.slice(0, 2).reduce<unknown>((value, step) => childOf(value, step), file);
  return typeof childOf(record, "validTo") === "string";
}

const childOf = (value: unknown, step: string | number): unknown =>
  value !== null && typeof value === "object" ? Reflect.get(value, step) : undefined;

/** What an item cites must still be law on the day the shelf was last checked. */
function endedReferences(shelf: Files): Problem[] {
  const { laws } = shelf;
  const checkedOn =
    laws
      .map(({ value }) => value.checkedOn)
      .sort()
      .at(-1) ?? "";
  const ended = new Map(
    laws.flatMap(({ value }) =>
      value.provisions.flatMap((provision): [string, string][] => {
        const validTo = provision.validTo ?? value.validTo;
        return validTo !== null && validTo < checkedOn
          ? [[`${value.id}/${provision.article}`, validTo]]
          : [];
      }),
    ),
  );
  return statingFiles(shelf).flatMap((read) =>
    referencesIn(read.value)
      .filter(({ ref, path }) => ended.has(ref) && !isOfThePast(read.value, path))
      .map(({ ref, path }) =>
        problem(
          read,
          path,
          `cites ${ref}, which ended on ${ended.get(ref)}: cite what replaced it`,
        ),
      ),
  );
}

function unknownItems(shelf: Files): Problem[] {
  const known = new Set(
    shelf.departments.flatMap(({ value }) => value.items.map((item) => item.id)),
  );
  for (const { value } of shelf.outside) for (const door of value.doors) known.add(door.id);
  return shelf.departments.flatMap((read) =>
    read.value.items.flatMap((item, i) =>
      mentionsOf(item, ["items", i])
        .filter(({ id }) => !known.has(id))
        .map(({ id, path }) =>
          problem(read, path, `names the item ${id}, which does not exist: use an existing id`),
        ),
    ),
  );
}

function zoneRowsOfNothing({ departments, zone }: Files): Problem[] {
  const known = new Set(departments.flatMap(({ value }) => value.items.map((item) => item.id)));
  return zone.flatMap((read) =>
    read.value.thresholds
      .flatMap(({ items }, i) =>
        items.map((id, at) => ({ id, path: ["thresholds", i, "items", at] })),
      )
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) =>
        problem(read, path, `names the item ${id}, which does not exist: use an existing id`),
      ),
  );
}

function questionsOfNothing({ departments, questions }: Files): Problem[] {
  const items = departments.flatMap(({ value }) => value.items);
  const known = new Set([
    ...items.map((item) => item.id),
    ...items
      .flatMap((item) => item.subItems)
      .flatMap((sub) => sub.handlingItems.map((handling) => handling.id)),
  ]);
  return questions.flatMap((read) =>
    read.value.questions
      .map(({ of }, i) => ({ of, path: ["questions", i, "of"] }))
      .filter(({ of }) => !known.has(of))
      .map(({ of, path }) =>
        problem(
          read,
          path,
          `asks about ${of}, which is no item: use the id of an item or handling item`,
        ),
      ),
  );
}

function mentionsOf(item: ApprovalItem, path: Path): { id: string; path: Path }[] {
  return [
    ...item.related.map((id, i) => ({ id, path: [...path, "related", i] })),
    ...item.notNeeded.flatMap(({ instead }, i) =>
      instead ? [{ id: instead, path: [...path, "notNeeded", i, "instead"] }] : [],
    ),
    ...item.next.flatMap(({ item: id }, i) =>
      id ? [{ id, path: [...path, "next", i, "item"] }] : [],
    ),
  ];
}
