import type { ApprovalItem, Duration, HandlingItem } from "../domain/approval-item.ts";
import type { DepartmentFile } from "../domain/approval-item.ts";
import type { Law } from "../domain/provision.ts";
import type { OutsideDoorFile } from "../domain/outside-door.ts";
import type { z } from "zod";
import type { GeneralRuleFile } from "../domain/general-rule.ts";
import type { MoreQuestionsFile } from "../domain/more-questions.ts";
import type { Problem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

type Files = {
  departments: YamlFile<DepartmentFile>[];
  laws: YamlFile<Law>[];
  outside: YamlFile<z.infer<typeof OutsideDoorFile>>[];
  questions: YamlFile<MoreQuestionsFile>[];
  rules: YamlFile<z.infer<typeof GeneralRuleFile>>[];
};

type Path = (string | number)[];

/**
 * What one file alone cannot show: references that resolve to nothing, things named twice,
 * promises longer than the law's limit. The rules follow the checkers of published catalogues.
 */
export function findInconsistencies(shelf: Files): Problem[] {
  return [
    ...unresolvedReferences(shelf),
    ...endedReferences(shelf),
    ...namedTwice(shelf),
    ...unknownItems(shelf),
    ...questionsOfNothing(shelf),
    ...brokenPromises(shelf),
  ];
}

function unresolvedReferences({ departments, laws, rules }: Files): Problem[] {
  const known = new Set(
    laws.flatMap(({ value }) => value.provisions.map((p) => `${value.id}/${p.article}`)),
  );
  return [...departments, ...rules].flatMap((read) =>
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

/** What an item cites must still be law on the day the shelf was last checked. */
function endedReferences({ departments, laws, rules }: Files): Problem[] {
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
  return [...departments, ...rules].flatMap((read) =>
    referencesIn(read.value)
      .filter(({ ref }) => ended.has(ref))
      .map(({ ref, path }) =>
        problem(
          read,
          path,
          `cites ${ref}, which ended on ${ended.get(ref)}: cite what replaced it`,
        ),
      ),
  );
}

/** Every string that stands in a list of citations, wherever in the record it is. */
function referencesIn(value: unknown, path: Path = []): { ref: string; path: Path }[] {
  if (Array.isArray(value))
    return value.flatMap((child, index) => referencesIn(child, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, child]) =>
    ["cites", "materialsCites", "basis"].includes(key) && Array.isArray(child)
      ? child.map((ref, index) => ({ ref: String(ref), path: [...path, key, index] }))
      : referencesIn(child, [...path, key]),
  );
}

function namedTwice(shelf: Files): Problem[] {
  const seen = new Map<string, string>();
  const once = (read: YamlFile<unknown>, path: Path, name: string, remedy: string): Problem[] => {
    const here = `${read.file}:${read.lineOf(path)}`;
    const before = seen.get(name);
    if (before === undefined) seen.set(name, here);
    return before === undefined
      ? []
      : [problem(read, path, `${name} already stands at ${before}: ${remedy}`)];
  };
  const lawProblems = shelf.laws.flatMap((read) => [
    ...once(read, ["id"], `law ${read.value.id}`, "merge the two files"),
    ...read.value.provisions.flatMap((p, i) =>
      once(read, ["provisions", i, "article"], `article ${read.value.id}/${p.article}`, "keep one"),
    ),
  ]);
  const itemProblems = shelf.departments.flatMap((read) =>
    read.value.items.flatMap((item, i) => [
      ...once(read, ["items", i, "id"], `item ${item.id}`, "give it another id"),
      ...once(
        read,
        ["items", i, "number"],
        `catalogue number ${item.number}`,
        "give it another number",
      ),
      ...questionsOf(item, ["items", i]).flatMap(({ question, path }) =>
        once(read, path, `question “${bare(question)}”`, "ask it in other words"),
      ),
      ...handlingOf(item, ["items", i]).flatMap(({ handling, path }) =>
        once(read, [...path, "id"], `handling item ${handling.id}`, "give it another id"),
      ),
    ]),
  );
  const doorProblems = shelf.outside.flatMap((read) =>
    read.value.doors.flatMap((door, i) => [
      ...once(read, ["doors", i, "id"], `item ${door.id}`, "give it another id"),
      ...[...door.questions.zh, ...door.questions.en].flatMap((question) =>
        once(
          read,
          ["doors", i, "questions"],
          `question “${bare(question)}”`,
          "ask it in other words",
        ),
      ),
    ]),
  );
  const moreProblems = shelf.questions.flatMap((read) =>
    read.value.questions.flatMap(({ zh, en }, i) =>
      [...zh, ...en].flatMap((question) =>
        once(read, ["questions", i], `question “${bare(question)}”`, "ask it in other words"),
      ),
    ),
  );
  const ruleProblems = shelf.rules.flatMap((read) =>
    read.value.rules.flatMap((rule, i) => [
      ...once(read, ["rules", i, "id"], `item ${rule.id}`, "give it another id"),
      ...[...rule.questions.zh, ...rule.questions.en].flatMap((question) =>
        once(
          read,
          ["rules", i, "questions"],
          `question “${bare(question)}”`,
          "ask it in other words",
        ),
      ),
    ]),
  );
  return [...lawProblems, ...itemProblems, ...doorProblems, ...ruleProblems, ...moreProblems];
}

const bare = (question: string) => question.replaceAll(/[\p{P}\p{Z}]/gu, "").toLowerCase();

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

function brokenPromises(shelf: Files): Problem[] {
  return shelf.departments.flatMap((read) =>
    read.value.items.flatMap((item, i) =>
      handlingOf(item, ["items", i]).flatMap(({ handling, path }) => {
        const promised = handling.promisedLimit?.duration;
        const statutory = handling.statutoryLimit?.duration;
        const broken = promised && statutory && inWorkingDays(promised) > inWorkingDays(statutory);
        return broken
          ? [
              problem(
                read,
                [...path, "promisedLimit"],
                "promises more time than the law allows: shorten the promised limit",
              ),
            ]
          : [];
      }),
    ),
  );
}

/** For comparing only: seven calendar days hold five working days. */
function inWorkingDays({ number, unit }: Duration): number {
  const each = {
    "working-day": 1,
    day: 5 / 7,
    month: 22,
    year: 250,
    hour: 1 / 8,
    "half-working-day": 0.5,
  };
  return number * each[unit];
}

function handlingOf(item: ApprovalItem, path: Path): { handling: HandlingItem; path: Path }[] {
  return item.subItems.flatMap((sub, s) =>
    sub.handlingItems.map((handling, h) => ({
      handling,
      path: [...path, "subItems", s, "handlingItems", h],
    })),
  );
}

function questionsOf(item: ApprovalItem, path: Path): { question: string; path: Path }[] {
  const own = item.questions
    ? [{ questions: item.questions, at: [...path, "questions"] as Path }]
    : [];
  const handled = handlingOf(item, path).map((h) => ({
    questions: h.handling.questions,
    at: [...h.path, "questions"] as Path,
  }));
  return [...own, ...handled].flatMap(({ questions, at }) => [
    ...questions.zh.map((question, i) => ({ question, path: [...at, "zh", i] })),
    ...questions.en.map((question, i) => ({ question, path: [...at, "en", i] })),
  ]);
}

function problem(read: YamlFile<unknown>, path: Path, message: string): Problem {
  return { file: read.file, line: read.lineOf(path), where: path.join("."), message };
}
