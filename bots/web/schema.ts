import { z } from "@hono/zod-openapi";

const Language = z.enum(["zh", "en"]).openapi({ description: "zh simplified Chinese, en English" });
const cites = z
  .array(z.number().int())
  .min(1)
  .openapi({ description: "positions in citations, beginning with 1" });

/** What a visitor sends. Unknown fields are refused so that a typing error is noticed. */
export const PostedMessage = z
  .strictObject({
    id: z.string().min(1).max(100).openapi({
      description: "chosen by the sender; the same id is the same message",
      example: "0198c9d2-7a10",
    }),
    text: z.string().max(20_000).openapi({ example: "我就卖袋装零食饮料，要不要食品证" }),
    lang: Language.optional().openapi({
      description: "language of the page, used when the text does not tell",
    }),
    as: z.enum(["citizen", "enterprise"]).default("citizen"),
  })
  .openapi("PostedMessage");
export type PostedMessage = z.infer<typeof PostedMessage>;

/** The message is stored and will be answered. */
export const Receipt = z
  .strictObject({
    id: z.string(),
    conversation: z
      .string()
      .openapi({ description: "name of the visitor's conversation; not a secret" }),
    seq: z.number().int(),
    duplicate: z.boolean().openapi({ description: "true when this id was stored before" }),
  })
  .openapi("Receipt");

export const ShownBlock = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("lead"), text: z.string(), cites }),
    z.strictObject({ kind: z.literal("fact"), label: z.string(), text: z.string(), cites }),
    z.strictObject({
      kind: z.literal("list"),
      label: z.string(),
      items: z.array(z.strictObject({ text: z.string(), note: z.string().optional() })),
      cites,
    }),
    z.strictObject({
      kind: z.literal("table"),
      label: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      cites,
    }),
    z.strictObject({ kind: z.literal("heading"), text: z.string() }),
    z.strictObject({ kind: z.literal("note"), text: z.string() }),
  ])
  .openapi("Block");

export const Source = z
  .strictObject({
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
  })
  .openapi("Source");

export const VisitorEntry = z
  .strictObject({
    from: z.literal("visitor"),
    seq: z.number().int(),
    id: z.string(),
    text: z.string(),
    at: z.string(),
  })
  .openapi("VisitorEntry");

export const ReplyEntry = z
  .strictObject({
    from: z.literal("onedoor"),
    seq: z.number().int(),
    id: z.string(),
    inReplyTo: z
      .array(z.string())
      .openapi({ description: "ids of the visitor's messages this answers" }),
    lang: Language,
    at: z.string(),
    blocks: z.array(ShownBlock),
    choices: z.array(z.strictObject({ label: z.string(), text: z.string() })),
    citations: z.array(Source),
  })
  .openapi("ReplyEntry");

/** One line of the conversation, as the page draws it. */
export const Entry = z.discriminatedUnion("from", [VisitorEntry, ReplyEntry]).openapi("Entry");
export type Entry = z.infer<typeof Entry>;

export const History = z
  .strictObject({ conversation: z.string(), entries: z.array(Entry) })
  .openapi("History");

export const HealthReport = z
  .strictObject({
    state: z.enum(["ready", "database-away", "disk-full", "stopping"]),
    knowledge: z.string().openapi({ description: "content hash of the knowledge in use" }),
    remedy: z.string().nullable(),
  })
  .openapi("Health");

export const RefusalBody = z
  .strictObject({ error: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }) })
  .openapi("Refusal");
