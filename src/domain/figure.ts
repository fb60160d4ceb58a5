import { z } from "zod";
import { CitedStatement } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";

/**
 * A number somebody stated on a day: 330 approval powers in June 2021. Never a constant, and never
 * added to, or compared with, a number that counts something else.
 */
export const Figure = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  value: z.number(),
  counts: Bilingual,
  statedOn: Day,
  words: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
  says: CitedStatement,
  mark: EvidenceMark,
});
export type Figure = z.infer<typeof Figure>;

/** A thing the administration made one: the enforcing body, the uniform, the certificate … */
export const Unification = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: Bilingual,
  says: CitedStatement,
  mark: EvidenceMark,
});

export type Unification = z.infer<typeof Unification>;

/** One file of knowledge/figures. */
export const FigureFile = z.strictObject({
  figures: z.array(Figure).default([]),
  unifications: z.array(Unification).default([]),
});
