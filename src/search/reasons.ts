import { CALIBRATION } from "./calibration.ts";
import type { Reason } from "./catalogue-document.ts";
import type { Catalogue, Inquiry } from "./inquiry.ts";
import type { Judged } from "./judge.ts";
import { contribution } from "./text-index.ts";

/** Number of a document found, and of its group. */
type Place = { document: number; group: number };

/**
 * What each feature adds to a document, by itself and through its group.
 * @returns heaviest first; an action that was named stands last, because it chooses and does not add
 */
export function reasons(
  { index, documents }: Catalogue,
  inquiry: Inquiry,
  { document, group }: Place,
): Reason[] {
  const share = CALIBRATION.groupShare;
  const found: Reason[] = inquiry.reading.wanted
    .map(({ feature, weight, source }) => {
      const alone = contribution(index.documents, feature, document);
      const together = contribution(index.groups, feature, group);
      return { feature, source, score: weight * ((1 - share) * alone + share * together) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const { action } = documents[document]!;
  return action && inquiry.actions.has(action)
    ? [...found, { feature: action, source: "action", score: 0 }]
    : found;
}

/**
 * The reasons of a hit, closed with what sets its group apart from its neighbours and with what is left of its
 * score: its name, or better documents of its group.
 */
export function reasonsOfHit(
  catalogue: Catalogue,
  inquiry: Inquiry,
  judged: Judged,
  place: Place,
): Reason[] {
  const { group } = catalogue.documents[place.document]!;
  const why = reasons(catalogue, inquiry, place);
  const apart = judged.contrast[place.group]!;
  const told = why.reduce((sum, reason) => sum + reason.score, apart);
  const rest = judged.groups[place.group]! - told;
  const source = inquiry.named.has(group) ? "name" : "group";
  const closing: Reason[] = [
    { feature: group, source: "contrast", score: apart },
    { feature: group, source, score: rest },
  ];
  return [...why, ...closing.filter(({ score }) => Math.abs(score) > 1e-3)];
}
