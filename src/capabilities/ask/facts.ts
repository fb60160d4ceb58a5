import type { DraftBlock } from "../../domain/draft.ts";
import type { Facet } from "../../domain/facet.ts";
import type { Exemption } from "./decision.ts";
import type { Voice } from "./phrases.ts";
import type { Subject } from "./subject.ts";
import type { Teller } from "./tell.ts";
import { authority, commitment, fee, result, trips, where } from "./tell-door.ts";
import { gaps, materials } from "./tell-papers.ts";
import { conditions, guarantee, law, need, next, process, threshold } from "./tell-rules.ts";
import { late, limit, renewal, validity } from "./tell-time.ts";

/** Everything OneDoor can tell about an item, one entry per aspect. */
export const TELLERS: Record<Exclude<Facet, "overview" | "compare">, Teller> = {
  authority,
  commitment,
  conditions,
  fee,
  gaps,
  guarantee,
  late,
  law,
  limit,
  materials,
  need,
  next,
  process,
  renewal,
  result,
  threshold,
  trips,
  validity,
  where,
};

/** The conclusion: the case if the question describes one, else the item's verdict. */
export function conclusion(
  { item }: Subject,
  exemption: Exemption | null,
  lang: Voice["lang"],
): DraftBlock {
  if (exemption === null || exemption.mark === "U")
    return { kind: "lead", text: item.verdict[lang], cites: item.verdict.cites };
  return {
    kind: "lead",
    text: exemption.then[lang],
    cites: exemption.then.cites,
    mark: exemption.mark,
  };
}
