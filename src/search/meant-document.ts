import type { HandlingKind } from "../domain/handling-item.ts";
import { CALIBRATION } from "./calibration.ts";
import type { CatalogueDocument } from "./catalogue-document.ts";

/** Who names no action most often wants to begin. */
const BEGINNINGS: ReadonlySet<HandlingKind> = new Set(["new", "file", "report", "confirm"]);

/**
 * Of a group's handling items the one that was meant; of a group without any, the best document.
 * @param own numbers of the group's documents that may be found, at least one
 * @param alone score of each document by number
 * @param named actions the question names
 */
export function meantDocument(
  documents: readonly CatalogueDocument[],
  own: readonly number[],
  alone: Float32Array,
  named: ReadonlySet<HandlingKind>,
): number {
  const handling = own.filter((number) => documents[number]!.kind === "handling");
  const fit = (number: number) => alone[number]! * actionBonus(documents[number]!.action, named);
  return (handling.length > 0 ? handling : own).reduce((a, b) => (fit(b) > fit(a) ? b : a));
}

function actionBonus(action: HandlingKind | undefined, named: ReadonlySet<HandlingKind>): number {
  if (action === undefined) return 1;
  if (named.has(action)) return CALIBRATION.actionBonus.named;
  return named.size === 0 && BEGINNINGS.has(action) ? CALIBRATION.actionBonus.beginning : 1;
}
