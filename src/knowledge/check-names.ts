import type { Problem } from "./problem.ts";
import { handlingOf, problem, questionsOf, type Files, type Path } from "./shelf-walk.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Everything that must be one of its kind: laws, articles, items, numbers, example questions. */
export function checkNames(shelf: Files): Problem[] {
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
