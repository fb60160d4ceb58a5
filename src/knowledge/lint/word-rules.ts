import { questionsOf, type Path } from "../shelf-walk.ts";
import type { YamlFile } from "../yaml-file.ts";
import { found, type Found, type Linted } from "./finding.ts";
import { allFiles, itemsOf, mapsIn } from "./records.ts";

/** An everyday name that leads to another item first: nobody who uses it finds its own. */
export function unreachableAliases({ shelf, firstFound }: Linted): Found[] {
  return itemsOf(shelf).flatMap(({ read, path, value }) =>
    (["zh", "en"] as const).flatMap((lang) =>
      value.aliases[lang].flatMap((alias, i) => {
        const first = firstFound(alias);
        if (first === value.id) return [];
        const where = first === null ? "finds nothing" : `finds ${first} first`;
        return [
          found(
            read,
            [...path, "aliases", lang, i],
            `“${alias}” of ${value.id} ${where}: make it longer, or take it out of one of the two`,
          ),
        ];
      }),
    ),
  );
}

type Asked = { read: YamlFile<unknown>; path: Path; question: string; of: string };

/** Questions of two records that are the same once they are written in one way. */
export function sameQuestions({ shelf, normalise }: Linted): Found[] {
  const bare = (text: string) => normalise(text).replaceAll(/[\p{P}\p{S}\p{Z}]/gu, "");
  const seen = new Map<string, Asked>();
  return asked(shelf).flatMap((one) => {
    const key = bare(one.question);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, one);
    return before === undefined || before.of === one.of
      ? []
      : [
          found(
            one.read,
            one.path,
            `“${one.question}” is also a question of ${before.of} (${before.read.file}:${before.read.lineOf(before.path)}): ask one of them in other words`,
          ),
        ];
  });
}

function asked(shelf: Linted["shelf"]): Asked[] {
  const listed = (
    read: YamlFile<unknown>,
    of: string,
    path: Path,
    questions: { zh: string[]; en: string[] },
  ) =>
    (["zh", "en"] as const).flatMap((lang) =>
      questions[lang].map((question, i) => ({ read, of, question, path: [...path, lang, i] })),
    );
  return [
    ...itemsOf(shelf).flatMap(({ read, path, value }) =>
      questionsOf(value, path).map(({ question, path: at }) => ({
        read,
        path: at,
        question,
        of: value.id,
      })),
    ),
    ...shelf.outside.flatMap((read) =>
      read.value.doors.flatMap((door, i) =>
        listed(read, door.id, ["doors", i, "questions"], door.questions),
      ),
    ),
    ...shelf.rules.flatMap((read) =>
      read.value.rules.flatMap((rule, i) =>
        listed(read, rule.id, ["rules", i, "questions"], rule.questions),
      ),
    ),
    ...shelf.questions.flatMap((read) =>
      read.value.questions.flatMap((entry, i) =>
        listed(read, entry.of.split(".")[0]!, ["questions", i], entry),
      ),
    ),
  ];
}

/** Fields beside which a doubt can be explained. */
const EXPLAINED = new Set(["authority", "statutoryLimit", "promisedLimit", "validity", "fee"]);

/** A doubt without a word on what is doubtful. A fee that is not known says so by itself. */
export function marksWithoutNote({ shelf }: Linted): Found[] {
  return allFiles(shelf).flatMap((read) =>
    mapsIn(read.value)
      .filter(({ map, path }) => {
        const doubtful = map.mark === "P" || map.mark === "U";
        const explained = map.note !== undefined || map.charged === "unknown";
        return doubtful && !explained && EXPLAINED.has(String(path.at(-1)));
      })
      .map(({ map, path }) =>
        found(
          read,
          [...path, "mark"],
          `${path.at(-1)} is marked ${String(map.mark)} and no note says what is doubtful: write a note, or read the source and raise the mark`,
        ),
      ),
  );
}

/** What is made up as an example says so to whoever reads it. */
export function samplesUnsaid({ shelf }: Linted): Found[] {
  return allFiles(shelf).flatMap((read) =>
    mapsIn(read.value)
      .filter(({ map }) => map.provenance === "sample" && !saysSample(map))
      .map(({ path }) =>
        found(
          read,
          [...path, "provenance"],
          "is a sample and its words do not say so: add （示例） in Chinese and (sample) in English, or name the real source",
        ),
      ),
  );
}

function saysSample(map: Record<string, unknown>): boolean {
  const words = JSON.stringify(map);
  return words.includes("示例") && words.replace('"provenance":"sample"', "").includes("sample");
}
