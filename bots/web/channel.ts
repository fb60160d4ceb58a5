import type { AddressInfo } from "node:net";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Channel, OneDoor } from "../../src/index.ts";
import { createApp } from "./app.ts";
import { CHANNEL } from "./inbound.ts";
import { listen } from "./server.ts";
import { withDefaults } from "./settings.ts";
import type { WebSettings } from "./settings.ts";
import { createOpenStreams } from "./streams.ts";

/** The chat page as a way into OneDoor. */
export type WebChannel = Channel & {
  app: OpenAPIHono;
  /** @returns where the page is, for example http://127.0.0.1:8080/; null before start and after stop */
  address(): string | null;
};

/**
 * @param oneDoor the core
 * @param chosen port and what else the operator chose
 * @returns the channel, not yet listening
 */
export function createWebChannel(oneDoor: OneDoor, chosen: WebSettings): WebChannel {
  const settings = withDefaults(chosen);
  const streams = createOpenStreams();
  const app = createApp(oneDoor, settings, streams);
  let server: Awaited<ReturnType<typeof listen>> | null = null;
  return {
    name: CHANNEL,
    app,
    address: () => (server ? pageAddress(settings.host, server.address() as AddressInfo) : null),
    async start() {
      server = await listen(app, settings);
    },
    // A reply on the web is delivered when it stands in the history: a page that is closed reads it later.
    async send(message) {
      streams.ring(message.conversation);
    },
    async stop() {
      streams.end();
      const closing = server;
      server = null;
      if (closing) await closing.end();
    },
  };
}

function pageAddress(host: string, { port }: AddressInfo): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}
