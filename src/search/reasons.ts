import { CALIBRATION } from "./calibration.ts";
import type { Reason } from "./catalogue-document.ts";
import type { Catalogue, Inquiry } from "./inquiry.ts";
import { contribution } from "./text-index.ts";

/**
 * What each feature adds to a document, by itself and through its group.
 * @param number the document's number
 * @param group its group's number
 * @returns heaviest first; an action that was named stands last, because it chooses and does not add
 */
export function reasons(
  { index, documents }: Catalogue,
  inquiry: Inquiry,
  number: number,
  group: number,
): Reason[] {
  const share = CALIBRATION.groupShare;
  const found: Reason[] = inquiry.reading.wanted
    .map(({ feature, weight, source }) => {
      const alone = contribution(index.documents, feature, number);
      const together = contribution(index.groups, feature, group);
      return { feature, source, score: weight * ((1 - share) * alone + share * together) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const { action } = documents[number]!;
  return action && inquiry.actions.has(action)
    ? [...found, { feature: action, source: "action", score: 0 }]
    : found;
}

/** The reasons of a hit, closed with what is left of its score: its name, or better documents of its group. */
export function reasonsOfHit(
  catalogue: Catalogue,
  inquiry: Inquiry,
  number: number,
  found: { group: number; score: number },
): Reason[] {
  const why = reasons(catalogue, inquiry, number, found.group);
  const rest = found.score - why.reduce((sum, reason) => sum + reason.score, 0);
  const { group } = catalogue.documents[number]!;
  const source = inquiry.named.has(group) ? "name" : "group";
  return rest > 1e-3 ? [...why, { feature: group, source, score: rest }] : why;
}
