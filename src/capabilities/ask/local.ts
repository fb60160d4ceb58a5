import { holds, type Span } from "../../domain/condition.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { MEASURED } from "../../domain/threshold.ts";
import type { ZoneThreshold } from "../../domain/zone-threshold.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import { readMeasure } from "../../language/measure.ts";
import type { Voice } from "./phrases.ts";

/** What the place decides about an item, and the visitor's own number if the question holds one. */
export type LocalRule = { row: ZoneThreshold; number: number | Span | null };

/** @returns the rows of the zone that name the item; if the question's number is measured by some, only these */
export function localRulesOf(
  text: string,
  item: CatalogueItem,
  { thresholds }: Knowledge,
): LocalRule[] {
  const rules = [...thresholds.values()]
    .filter(({ items, mark }) => items.includes(item.id) && mark !== "U")
    .map((row) => ({ row, number: readMeasure(text, row.units) }));
  const measuring = rules.filter(({ number }) => number !== null);
  return measuring.length > 0 ? measuring : rules;
}

/** The national rule and the place's own beside it, and on which side of the place's number the visitor is. */
export function tellLocal(rules: readonly LocalRule[], voice: Voice): DraftBlock[] {
  return rules.map((rule) => ({
    kind: "fact",
    label: voice.say("label.local"),
    text: rule.row.says[voice.lang] + sideOf(rule, voice),
    cites: rule.row.says.cites,
    mark: rule.row.mark,
  }));
}

const SIDE = { true: "local.over", false: "local.within", unknown: "local.either" } as const;

function sideOf({ row: { value, unit }, number }: LocalRule, { say, lang }: Voice): string {
  if (value === null || number === null) return "";
  const over = holds({ fact: MEASURED, moreThan: value }, { [MEASURED]: number }, new Map());
  return say(SIDE[`${over}`], { value, unit: unit[lang] });
}
