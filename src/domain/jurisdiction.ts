import { z } from "zod";

/** Where a rule holds. other-place-model: another place's rule, here only an example to be confirmed. */
export const Jurisdiction = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  kind: z.enum(["national", "province", "city", "zone", "other-place-model"]),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;
