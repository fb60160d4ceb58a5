import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import type { HistoryEntry, OneDoor } from "../../src/index.ts";
import { addressOf, isSecure, sameSiteOnly } from "./guards.ts";
import { CHANNEL, toInboundMessage } from "./inbound.ts";
import { keepUpToDate } from "./live.ts";
import { toEntry } from "./outbound.ts";
import { createPace } from "./pace.ts";
import { Refusal } from "./refusal.ts";
import { postMessage, readHealth, readMessages, streamEvents } from "./routes.ts";
import type { CompleteWebSettings } from "./settings.ts";
import type { OpenStreams } from "./streams.ts";
import { conversationOf } from "./visitor.ts";
import { refuseWrongShape } from "./wrong-shape.ts";

const LONGEST_BODY = 64 * 1024;

/**
 * The HTTP interface under /api and /healthz.
 * @param oneDoor the core
 * @param streams the open event streams; a stored message rings the visitor's tabs
 */
export function createInterface(
  oneDoor: OneDoor,
  settings: CompleteWebSettings,
  streams: OpenStreams,
): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseWrongShape });
  const pace = createPace(settings.limits);
  const visitor = (c: Context) => conversationOf(c, isSecure(c, settings.behindProxy));
  const address = (c: Context) => addressOf(c, settings.behindProxy);
  const history = (conversation: string, after?: number): Promise<HistoryEntry[]> =>
    oneDoor.history(CHANNEL, conversation, after).catch((error: unknown) => {
      settings.report("web: the history could not be read", error);
      throw new Refusal("not-readable", 5);
    });

  app.use("/api/*", sameSiteOnly(settings.behindProxy), async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  const tooLong = (): never => {
    throw new Refusal("too-long");
  };
  app.use("/api/messages", bodyLimit({ maxSize: LONGEST_BODY, onError: tooLong }));

  app.openapi(postMessage, async (c) => {
    const posted = c.req.valid("json");
    const conversation = visitor(c);
    await pace.message(conversation, address(c));
    const message = toInboundMessage(posted, conversation, settings.now());
    const { seq, duplicate } = await oneDoor.receive(message).catch((error: unknown) => {
      settings.report("web: a message could not be stored", error);
      throw new Refusal("not-stored", 5);
    });
    streams.ring(conversation, duplicate ? undefined : posted.id);
    return c.json({ id: posted.id, conversation, seq, duplicate }, 202);
  });

  app.openapi(readMessages, async (c) => {
    await pace.read(address(c));
    const conversation = visitor(c);
    const entries = (await history(conversation, c.req.valid("query").after)).map(toEntry);
    return c.json({ conversation, entries }, 200);
  });

  app.openapi(streamEvents, async (c) => {
    await pace.read(address(c));
    const conversation = visitor(c);
    if (streams.count(conversation) >= settings.limits.streamsPerVisitor)
      throw new Refusal("too-many", 30);
    const after = resumeAfter(c.req.header("last-event-id"), c.req.valid("query").after);
    const first = await history(conversation, after);
    c.header("x-accel-buffering", "no");
    return streamSSE(c, (sse) =>
      keepUpToDate(sse, { oneDoor, streams, settings, conversation, after, first }),
    );
  });

  app.openapi(readHealth, (c) => {
    const health = oneDoor.health();
    c.header("cache-control", "no-store");
    return c.json(health, health.state === "ready" ? 200 : 503);
  });
  return app;
}

/** A browser that reconnects names the last event it saw; that is newer than the address it first asked for. */
function resumeAfter(lastEventId: string | undefined, after = 0): number {
  return lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : after;
}
