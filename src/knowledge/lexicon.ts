import { z } from "zod";
import { HandlingKind } from "../domain/approval-item.ts";
import { Facet } from "../domain/facet.ts";

const Words = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(2)) });

/** knowledge/lexicon/everyday.yaml: what people say → what the catalogue calls it. */
export const EverydayFile = z.strictObject({
  entries: z.array(z.strictObject({ words: Words, terms: Words })).min(1),
});

/** knowledge/lexicon/actions.yaml: words by which people name a handling kind. */
export const ActionsFile = z.strictObject({
  actions: z.array(z.strictObject({ kind: HandlingKind, words: Words })).min(1),
});

/** knowledge/lexicon/facets.yaml: words by which people ask about one aspect of an item. */
export const FacetsFile = z.strictObject({
  facets: z.array(z.strictObject({ facet: Facet, words: Words })).min(1),
});

export type Lexicon = {
  everyday: z.infer<typeof EverydayFile>["entries"];
  actions: z.infer<typeof ActionsFile>["actions"];
  facets: z.infer<typeof FacetsFile>["facets"];
};
