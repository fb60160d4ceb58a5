import { holds } from "../../domain/condition.ts";
import { MEASURED } from "../../domain/threshold.ts";
import { readMeasure } from "../../language/measure.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Statement } from "./relevant.ts";

/** A threshold of a place is a row of its own; these bounds are the law's. */
const NO_LOCAL = new Map<string, number | null>();

/**
 * On which side of the item's thresholds the visitor's own number is: "280平", "三吨八".
 * @returns what follows, one statement for each threshold that measures a number the question holds
 */
export function measuredStatements(text: string, { thresholds }: CatalogueItem): Statement[] {
  return thresholds.flatMap(({ measured, mark }) => {
    if (!measured || mark === "U" || !speaksOf(text, measured.about)) return [];
    const number = readMeasure(text, measured.units);
    if (number === null) return [];
    const found = measured.cases.find(
      ({ when }) => holds(when, { [MEASURED]: number }, NO_LOCAL) === true,
    );
    return found ? [{ ...found.says, mark }] : [];
  });
}

/** A year may be the term of capital or the age of a road: words beside it tell. */
function speaksOf(text: string, about: { zh: string[]; en: string[] } | undefined): boolean {
  const typed = text.toLowerCase();
  return about === undefined || [...about.zh, ...about.en].some((word) => typed.includes(word));
}
