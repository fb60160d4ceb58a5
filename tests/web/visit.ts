import { afterEach } from "vitest";
import { createWebChannel } from "../../bots/web/channel.ts";
import type { WebChannel } from "../../bots/web/channel.ts";
import type { WebSettings } from "../../bots/web/settings.ts";
import type { InboundMessage, OneDoor, Reply } from "../../src/index.ts";
import { createOneDoorStub } from "../support/one-door-stub.ts";
import type { OneDoorStub } from "../support/one-door-stub.ts";
import { sampleAnswer } from "./sample-replies.ts";

const opened: WebChannel[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((channel) => channel.stop()));
});

/** A running page over a stub; stopped after the test. */
export async function openPage(
  options: {
    answer?: (message: InboundMessage) => Reply;
    delay?: number;
    settings?: Partial<WebSettings>;
  } = {},
): Promise<{ oneDoor: OneDoorStub; channel: WebChannel; url: string }> {
  const oneDoor = createOneDoorStub(options.answer ?? sampleAnswer, { delay: options.delay });
  const { channel, url } = await serve(oneDoor, options.settings);
  return { oneDoor, channel, url };
}

/** Serve a core that exists already: what a restart of the process looks like from outside. */
export async function serve(
  oneDoor: OneDoor,
  settings: Partial<WebSettings> = {},
): Promise<{ channel: WebChannel; url: string }> {
  const channel = createWebChannel(oneDoor, { port: 0, ...settings });
  opened.push(channel);
  await channel.start();
  return { channel, url: channel.address()!.slice(0, -1) };
}

/** A program or browser with one cookie jar. */
export type Visitor = {
  cookie: string | null;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
};

/** @param url where the page is */
export function visitorOf(url: string): Visitor {
  const visitor: Visitor = {
    cookie: null,
    get: (path, headers = {}) => request(path, { headers }),
    post: (body, headers = {}) =>
      request("/api/messages", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
  };
  async function request(
    path: string,
    init: Omit<RequestInit, "headers"> & { headers: Record<string, string> },
  ): Promise<Response> {
    const cookie: Record<string, string> = visitor.cookie ? { cookie: visitor.cookie } : {};
    const response = await fetch(url + path, { ...init, headers: { ...init.headers, ...cookie } });
    const given = response.headers.getSetCookie()[0];
    if (given) visitor.cookie = given.split(";")[0]!;
    return response;
  }
  return visitor;
}

/** One server-sent event as it stood on the wire. */
export type Event = { event: string; id?: string; data: any };

/** Read an event stream until `enough` says so, then hang up. @returns every event but heartbeats */
export async function readEvents(
  response: Response,
  enough: (events: Event[]) => boolean,
): Promise<Event[]> {
  const events: Event[] = [];
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const whole = text.split("\n\n");
    text = whole.pop()!;
    events.push(...whole.map(parseEvent).filter(({ event }) => event !== "heartbeat"));
    if (enough(events)) break;
  }
  return events;
}

function parseEvent(block: string): Event {
  const fields = Object.fromEntries(
    block.split("\n").map((line) => line.split(/: (.*)/s, 2) as [string, string]),
  );
  return {
    event: fields.event!,
    ...(fields.id !== undefined && { id: fields.id }),
    data: JSON.parse(fields.data!),
  };
}
