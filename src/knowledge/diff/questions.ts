import { referencesIn } from "../shelf-walk.ts";
import { rowsOfParts } from "../sheets/export-sheets.ts";
import { SHEET_PARTS } from "../sheets/parts.ts";
import type { Row } from "../sheets/rows.ts";
import { isList, isMap, type Plain } from "../sheets/tree.ts";
import type { RecordChange } from "./records.ts";

type Files = ReadonlyMap<string, string>;

/** A question, and who would ask it: visitors ask about items, staff look up who does what. */
export type Question = { line: string; as: "enterprise" | "staff" };

/** Parts whose change may change any answer: the program's sentences and how people's words are read. */
const EVERYWHERE = /^(?:wording|lexicon)-/;

/**
 * The questions whose answers may differ: those of changed records, and of records that cite changed
 * provisions; when words of the whole program changed, one question of every record.
 */
export function questionsAbout(
  changes: readonly RecordChange[],
  before: Files,
  after: Files,
): Question[] {
  const rows = [before, after].flatMap((files) => rowsOfParts(SHEET_PARTS, files));
  const asking = rows.filter((row) => ownQuestions(row).length > 0);
  const everywhere = changes.some(({ kind }) => EVERYWHERE.test(kind))
    ? asking.flatMap((row) => ownQuestions(row).slice(0, 1))
    : [];
  const concerned = new Set([...changedIds(changes), ...citing(rows, changedRefs(changes))]);
  const about = asking
    .filter((row) => allIdsAround(row).some((id) => concerned.has(id)))
    .flatMap(ownQuestions);
  return [...new Map([...about, ...everywhere].map((one) => [one.line, one])).values()];
}

/** The ids of the changed records and of those they are a part of; further questions name whom they ask about. */
function changedIds(changes: readonly RecordChange[]): string[] {
  return changes.flatMap(({ before, after }) =>
    [before, after].flatMap((row) => (row === null ? [] : idsAround(row))),
  );
}

function changedRefs(changes: readonly RecordChange[]): Set<string> {
  const refs = changes.flatMap(({ kind, before, after }) =>
    [before, after].flatMap((row) => {
      if (row === null || !kind.startsWith("provisions")) return [];
      const law = row.parent?.value ?? row.value;
      const articles = row.parent === null ? law.provisions : [row.value];
      return referencesTo({ id: law.id, provisions: articles });
    }),
  );
  return new Set(refs);
}

function referencesTo(law: { id?: Plain; provisions?: Plain }): string[] {
  if (typeof law.id !== "string" || !isList(law.provisions)) return [];
  return law.provisions.flatMap((one) =>
    isMap(one) && typeof one.article === "string" ? [`${law.id as string}/${one.article}`] : [],
  );
}

/** The records that rest on one of some provisions. */
function citing(rows: readonly Row[], refs: ReadonlySet<string>): string[] {
  if (refs.size === 0) return [];
  return rows
    .filter(
      (row) => row.parent !== null && referencesIn(row.value).some(({ ref }) => refs.has(ref)),
    )
    .flatMap(idsAround);
}

/** A record's id and, of one inside another, only the innermost that has an id. */
function idsAround(row: Row): string[] {
  if (typeof row.value.of === "string") return [row.value.of];
  for (let at: Row | null = row; at !== null; at = at.parent)
    if (at.id !== null && at.parent !== null) return [at.id];
  return [];
}

/** The ids of a record and of all it is a part of: whose change its questions may show. */
function allIdsAround(row: Row): string[] {
  if (typeof row.value.of === "string") return [row.value.of, row.value.of.split(".")[0]!];
  const above = row.parent === null ? [] : allIdsAround(row.parent);
  return row.id === null || row.parent === null ? above : [row.id, ...above];
}

/** The example questions of a record; of a record that has none its name, as staff would type it. */
function ownQuestions({ value, table }: Row): Question[] {
  if (table.parent === null || table.part === "provisions") return [];
  const listed = isMap(value.questions) ? value.questions : value;
  if (listed !== value || typeof value.of === "string")
    return [...strings(listed.zh), ...strings(listed.en)].map((line) => ({
      line,
      as: "enterprise",
    }));
  const isLookedUp = isMap(value.aliases) && value.subItems === undefined;
  const name = value.matter ?? value.violation ?? (isLookedUp ? value.name : undefined);
  return isMap(name) ? strings([name.zh!]).map((line) => ({ line, as: "staff" })) : [];
}

const strings = (value: Plain | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
