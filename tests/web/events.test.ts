import { describe, expect, it } from "vitest";
import { Entry } from "../../bots/web/schema.ts";
import { createOneDoorStub } from "../support/one-door-stub.ts";
import { sampleAnswer } from "./sample-replies.ts";
import { openPage, readEvents, serve, visitorOf } from "./visit.ts";
import type { Event } from "./visit.ts";

const QUESTION = { id: "m1", text: "我就卖袋装零食饮料，要不要食品证" };
const replies = (events: Event[]) => events.filter(({ data }) => data.from === "onedoor");
const names = (events: Event[]) => events.map(({ event, data }) => `${event} ${data.id}`);

describe("the event stream", () => {
  it("brings the question, the working state and the reply to every tab, in order and once", async () => {
    const { url } = await openPage({ delay: 50 });
    const visitor = visitorOf(url);
    await visitor.get("/api/messages");
    const tabs = await Promise.all([visitor.get("/api/events"), visitor.get("/api/events")]);
    const read = tabs.map((tab) => readEvents(tab, (events) => replies(events).length === 1));
    await visitor.post(QUESTION);
    for (const events of await Promise.all(read)) {
      expect(names(events)).toEqual(["entry m1", "working m1", "entry reply-m1"]);
      expect(Entry.parse(events[2]!.data)).toMatchObject({ from: "onedoor", inReplyTo: ["m1"] });
      expect(events[2]!.id).toBe("2");
    }
  });

  it("replays what came after Last-Event-ID, which is newer than the address", async () => {
    const { oneDoor, url } = await openPage();
    const visitor = visitorOf(url);
    for (const id of ["m1", "m2"]) {
      await visitor.post({ ...QUESTION, id });
      await oneDoor.settled();
    }
    const all = await readEvents(
      await visitor.get("/api/events"),
      (events) => replies(events).length === 2,
    );
    expect(names(all)).toEqual(["entry m1", "entry reply-m1", "entry m2", "entry reply-m2"]);
    const rest = await visitor.get("/api/events?after=0", { "last-event-id": "2" });
    const events = await readEvents(rest, (seen) => replies(seen).length === 1);
    expect(names(events)).toEqual(["entry m2", "entry reply-m2"]);
  });

  it("does not believe a Last-Event-ID that is no number", async () => {
    const { oneDoor, url } = await openPage();
    const visitor = visitorOf(url);
    await visitor.post(QUESTION);
    await oneDoor.settled();
    const odd = await visitor.get("/api/events?after=1", { "last-event-id": "1; DROP" });
    expect(names(await readEvents(odd, (events) => events.length === 1))).toEqual([
      "entry reply-m1",
    ]);
  });

  it("ends when the process stops at once, and goes on after a restart with the answer, once", async () => {
    const oneDoor = createOneDoorStub(sampleAnswer, { delay: 300 });
    const before = await serve(oneDoor);
    const visitor = visitorOf(before.url);
    await visitor.get("/api/messages");
    const reading = readEvents(await visitor.get("/api/events"), () => false);
    await visitor.post(QUESTION);
    await expect.poll(() => oneDoor.received.length).toBe(1);
    const stopping = performance.now();
    await before.channel.stop();
    expect(performance.now() - stopping).toBeLessThan(1_500);
    expect(replies(await reading)).toEqual([]);

    const after = await serve(oneDoor);
    const returned = visitorOf(after.url);
    returned.cookie = visitor.cookie;
    const stream = await returned.get("/api/events");
    await oneDoor.settled();
    await after.channel.stop();
    expect(names(replies(await readEvents(stream, () => false)))).toEqual(["entry reply-m1"]);
  });

  it("finds a reply of which no notice came, with the next heartbeat", async () => {
    const oneDoor = createOneDoorStub(sampleAnswer, { delay: 30 });
    const deaf = { ...oneDoor, subscribe: () => () => {} };
    const { url } = await serve(deaf, { heartbeat: 60 });
    const visitor = visitorOf(url);
    await visitor.get("/api/messages");
    const stream = await visitor.get("/api/events");
    await visitor.post(QUESTION);
    expect(
      replies(await readEvents(stream, (events) => replies(events).length === 1)),
    ).toHaveLength(1);
  });

  it("tells the state while the database is away, and brings the reply when it is back", async () => {
    const { oneDoor, url } = await openPage({ delay: 20, settings: { heartbeat: 40 } });
    const visitor = visitorOf(url);
    await visitor.post(QUESTION);
    const stream = await visitor.get("/api/events");
    oneDoor.breakWith(new Error("gone"));
    let text = "";
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.includes('"state":"database-away"')) oneDoor.breakWith(null);
      if (text.includes("reply-m1")) break;
    }
    expect(text).toMatch(/"state":"database-away"[^]*"id":"reply-m1"/);
  });

  it("is woken by a delivery from elsewhere", async () => {
    const oneDoor = createOneDoorStub(sampleAnswer, { delay: 20 });
    const { channel, url } = await serve(
      { ...oneDoor, subscribe: () => () => {} },
      { heartbeat: 60_000 },
    );
    const visitor = visitorOf(url);
    await visitor.get("/api/messages");
    const stream = await visitor.get("/api/events");
    await visitor.post(QUESTION);
    await oneDoor.settled();
    const [, reply] = await oneDoor.history("web", oneDoor.received[0]!.conversation);
    if (reply?.from !== "onedoor") throw new Error("the stub did not answer");
    await channel.send(reply.message);
    expect(
      replies(await readEvents(stream, (events) => replies(events).length === 1)),
    ).toHaveLength(1);
  });
});
