import type { CitedStatement } from "../../domain/cited-statement.ts";
import type { EvidenceMark } from "../../domain/citation.ts";
import { featuresOf } from "../../search/features.ts";
import { normalise } from "../../search/normalise.ts";
import type { CatalogueEntry } from "../../knowledge/catalogue.ts";
import type { Subject } from "./subject.ts";

/** A statement of the shelf, wherever in the record it stands. */
export type Statement = Pick<CitedStatement, "zh" | "en" | "cites"> & { mark: EvidenceMark };

/** Two pairs of characters in common are more than chance; one is not. */
const FEWEST_SHARED = 2;
const MOST = 2;

/**
 * The statements about a subject that speak of what was asked.
 * @param text the question
 * @returns at most two, the nearest first; none when nothing in the record touches the question
 */
export function relevantStatements(text: string, subject: Subject): Statement[] {
  return statementsOn(text, read(subject));
}

/**
 * The same, looking further: at the cases of the item and at its other handling items.
 * For a conversation in which the record's own statements do not touch what was said.
 */
export function relevantElsewhere(
  text: string,
  subject: Subject,
  siblings: readonly CatalogueEntry[],
): Statement[] {
  const { item } = subject;
  const cases = item.notNeeded
    .filter(({ mark }) => mark !== "U")
    .map(({ when, then, mark }) => ({
      statement: { ...then, mark },
      said: new Set(pairs(`${when.zh} ${when.en} ${then.zh} ${then.en}`)),
    }));
  const others = siblings.flatMap((entry) => read({ item, entry }).statements);
  return statementsOn(text, { about: read(subject).about, statements: [...cases, ...others] });
}

function statementsOn(text: string, { about, statements }: Read): Statement[] {
  const asked = new Set(pairs(text).filter((pair) => !about.has(pair)));
  return statements
    .map(({ statement, said }) => ({
      statement,
      shared: [...asked].filter((pair) => said.has(pair)).length,
    }))
    .filter(({ shared }) => shared >= FEWEST_SHARED)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ statement }) => statement);
}

/** A record as it is compared: what its names say, and what each of its statements says. */
type Read = { about: Set<string>; statements: { statement: Statement; said: Set<string> }[] };

/** Records never change while running, so each is read once. */
const alreadyRead = new WeakMap<object, Read>();

function read(subject: Subject): Read {
  const { item, entry } = subject;
  const record = entry ?? item;
  const before = alreadyRead.get(record);
  if (before) return before;
  const names = `${item.name.zh} ${item.aliases.zh.join(" ")} ${item.name.en}`;
  const statements = statementsOf(subject).map((statement) => ({
    statement,
    said: new Set(pairs(`${statement.zh} ${statement.en}`)),
  }));
  const now = { about: new Set(pairs(names)), statements };
  alreadyRead.set(record, now);
  return now;
}

/** Characters in pairs and words whole: what two texts must share to speak of the same. */
const pairs = (text: string) =>
  featuresOf(normalise(text)).filter((feature) => feature.length >= 2);

function statementsOf({ item, entry }: Subject): Statement[] {
  const verified = (statement: CitedStatement): Statement => ({ mark: "V", ...statement });
  return [
    ...item.thresholds,
    ...(entry?.facts ?? []),
    ...(entry?.conditions ?? []).map(verified),
    ...item.next.map(verified),
    ...(entry?.siteInspection ? [entry.siteInspection] : []),
    ...(entry?.commitment
      ? [{ ...entry.commitment.note, cites: entry.commitment.cites, mark: entry.commitment.mark }]
      : []),
  ].filter((statement) => statement.mark !== "U");
}
