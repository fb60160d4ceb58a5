import { createRoute, z } from "@hono/zod-openapi";
import { HealthReport, History, PostedMessage, Receipt, RefusalBody } from "./schema.ts";

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const refused = (description: string) => json(RefusalBody, description);

const After = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .openapi({
      param: { name: "after", in: "query" },
      description: "only what came after this seq",
      example: 12,
    }),
});

export const postMessage = createRoute({
  method: "post",
  path: "/api/messages",
  summary: "Say something; answered with 202 only after it is stored",
  request: { body: { required: true, content: { "application/json": { schema: PostedMessage } } } },
  responses: {
    202: json(Receipt, "Stored. The answer comes over /api/events and stays in the history."),
    400: refused("Broken JSON or a field that is missing or wrong"),
    403: refused("A role the web does not serve, or a request from another site"),
    413: refused("Longer than 64 kB or 20,000 characters"),
    415: refused("Not sent as application/json"),
    429: refused("Too fast; Retry-After names the seconds to wait"),
    503: refused("Could not be stored; send it again with the same id"),
  },
});

export const readMessages = createRoute({
  method: "get",
  path: "/api/messages",
  summary: "The visitor's conversation, oldest first; empty for a new visitor",
  request: { query: After },
  responses: {
    200: json(History, "What both sides said"),
    400: refused("after is not a number"),
    429: refused("Too fast; Retry-After names the seconds to wait"),
    503: refused("Cannot be read just now"),
  },
});

export const streamEvents = createRoute({
  method: "get",
  path: "/api/events",
  summary: "Server-sent events: what came after Last-Event-ID (or after), then everything new",
  description:
    "`entry` carries one Entry as JSON; replies set the event id to their seq. `working` carries {id} of a message that was just stored. `heartbeat` carries {conversation, state}.",
  request: { query: After },
  responses: {
    200: { description: "The stream", content: { "text/event-stream": { schema: z.string() } } },
    400: refused("after is not a number"),
    429: refused("Too many streams or too fast"),
    503: refused("Cannot be read just now"),
  },
});

export const readHealth = createRoute({
  method: "get",
  path: "/healthz",
  summary: "Whether OneDoor can take messages",
  responses: {
    200: json(HealthReport, "Ready"),
    503: json(HealthReport, "Not ready; remedy says what to do"),
  },
});
