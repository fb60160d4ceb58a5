import { inForce } from "../domain/citation.ts";
import type { Law } from "../domain/provision.ts";
import type { Provisions } from "./provisions.ts";
import { isCitations } from "./shelf-walk.ts";

/** Articles that said the same before under another number or in another law, by today's reference. */
export type SameArticles = {
  before: ReadonlyMap<string, readonly string[]>;
  /** The last days of the old references, each once. */
  lastDays: readonly string[];
};

export function buildSameArticles(laws: readonly Law[], provisions: Provisions): SameArticles {
  const before = new Map<string, string[]>();
  const lastDays = new Set<string>();
  for (const law of laws)
    for (const { article, same, replacedBy } of law.provisions) {
      if (!same) continue;
      const ref = `${law.id}/${article}`;
      for (const now of replacedBy ?? []) before.set(now, [...(before.get(now) ?? []), ref]);
      const last = provisions.get(ref)?.validTo;
      if (last) lastDays.add(last);
    }
  return { before, lastDays: [...lastDays] };
}

/**
 * The record with every source named as it was named on a day.
 * @param day ISO calendar day
 * @returns a copy in which an article not in force on the day gives way to the one that said the same then
 */
export function withSourcesOf<T>(
  record: T,
  day: string,
  same: SameArticles,
  provisions: Provisions,
): T {
  return rewritten(record, (ref) => namedOn(ref, day, same, provisions) ?? ref) as T;
}

function namedOn(
  ref: string,
  day: string,
  same: SameArticles,
  provisions: Provisions,
): string | null {
  const provision = provisions.get(ref);
  if (provision && inForce(provision, day)) return ref;
  for (const earlier of same.before.get(ref) ?? []) {
    const found = namedOn(earlier, day, same, provisions);
    if (found) return found;
  }
  return null;
}

function rewritten(value: unknown, rename: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((child) => rewritten(child, rename));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      isCitations(key, child) ? child.map((ref) => rename(String(ref))) : rewritten(child, rename),
    ]),
  );
}
