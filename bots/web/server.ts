import { createServer } from "node:http";
import type { Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { CompleteWebSettings } from "./settings.ts";

/** A listening server that can be stopped politely. */
export type Listening = Pick<Server, "address"> & { end(): Promise<void> };

const LAST_WORDS = 2_000;

/**
 * Open the door to the network.
 * @returns once connections are taken
 * @throws Error that names the remedy when the port cannot be had
 */
export function listen(app: OpenAPIHono, { host, port }: CompleteWebSettings): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch));
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(withRemedy(error, host, port)));
    server.listen(port, host, () =>
      resolve({ address: () => server.address(), end: () => close(server) }),
    );
  });
}

/** Requests under way are answered; what hangs on longer than two seconds is cut, pages reconnect. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), LAST_WORDS);
    // A stream that ends leaves its connection open and idle, after the server looked for idle ones.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}

function withRemedy(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const remedies: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use by another program: set PORT to another number, for example PORT=${port + 1}, or stop that program.`,
    EACCES: `Port ${port} may not be opened by this account: set PORT to a number above 1023, for example PORT=8787.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to 127.0.0.1 or 0.0.0.0.`,
  };
  return new Error(
    remedies[error.code ?? ""] ?? `The page cannot be served on ${host}:${port}: ${error.message}`,
    { cause: error },
  );
}
