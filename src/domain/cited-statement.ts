import { z } from "zod";
import { Bilingual } from "./language.ts";

/** Reference to a provision: "food-safety-law/35". */
export const ProvisionRef = z.string().regex(/^[a-z0-9-]+\/[0-9A-Z][0-9A-Za-z().-]*$/);

/** A bilingual statement with its sources. */
export const CitedStatement = Bilingual.extend({
  cites: z.array(ProvisionRef).min(1),
});
export type CitedStatement = z.infer<typeof CitedStatement>;
