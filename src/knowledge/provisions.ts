import type { Citation } from "../domain/citation.ts";
import type { Law } from "../domain/provision.ts";

/** Every provision as a citation, by its reference: "food-safety-law/35". */
export type Provisions = Map<string, Citation>;

export function buildProvisions(laws: readonly Law[]): Provisions {
  const provisions: Provisions = new Map();
  for (const law of laws)
    for (const provision of law.provisions) {
      const id = `${law.id}/${provision.article}`;
      provisions.set(id, {
        id,
        title: law.title,
        titleEn: law.titleEn,
        article: provision.article,
        version: law.version,
        versionFrom: law.validFrom,
        validFrom: provision.validFrom ?? law.validFrom,
        validTo: provision.validTo ?? law.validTo,
        checkedOn: law.checkedOn,
        mark: provision.mark,
        says: provision.says,
        replacedBy: law.replacedBy,
        replacedByArticles: provision.replacedBy ?? null,
        change: provision.change ?? null,
      });
    }
  return provisions;
}
