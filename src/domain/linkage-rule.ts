import { z } from "zod";
import { ProvisionRef } from "./cited-statement.ts";
import { EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";
import { Duration } from "./time-limit.ts";

/** One path between approval, supervision, enforcement and legal review: who tells whom what, within what time. */
export const LinkageRule = z.strictObject({
  id: z.string().regex(/^l[0-9]+$/),
  name: Bilingual,
  event: Bilingual,
  from: Bilingual,
  to: Bilingual,
  /** Words by which an officer names the event: 发证后, 吊销, 移送, 涉罪. */
  words: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** Time to tell; null: at once or not stated. */
  within: Duration.nullable(),
  /** Time to take it up; null: not stated. */
  acknowledgeWithin: Duration.nullable(),
  content: Bilingual,
  /** What happens to a wrong push, a silence, a dispute. */
  otherwise: Bilingual.optional(),
  /** Whose practice it is, where no law says so: the area's own as it tells of it, or another place's to look at. */
  practiceOf: z.enum(["here", "elsewhere"]).optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});
export type LinkageRule = z.infer<typeof LinkageRule>;

/** One file of knowledge/linkage. */
export const LinkageFile = z.strictObject({ rules: z.array(LinkageRule).min(1) });
