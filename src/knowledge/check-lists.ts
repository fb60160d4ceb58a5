import type { CaseFact } from "../domain/case-fact.ts";
import { boundsOf, testsIn, type Condition, type FactTest } from "../domain/condition.ts";
import { boundsInWords } from "../domain/bound-words.ts";
import type { Bilingual } from "../domain/language.ts";
import { listFiles, problem, type Files, type Path } from "./shelf-walk.ts";
import type { Problem } from "./problem.ts";

type Found = { at: Path; message: string };
type Stated = { when: Condition; whenWords: Bilingual; path: Path };

/** The lists by which a case is judged: declared facts, one id each, words that say what the condition says. */
export function checkLists(shelf: Files): Problem[] {
  const facts = new Map(
    shelf.facts.flatMap(({ value }) =>
      value.facts.map((fact): [string, CaseFact] => [fact.id, fact]),
    ),
  );
  const conditions = listFiles(shelf).flatMap((read) =>
    conditionsIn(read.value).flatMap((stated) =>
      [...wrongTests(stated, facts), ...wrongWords(stated)].map(({ at, message }) =>
        problem(read, at, message),
      ),
    ),
  );
  return [
    ...conditions,
    ...undeclaredExclusions(shelf, facts),
    ...repeatedIds(shelf),
    ...notEnglish(shelf),
  ];
}

function wrongTests({ when, path }: Stated, facts: ReadonlyMap<string, CaseFact>): Found[] {
  return testsIn(when).flatMap((test) => {
    const message = wrongTest(test, facts.get(test.fact));
    return message ? [{ at: [...path, "when"], message }] : [];
  });
}

function wrongTest(test: FactTest, fact: CaseFact | undefined): string | null {
  if (!fact) return `${test.fact} is no declared fact: add it to knowledge/facts`;
  if (!("is" in test))
    return fact.kind === "number" ? null : `${fact.id} is no number: compare it with "is"`;
  if (typeof test.is === "boolean")
    return fact.kind === "yes-no" ? null : `${fact.id} is not answered by yes or no`;
  return fact.options?.some(({ id }) => id === test.is)
    ? null
    : `${test.is} is no option of ${fact.id}: use one of its options`;
}

/** The numbers of the words, and how each is meant, must be those of the condition. */
function wrongWords({ when, whenWords, path }: Stated): Found[] {
  const bounds = testsIn(when)
    .flatMap(boundsOf)
    .flatMap(({ test, bound }) => (typeof bound === "number" ? [{ test, number: bound }] : []));
  return (["zh", "en"] as const).flatMap((lang) => {
    const said = boundsInWords(whenWords[lang], lang);
    const at: Path = [...path, "whenWords"];
    const missing = bounds.filter(
      ({ number, test }) => !said.some((one) => one.number === number && one.test === test),
    );
    const extra = said.filter(({ number }) => !bounds.some((bound) => bound.number === number));
    return [
      ...missing.map(({ number, test }) => ({
        at,
        message: `the condition says ${test} ${number}, its words (${lang}) do not: say the same bound`,
      })),
      ...extra.map(({ number }) => ({
        at,
        message: `the words (${lang}) say ${number}, the condition does not: say the same bound`,
      })),
    ];
  });
}

function undeclaredExclusions(shelf: Files, facts: ReadonlyMap<string, CaseFact>): Problem[] {
  return shelf.noPenalty.flatMap((read) =>
    read.value.items.flatMap(({ exclusions }, i) =>
      exclusions
        .filter((id) => facts.get(id)?.kind !== "yes-no")
        .map((id) =>
          problem(
            read,
            ["items", i, "exclusions"],
            `${id} is no declared yes-no fact: add it to knowledge/facts`,
          ),
        ),
    ),
  );
}

/** Each list has its own ids: a fact may be called like a mode, but no two facts alike. */
function repeatedIds(shelf: Files): Problem[] {
  const seen = new Map<string, string>();
  return [...shelf.facts, ...listFiles(shelf)].flatMap((read) =>
    recordsOf(read.value).flatMap(({ id, path }) => {
      const name = `${path[0]} ${id}`;
      const before = seen.get(name);
      seen.set(name, before ?? `${read.file}:${read.lineOf(path)}`);
      return before === undefined
        ? []
        : [problem(read, path, `${id} already stands at ${before}: give it another id`)];
    }),
  );
}

function notEnglish(shelf: Files): Problem[] {
  return [...listFiles(shelf), ...shelf.facts].flatMap((read) =>
    statementsIn(read.value)
      .filter(({ en }) => /\p{Script=Han}/u.test(en) || !/[a-z%]/iu.test(en))
      .map(({ path }) => problem(read, path, "the English is missing: translate the Chinese")),
  );
}

/** The records of a file: its lists of things with an id. */
function recordsOf(value: unknown): { id: string; path: Path }[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, list]) =>
    Array.isArray(list)
      ? list.flatMap((record, i) => {
          const id: unknown = Reflect.get(Object(record), "id");
          return typeof id === "string" ? [{ id, path: [key, i, "id"] as Path }] : [];
        })
      : [],
  );
}

function conditionsIn(value: unknown, path: Path = []): Stated[] {
  return walk(value, path).flatMap(({ node, path: at }) =>
    "when" in node && "whenWords" in node
      ? [{ when: node.when as Condition, whenWords: node.whenWords as Bilingual, path: at }]
      : [],
  );
}

function statementsIn(value: unknown): (Bilingual & { path: Path })[] {
  return walk(value, []).flatMap(({ node, path }) => {
    const { zh, en } = node;
    return typeof zh === "string" && typeof en === "string" ? [{ zh, en, path }] : [];
  });
}

/** Every map in a value, with the way to it. */
function walk(value: unknown, path: Path): { node: Record<string, unknown>; path: Path }[] {
  if (value === null || typeof value !== "object") return [];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    walk(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value)
    ? inner
    : [{ node: value as Record<string, unknown>, path }, ...inner];
}
