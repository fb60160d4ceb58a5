import { found, daysBetween, type Found, type Linted } from "./finding.ts";
import { articlesOf, citationsOf, type LawArticle } from "./records.ts";

/** After so many days a source should have been looked at again. */
export const STALE_AFTER = 180;
/** So long before a provision ends, whoever cites it is told. */
const ENDS_WITHIN = 90;

/** Laws that something cites and nobody has compared with their source for long. */
export function staleLaws({ shelf, day }: Linted): Found[] {
  const cited = new Set(citationsOf(shelf).map(({ value }) => value.split("/")[0]));
  return shelf.laws.flatMap((read) => {
    const { id, title, checkedOn } = read.value;
    const age = daysBetween(checkedOn, day);
    return age > STALE_AFTER && cited.has(id)
      ? [
          found(
            read,
            ["checkedOn"],
            `《${title}》 was last compared with its source ${age} days ago (${checkedOn}): read it again and set checkedOn`,
          ),
        ]
      : [];
  });
}

/** Citations of what is law today and will not be soon. */
export function endingSoon({ shelf, day }: Linted): Found[] {
  const ends = new Map(articlesOf(shelf).map((article) => [article.ref, lastDayOf(article)]));
  return citationsOf(shelf).flatMap(({ read, path, value }) => {
    const last = ends.get(value) ?? null;
    const left = last === null ? -1 : daysBetween(day, last);
    return left >= 0 && left <= ENDS_WITHIN
      ? [
          found(
            read,
            path,
            `cites ${value}, which ends on ${last} (in ${left} days): enter what replaces it and cite that`,
          ),
        ]
      : [];
  });
}

const lastDayOf = ({ law, provision }: LawArticle) => provision.validTo ?? law.validTo;

/** Two texts of one law that count on the same day: which one is it? */
export function overlappingVersions({ shelf }: Linted): Found[] {
  const { laws } = shelf;
  return laws.flatMap((read, place) =>
    laws.slice(0, place).flatMap((other) => {
      if (read.value.title !== other.value.title || !overlap(read.value, other.value)) return [];
      const message = `《${read.value.title}》 is also in ${other.file}, and both count on the same days: end the older one with validTo, or give them different titles`;
      return [found(read, ["validFrom"], message)];
    }),
  );
}

type Validity = { validFrom: string | null; validTo: string | null };

function overlap(a: Validity, b: Validity): boolean {
  const begins = (one: Validity) => one.validFrom ?? "0000-01-01";
  const ends = (one: Validity) => one.validTo ?? "9999-12-31";
  return begins(a) <= ends(b) && begins(b) <= ends(a);
}

/** A law that has ended says what came after it. */
export function successorMissing({ shelf, day }: Linted): Found[] {
  return shelf.laws.flatMap((read) => {
    const { title, validTo, replacedBy, provisions } = read.value;
    const mapped = provisions.every((provision) => provision.replacedBy !== undefined);
    return validTo !== null && validTo < day && replacedBy === null && !mapped
      ? [
          found(
            read,
            ["replacedBy"],
            `《${title}》 ended on ${validTo} and names no successor: name the law in replacedBy, or for each article what replaced it ([]: nothing)`,
          ),
        ]
      : [];
  });
}

/** Provisions that no record rests on. */
export function uncitedProvisions({ shelf }: Linted): Found[] {
  const cited = new Set(citationsOf(shelf).map(({ value }) => value));
  const named = new Set(articlesOf(shelf).flatMap(({ provision }) => provision.replacedBy ?? []));
  return articlesOf(shelf)
    .filter(({ ref, law }) => !cited.has(ref) && !named.has(ref) && law.validTo === null)
    .map(({ read, path, ref }) =>
      found(
        read,
        [...path, "article"],
        `nothing cites ${ref}: cite it where it is needed, or leave it for looking up the law`,
      ),
    );
}
