import type { CaseFact } from "../domain/case-fact.ts";
import type { CreditFile } from "../domain/credit.ts";
import type { Mode } from "../domain/mode.ts";
import type { NoPenaltyGround } from "../domain/no-penalty-ground.ts";
import type { NoPenaltyItem } from "../domain/no-penalty-rule.ts";
import type { ReportFile } from "../domain/report-handling.ts";
import type { z } from "zod";
import type { Shelf } from "./shelf.ts";

/** The lists by which a case is judged, in the files' order; maps are by id. */
export type Lists = {
  /** Every fact that a condition may name. */
  facts: Map<string, CaseFact>;
  /** Rows of the no-penalty lists: N01, T03, S12 … Rows marked U are here too, and are never shown. */
  noPenalty: Map<string, NoPenaltyItem>;
  /** What the law itself says about penalising or not. */
  grounds: Map<string, NoPenaltyGround>;
  /** Complaints and reports: rewards, grounds, forms, hotlines, routes. */
  reports: Omit<z.infer<typeof ReportFile>, "checkedOn">;
  credit: Omit<z.infer<typeof CreditFile>, "checkedOn">;
  /** Ways of handling an approval. */
  modes: Map<string, Mode>;
};

const byId = <T extends { id: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.id, record]));

export function buildLists({
  facts,
  noPenalty,
  noPenaltyLaw,
  modes,
  reports,
  credit,
}: Shelf): Lists {
  return {
    facts: byId(facts.flatMap((file) => file.facts)),
    noPenalty: byId(noPenalty.flatMap((file) => file.items)),
    grounds: byId(noPenaltyLaw.flatMap((file) => file.grounds)),
    modes: byId(modes.flatMap((file) => file.modes)),
    reports: {
      rewards: reports.flatMap((file) => file.rewards),
      grounds: reports.flatMap((file) => file.grounds),
      replyDuties: reports.flatMap((file) => file.replyDuties),
      documents: reports.flatMap((file) => file.documents),
      intakes: reports.flatMap((file) => file.intakes),
      claims: reports.flatMap((file) => file.claims),
      hotlines: reports.flatMap((file) => file.hotlines),
      routes: reports.flatMap((file) => file.routes),
      lines: reports.flatMap((file) => file.lines),
    },
    credit: {
      gradings: credit.flatMap((file) => file.gradings),
      ratios: credit.flatMap((file) => file.ratios),
      tiers: credit.flatMap((file) => file.tiers),
      conditions: credit.flatMap((file) => file.conditions),
      steps: credit.flatMap((file) => file.steps),
      assessments: credit.flatMap((file) => file.assessments),
    },
  };
}
