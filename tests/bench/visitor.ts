import { randomUUID } from "node:crypto";

/** A visitor of the page without a browser: posts, and hears the stream of events. */
export type BenchVisitor = {
  /** Says something and waits for the reply that answers it. */
  ask(text: string): Promise<void>;
  leave(): void;
};

/** Opens the page's stream as a new visitor. */
export async function enter(address: string): Promise<BenchVisitor> {
  const first = await fetch(new URL("/api/messages", address));
  const cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const stop = new AbortController();
  const events = await fetch(new URL("/api/events", address), {
    headers: { cookie },
    signal: stop.signal,
  });
  const waiting = new Map<string, () => void>();
  void hear(events, waiting);
  return {
    async ask(text) {
      const id = randomUUID();
      const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
      const headers = {
        cookie,
        "content-type": "application/json",
        origin: new URL(address).origin,
      };
      const sent = await fetch(new URL("/api/messages", address), {
        method: "POST",
        headers,
        body: JSON.stringify({ id, text }),
      });
      if (!sent.ok) throw new Error(`the page answered ${sent.status}: ${await sent.text()}`);
      await answered;
    },
    leave: () => stop.abort(),
  };
}

async function hear(events: Response, waiting: Map<string, () => void>): Promise<void> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of events.body!) {
      text += decoder.decode(chunk, { stream: true });
      for (const [id, resolve] of waiting) {
        const at = text.indexOf(`"inReplyTo":["${id}"`);
        if (at < 0) continue;
        waiting.delete(id);
        resolve();
      }
      text = text.slice(-20_000);
    }
  } catch {
    // The visitor left.
  }
}
