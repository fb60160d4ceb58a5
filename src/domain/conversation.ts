import { z } from "zod";
import { FactValue } from "./condition.ts";
import { Facet } from "./facet.ts";
import { Language } from "./language.ts";

/** A question OneDoor asked back: the options it showed and what the visitor wanted to know. */
export const AskedBack = z.strictObject({
  options: z.array(z.strictObject({ label: z.string(), subject: z.string() })),
  facets: z.array(Facet),
  /** How many times in a row: never more than two. */
  times: z.number().int(),
});

/** A package that is being planned: what is known of the undertaking, and what was asked last. */
export const OpenPackage = z.strictObject({
  package: z.string(),
  facts: z.record(z.string(), FactValue),
  /** Id of the fact that was asked; null: nothing was. */
  asking: z.string().nullable(),
  /** Facts the visitor does not know: they are not asked again. */
  skipped: z.array(z.string()),
});
export type OpenPackage = z.infer<typeof OpenPackage>;

/** What a conversation remembers between turns. Ids only: never what a person wrote. */
export const ConversationState = z.strictObject({
  v: z.literal(1),
  lang: Language.nullable(),
  /** What is being talked about: an item, and the handling item if one was meant. */
  subject: z.strictObject({ item: z.string(), handling: z.string().nullable() }).nullable(),
  /** The aspects asked about last: "那个体户呢" asks them again of another item. */
  facets: z.array(Facet),
  asked: AskedBack.nullable(),
  package: OpenPackage.nullable().default(null),
  /** The row of the list of powers told last, and the subject of that moment: it is over when the subject changes. */
  matter: z
    .strictObject({ entry: z.string(), subject: z.string().nullable() })
    .nullable()
    .default(null),
});
export type ConversationState = z.infer<typeof ConversationState>;

/** A conversation in which nothing has been said yet. */
export const FRESH: ConversationState = {
  v: 1,
  lang: null,
  subject: null,
  facets: [],
  asked: null,
  package: null,
  matter: null,
};

/** @returns the stored state, or a fresh one when it was written by a version this one cannot read */
export function readState(stored: unknown): ConversationState {
  const parsed = ConversationState.safeParse(stored);
  return parsed.success ? parsed.data : FRESH;
}
