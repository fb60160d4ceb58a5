import { z } from "zod";
import { Bilingual } from "./language.ts";
import { Questions } from "./handling-item.ts";

/** Something people ask that is not OneDoor's: another body's matter, or none of government's. */
export const OutsideDoor = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /**
   * government: a known body's matter, with its door; topic: not a government matter at all;
   * unlisted: a real approval item whose details the catalogue does not hold yet.
   */
  kind: z.enum(["government", "topic", "unlisted"]),
  name: Bilingual,
  /** The right door, in one or two sentences; for a topic: what to do instead. */
  says: Bilingual,
  words: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** Words that mean this door whatever else is named: who reports a restaurant does not want its licence. */
  always: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }).optional(),
  questions: Questions,
});
export type OutsideDoor = z.infer<typeof OutsideDoor>;
export const OutsideDoorFile = z.strictObject({ doors: z.array(OutsideDoor).min(1) });
