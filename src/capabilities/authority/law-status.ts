import { inForce } from "../../domain/citation.ts";
import type { LawOnShelf } from "./law-named.ts";
import type { Ground } from "./look-up.ts";

/** Texts that are no law: a report, a guide, a reply, a notice is published, it does not come into force. */
const ONLY_PUBLISHED: readonly LawOnShelf["kind"][] = ["page", "document"];

/** What a version is on the day: in force, to come, or ended and by what; of a page only when it was published. */
export function statusOf(law: LawOnShelf, { say, day, knowledge, lang }: Ground): string {
  const { number, version: called, validFrom, validTo, checkedOn, replacedBy, kind } = law;
  const values = {
    version: number ? `${called}${lang === "zh" ? "，" : ", "}${number}` : called,
    from: validFrom ?? say("law.unknown-day"),
    checked: checkedOn,
  };
  if (ONLY_PUBLISHED.includes(kind)) return say(`law.published.${kind}`, values);
  if (validFrom === null) return say("law.version-of-unknown-day", values);
  if (inForce(law, day)) return say("law.in-force", values);
  if (validTo === null) return say("law.in-force-from", values);
  const successor = replacedBy === null ? undefined : knowledge.powers.laws.get(replacedBy);
  if (!successor) return say("law.ended", { ...values, to: validTo });
  const by = lang === "zh" ? successor.title : successor.titleEn;
  return say("law.ended-by", { ...values, to: validTo, by });
}
