import { z } from "zod";
import { Language } from "./language.ts";

/** Who is speaking, as far as the channel knows. */
export const Role = z.enum(["citizen", "enterprise", "staff"]);
export type Role = z.infer<typeof Role>;

/** Text beyond this is cut before it is understood; what was written is stored whole up to the channel's limit. */
export const LONGEST_TEXT = 10_000;

/** A message from a channel, before anything is known about it. */
export const InboundMessage = z.strictObject({
  channel: z.string().min(1).max(32),
  /** The channel's own name of the conversation: a chat id, a visitor cookie. */
  conversation: z.string().min(1).max(200),
  /** The channel's own id of this message; the same id is the same message. */
  externalId: z.string().min(1).max(200),
  text: z.string().max(20_000),
  as: Role,
  /** When it was said: ISO 8601 with offset. Validity of law is judged at this moment. */
  at: z.iso.datetime({ offset: true }),
  /** The page's language, used when the text itself does not tell. */
  lang: Language.optional(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/** One thing the visitor may press; text is what pressing it says. */
export const Choice = z.strictObject({ label: z.string().min(1), text: z.string().min(1) });
export type Choice = z.infer<typeof Choice>;

/**
 * One piece of a reply. Everything but a note states something and names its sources;
 * numbers in `cites` are positions in Reply.citations, beginning with 1.
 */
export const Block = z.discriminatedUnion("kind", [
  /** The conclusion, one sentence. */
  z.strictObject({ kind: z.literal("lead"), text: z.string(), cites: z.array(z.number()).min(1) }),
  /** A named fact: "办理时限: 20个工作日". */
  z.strictObject({
    kind: z.literal("fact"),
    label: z.string(),
    text: z.string(),
    cites: z.array(z.number()).min(1),
  }),
  z.strictObject({
    kind: z.literal("list"),
    label: z.string(),
    items: z.array(z.strictObject({ text: z.string(), note: z.string().optional() })),
    cites: z.array(z.number()).min(1),
  }),
  z.strictObject({
    kind: z.literal("table"),
    label: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    cites: z.array(z.number()).min(1),
  }),
  z.strictObject({ kind: z.literal("heading"), text: z.string() }),
  /** Words that claim nothing: a greeting, a question back, what is not known. */
  z.strictObject({ kind: z.literal("note"), text: z.string() }),
]);
export type Block = z.infer<typeof Block>;

/** A source as the visitor sees it. */
export const ShownCitation = z.strictObject({
  id: z.string(),
  title: z.string(),
  article: z.string(),
  version: z.string(),
  says: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  inForce: z.boolean(),
  verified: z.boolean(),
  checkedOn: z.string(),
});
export type ShownCitation = z.infer<typeof ShownCitation>;

/** What OneDoor says, before a channel renders it. */
export const Reply = z.strictObject({
  lang: Language,
  blocks: z.array(Block).min(1),
  choices: z.array(Choice),
  citations: z.array(ShownCitation),
});
export type Reply = z.infer<typeof Reply>;

/** A reply on its way to a channel. */
export const OutboundMessage = z.strictObject({
  id: z.string(),
  channel: z.string(),
  conversation: z.string(),
  /** Position in the conversation, for order and for resuming a stream. */
  seq: z.number().int(),
  inReplyTo: z.array(z.string()),
  reply: Reply,
  sentAt: z.string(),
});
export type OutboundMessage = z.infer<typeof OutboundMessage>;
