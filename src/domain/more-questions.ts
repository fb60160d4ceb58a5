import { z } from "zod";

/** knowledge/questions: further ways in which people ask, beside the ones that stand with the item. */
export const MoreQuestionsFile = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        /** Id of the item or handling item they ask about. */
        of: z.string(),
        zh: z.array(z.string().min(3)).default([]),
        en: z.array(z.string().min(6)).default([]),
      }),
    )
    .min(1),
});
export type MoreQuestionsFile = z.infer<typeof MoreQuestionsFile>;
