import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { OneDoor } from "../../src/index.ts";
import { pageHeaders } from "./guards.ts";
import { createInterface } from "./interface.ts";
import { readPageFiles, sendPageFile } from "./page-files.ts";
import { Refusal, refusalResponse } from "./refusal.ts";
import type { RefusalCode } from "./refusal.ts";
import type { CompleteWebSettings } from "./settings.ts";
import type { OpenStreams } from "./streams.ts";

const ABOUT = {
  openapi: "3.1.0",
  info: {
    title: "OneDoor 一扇门, the web channel",
    version: "1.0.0",
    description:
      "What the chat page speaks. A visitor is a HttpOnly cookie, given at the first call; there is nothing to log in to.",
  },
};

/**
 * The whole web channel as one application: the page, its interface, the description of the interface.
 * @param oneDoor the core
 * @param streams the open event streams
 */
export function createApp(
  oneDoor: OneDoor,
  settings: CompleteWebSettings,
  streams: OpenStreams,
): OpenAPIHono {
  const app = new OpenAPIHono();
  const files = readPageFiles();
  app.use(pageHeaders());
  app.route("/", createInterface(oneDoor, settings, streams));
  app.doc31("/openapi.json", ABOUT);
  app.get("/", (c) => sendPageFile(c, files.get("index.html")!));
  app.get("/page/:name", (c) => {
    const file = files.get(c.req.param("name"));
    return file ? sendPageFile(c, file) : c.notFound();
  });
  app.notFound(() => refusalResponse(new Refusal("not-found")));
  app.onError((error) => {
    const refusal = asRefusal(error);
    if (refusal.code === "own-fault") settings.report("web: a request failed", error);
    return refusalResponse(refusal);
  });
  return app;
}

/** hono throws its own exceptions for a broken body; a person gets our words for them. */
function asRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  const codes: Record<number, RefusalCode> = {
    400: "broken-json",
    413: "too-long",
    415: "not-json",
  };
  const code = error instanceof HTTPException ? codes[error.status] : undefined;
  return new Refusal(code ?? "own-fault");
}
