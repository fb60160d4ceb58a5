import { describe, expect, it } from "vitest";
import { History, Receipt } from "../../bots/web/schema.ts";
import { FOOD } from "./sample-replies.ts";
import { openPage, visitorOf } from "./visit.ts";

const QUESTION = { id: "m1", text: "我就卖袋装零食饮料，要不要食品证", lang: "zh" };

describe("saying something", () => {
  it("is answered with 202 once it is stored, and the answer stands in the history", async () => {
    const { oneDoor, url } = await openPage();
    const visitor = visitorOf(url);
    const response = await visitor.post(QUESTION);
    expect(response.status).toBe(202);
    const receipt = Receipt.parse(await response.json());
    expect(receipt).toMatchObject({ id: "m1", seq: 1, duplicate: false });
    expect(oneDoor.received).toMatchObject([
      {
        channel: "web",
        conversation: receipt.conversation,
        externalId: "m1",
        text: QUESTION.text,
        as: "citizen",
        lang: "zh",
      },
    ]);
    await oneDoor.settled();
    const history = History.parse(await (await visitor.get("/api/messages")).json());
    expect(history.conversation).toBe(receipt.conversation);
    expect(history.entries).toMatchObject([
      { from: "visitor", id: "m1", text: QUESTION.text },
      {
        from: "onedoor",
        inReplyTo: ["m1"],
        blocks: FOOD.blocks,
        choices: FOOD.choices,
        citations: FOOD.citations,
      },
    ]);
  });

  it("twice with the same id is one message", async () => {
    const { oneDoor, url } = await openPage();
    const visitor = visitorOf(url);
    await visitor.post(QUESTION);
    const again = await visitor.post(QUESTION);
    expect(again.status).toBe(202);
    expect(await again.json()).toMatchObject({ id: "m1", seq: 1, duplicate: true });
    expect(oneDoor.received).toHaveLength(1);
  });

  it("reads on from a place in the history", async () => {
    const { oneDoor, url } = await openPage();
    const visitor = visitorOf(url);
    await visitor.post(QUESTION);
    await oneDoor.settled();
    await visitor.post({ id: "m2", text: "需要什么材料" });
    await oneDoor.settled();
    const { entries } = History.parse(await (await visitor.get("/api/messages?after=2")).json());
    expect(entries.map(({ from, seq }) => [from, seq])).toEqual([
      ["visitor", 3],
      ["onedoor", 4],
    ]);
  });

  it("keeps the moment of arrival, whatever the visitor's clock says", async () => {
    const now = new Date("2026-11-24T08:00:00.000Z");
    const { oneDoor, url } = await openPage({ settings: { now: () => now } });
    await visitorOf(url).post(QUESTION, { date: "Thu, 01 Jan 1970 00:00:00 GMT" });
    expect(oneDoor.received[0]!.at).toBe("2026-11-24T08:00:00.000Z");
  });

  it("hands markup, null bytes and direction marks on as they were written", async () => {
    const { oneDoor, url } = await openPage();
    const text = "<script>alert(1)</script> '; DROP TABLE x; -- \u0000 \u202Eabc \u{E0041} 👩‍👩‍👧";
    expect((await visitorOf(url).post({ id: "odd", text })).status).toBe(202);
    expect(oneDoor.received[0]!.text).toBe(text);
  });

  it("replaces half characters, which no database can hold", async () => {
    const { oneDoor, url } = await openPage();
    await visitorOf(url).post('{"id":"half","text":"a\\ud800b"}');
    expect(oneDoor.received[0]!.text).toBe("a\uFFFDb");
  });
});

describe("who is visiting", () => {
  it("is a strict HttpOnly cookie of 128 random bits, given at the first call and kept", async () => {
    const { url } = await openPage();
    const first = await fetch(`${url}/api/messages`);
    const cookie = first.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/^onedoor=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    const second = await fetch(`${url}/api/messages`, {
      headers: { cookie: cookie.split(";")[0]! },
    });
    expect(second.headers.getSetCookie()).toEqual([]);
    expect((await fetch(url)).headers.getSetCookie()).toEqual([]);
  });

  it("is a secure __Host- cookie behind a proxy that speaks https", async () => {
    const { url } = await openPage({ settings: { behindProxy: true } });
    const response = await fetch(`${url}/api/messages`, {
      headers: { "x-forwarded-proto": "https" },
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-onedoor=.*; Secure;/);
  });

  it("never reaches the core: a conversation is named by a hash", async () => {
    const { oneDoor, url } = await openPage();
    const visitor = visitorOf(url);
    await visitor.post(QUESTION);
    const secret = visitor.cookie!.split("=")[1]!;
    expect(oneDoor.received[0]!.conversation).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(oneDoor.received)).not.toContain(secret);
  });

  it("sees an empty history when unknown, and never another visitor's", async () => {
    const { oneDoor, url } = await openPage();
    await visitorOf(url).post(QUESTION);
    await oneDoor.settled();
    const stranger = visitorOf(url);
    stranger.cookie = `onedoor=${"A".repeat(22)}`;
    expect(await (await stranger.get("/api/messages")).json()).toMatchObject({ entries: [] });
    const forged = visitorOf(url);
    forged.cookie = "onedoor=../../etc";
    expect(await (await forged.get("/api/messages")).json()).toMatchObject({ entries: [] });
    expect(forged.cookie).toMatch(/^onedoor=[\w-]{22}$/);
  });
});
