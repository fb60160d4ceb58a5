import type { LawEntry } from "./contents.ts";

/** What a version is on a day, as far as the imported texts themselves tell. */
export type Standing =
  | { is: "current" }
  | { is: "not-yet"; from: string }
  /** A newer version of the same law is there. */
  | { is: "superseded"; since: string; by: LawEntry }
  /** Another imported law says that it ends this one. */
  | { is: "repealed"; since: string; by: LawEntry };

/** The name by which versions of a law find each other and a repeal finds its law. */
export function plainTitle(title: string): string {
  return title.replaceAll(/中华人民共和国|[\s\u3000《》〈〉<>]/gu, "");
}

/**
 * The first day on which this version can have been law: the later of the day it names and its last amendment.
 * An amended law usually still names the day of its first version, so neither alone will do.
 * @returns ISO day; null when the text names none at all
 */
export function sinceOf({ effective, amended, published, adopted }: LawEntry): string | null {
  const latest = [effective, ...amended]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return latest ?? published ?? adopted;
}

/** All versions by law, the newest last; and which law ends which. */
export type Chronicle = {
  versions: ReadonlyMap<string, readonly LawEntry[]>;
  /** By the title of the law that ends. */
  repeals: ReadonlyMap<string, readonly LawEntry[]>;
};

export function chronicleOf(laws: readonly LawEntry[]): Chronicle {
  const versions = Map.groupBy(laws, lawKey);
  for (const list of versions.values()) list.sort(byAge);
  const repeals = new Map<string, LawEntry[]>();
  for (const law of laws)
    for (const title of law.repeals) {
      const key = plainTitle(title);
      if (key !== plainTitle(law.title)) repeals.set(key, [...(repeals.get(key) ?? []), law]);
    }
  return { versions, repeals };
}

/** A file may hold one book of a code: its versions are those of that book. */
export function lawKey({ title, part }: LawEntry): string {
  return plainTitle(title) + (part === null ? "" : `/${plainTitle(part)}`);
}

/** Unknown days are oldest; of two with the same day the one that was imported later is newer. */
function byAge(a: LawEntry, b: LawEntry): number {
  return (
    (sinceOf(a) ?? "").localeCompare(sinceOf(b) ?? "") || a.importedAt.localeCompare(b.importedAt)
  );
}

/** @returns what a version is on a day (ISO) */
export function standingOn(law: LawEntry, { versions, repeals }: Chronicle, day: string): Standing {
  const since = sinceOf(law);
  if (since !== null && since > day) return { is: "not-yet", from: since };
  const ended = (repeals.get(plainTitle(law.title)) ?? []).find(
    (other) => other.effective !== null && other.effective <= day && isBefore(since, other),
  );
  if (ended) return { is: "repealed", since: ended.effective!, by: ended };
  const list = versions.get(lawKey(law)) ?? [];
  const newer = list
    .slice(list.indexOf(law) + 1)
    .findLast((other) => (sinceOf(other) ?? "") <= day && other !== law);
  return newer ? { is: "superseded", since: sinceOf(newer) ?? "", by: newer } : { is: "current" };
}

/** A law repeals what there was when it was made, not a law of the same title that came later. */
function isBefore(since: string | null, { adopted, published, effective }: LawEntry): boolean {
  return since === null || since < (adopted ?? published ?? effective!);
}
