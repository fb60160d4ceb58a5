import { describe, expect, it } from "vitest";
import { openPage, visitorOf } from "./visit.ts";

const say = (id: string) => ({ id, text: "我想办证" });

describe("a visitor who is too fast", () => {
  it("is asked to wait, loses nothing and may send the same message again", async () => {
    const { oneDoor, url } = await openPage({ settings: { limits: { messagesPerVisitor: 2 } } });
    const visitor = visitorOf(url);
    expect((await visitor.post(say("m1"))).status).toBe(202);
    expect((await visitor.post(say("m2"))).status).toBe(202);
    const third = await visitor.post(say("m3"));
    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(third.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(await third.json()).toMatchObject({ error: { code: "too-many" } });
    await oneDoor.settled();
    const { entries } = await (await visitor.get("/api/messages")).json();
    expect(entries.map((entry: { id: string }) => entry.id).toSorted()).toEqual([
      "m1",
      "m2",
      "reply-m1",
      "reply-m2",
    ]);
  });

  it("does not slow down anyone else", async () => {
    const { url } = await openPage({ settings: { limits: { messagesPerVisitor: 1 } } });
    const hasty = visitorOf(url);
    await hasty.post(say("m1"));
    expect((await hasty.post(say("m2"))).status).toBe(429);
    expect((await visitorOf(url).post(say("m1"))).status).toBe(202);
  });

  it("is known by its address when it throws its cookie away", async () => {
    const { url } = await openPage({ settings: { limits: { messagesPerAddress: 3 } } });
    const statuses = [];
    for (const id of ["a", "b", "c", "d"])
      statuses.push((await visitorOf(url).post(say(id))).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
  });

  it("is told apart by the proxy's word, and only when there is a proxy", async () => {
    const limits = { messagesPerAddress: 1 };
    const from = (address: string) => ({ "x-forwarded-for": `6.6.6.6, ${address}` });
    const trusting = await openPage({ settings: { limits, behindProxy: true } });
    expect((await visitorOf(trusting.url).post(say("a"), from("10.0.0.1"))).status).toBe(202);
    expect((await visitorOf(trusting.url).post(say("b"), from("10.0.0.2"))).status).toBe(202);
    const open = await openPage({ settings: { limits } });
    expect((await visitorOf(open.url).post(say("a"), from("10.0.0.1"))).status).toBe(202);
    expect((await visitorOf(open.url).post(say("b"), from("10.0.0.2"))).status).toBe(429);
  });

  it("may read only so often, and hold only so many streams", async () => {
    const { url } = await openPage({
      settings: { limits: { streamsPerVisitor: 1, readsPerAddress: 4 } },
    });
    const visitor = visitorOf(url);
    await visitor.get("/api/messages");
    const stream = await visitor.get("/api/events");
    expect(stream.status).toBe(200);
    expect((await visitor.get("/api/events")).status).toBe(429);
    await stream.body!.cancel();
    await expect.poll(async () => (await visitor.get("/api/messages")).status).toBe(429);
  });
});
