import { expect, test } from "vitest";
import { readBurst } from "../../src/conversation/burst.ts";
import type { StoredInbound } from "../../src/store/inbound.ts";

const waiting = (...texts: string[]): StoredInbound[] =>
  texts.map((text, i) => ({
    id: `${i}`,
    conversationId: "c",
    seq: i + 1,
    receivedAt: "",
    channel: "web",
    conversation: "v",
    externalId: `${i}`,
    text,
    as: "enterprise",
    at: "2026-11-24T10:00:00+08:00",
  }));

test("pieces sent in a row are one thing said", () => {
  expect(readBurst(waiting("我想", "办个", "食品证"))).toEqual({
    count: 3,
    text: "我想\n办个\n食品证",
  });
});

test("a command stands alone", () => {
  expect(readBurst(waiting("/help", "食品证")).count).toBe(1);
  expect(readBurst(waiting("食品证", "/help")).count).toBe(1);
});

test("long texts are not run together", () => {
  expect(readBurst(waiting("长".repeat(500), "文".repeat(200))).count).toBe(1);
});

test("a burst ends somewhere, and the rest is the next turn's", () => {
  expect(readBurst(waiting(..."一二三四五六七八".split(""))).count).toBe(6);
});

test("another person's role begins another turn", () => {
  const [first, second] = waiting("食品证", "多久");
  expect(readBurst([first!, { ...second!, as: "citizen" }]).count).toBe(1);
});
