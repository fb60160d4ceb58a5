import type { CaseFact } from "../domain/case-fact.ts";
import type { NoPenaltyGround } from "../domain/no-penalty-ground.ts";
import type { NoPenaltyItem } from "../domain/no-penalty-rule.ts";
import type { Shelf } from "./shelf.ts";

/** The lists by which a case is judged. All maps are by id, in the files' order. */
export type Lists = {
  /** Every fact that a condition may name. */
  facts: Map<string, CaseFact>;
  /** Rows of the no-penalty lists: N01, T03, S12 … Rows marked U are here too, and are never shown. */
  noPenalty: Map<string, NoPenaltyItem>;
  /** What the law itself says about penalising or not. */
  grounds: Map<string, NoPenaltyGround>;
};

const byId = <T extends { id: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.id, record]));

export function buildLists(shelf: Shelf): Lists {
  return {
    facts: byId(shelf.facts.flatMap((file) => file.facts)),
    noPenalty: byId(shelf.noPenalty.flatMap((file) => file.items)),
    grounds: byId(shelf.noPenaltyLaw.flatMap((file) => file.grounds)),
  };
}
