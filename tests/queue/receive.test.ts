import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { messageOf } from "../support/messages.ts";
import { openSpineUnderTest, type SpineUnderTest } from "./spine-under-test.ts";

let it: TestDatabase;
let spine: SpineUnderTest;

beforeEach(async () => {
  it = await openTestDatabase();
  spine = await openSpineUnderTest(it.database, { take: null });
});

afterEach(async () => {
  await spine.stop();
  await it.close();
});

const stored = () =>
  it.database.query(
    "SELECT external_id, seq, text FROM inbound_message ORDER BY conversation_id, seq",
    [],
  );

test("stores a message once, however often and however fast it is sent again", async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => spine.receive(messageOf())));
  expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(new Set(results.map(({ conversationId }) => conversationId)).size).toBe(1);
  expect(await spine.receive(messageOf())).toMatchObject({ seq: 1, duplicate: true });
  expect(await stored()).toHaveLength(1);
});

test("keeps the order in which one conversation's messages arrive at the same instant", async () => {
  await Promise.all(
    Array.from({ length: 150 }, (_, n) => spine.receive(messageOf({ externalId: `m${n}` }))),
  );
  expect((await stored()).map(({ external_id }) => external_id)).toEqual(
    Array.from({ length: 150 }, (_, n) => `m${n}`),
  );
});

test("the same id in another conversation or another channel is another message", async () => {
  await spine.receive(messageOf());
  expect(await spine.receive(messageOf({ conversation: "b" }))).toMatchObject({ duplicate: false });
  expect(await spine.receive(messageOf({ channel: "terminal" }))).toMatchObject({
    duplicate: false,
  });
});

test.each([
  ["nothing but spaces", "  "],
  ["ten thousand characters", "照".repeat(10_000)],
  ["only emoji", "👨‍👩‍👧‍👦🧧"],
  ["zero width and bidi marks", "a\u200b\u202e\u2066b"],
  ["markup", `<script>alert("x")</script>`],
  ["SQL", `'); DROP TABLE conversation; --`],
  ["unicode tags", "\u{E0041}\u{E0042}"],
])("stores %s as it was said", async (_what, text) => {
  await spine.receive(messageOf({ text }));
  expect(await stored()).toMatchObject([{ text }]);
});

test("stores what PostgreSQL cannot hold with a mark in its place, without failing its neighbours", async () => {
  const sending = ["a\u0000b", "half \ud83e", "whole"].map((text, n) =>
    spine.receive(messageOf({ externalId: `m${n}`, text })),
  );
  await Promise.all(sending);
  expect((await stored()).map(({ text }) => text)).toEqual(["a\uFFFDb", "half \uFFFD", "whole"]);
});

test("says what is wrong with something that is no message, and stores nothing", async () => {
  await expect(spine.receive(messageOf({ text: "x".repeat(20_001) }))).rejects.toThrow(
    /not a message: text/,
  );
  await expect(spine.receive(messageOf({ at: "yesterday" }))).rejects.toThrow(/not a message: at/);
  await expect(
    spine.receive({ ...messageOf(), as: "minister" as "citizen" }),
  ).rejects.toMatchObject({ name: "NotAMessage" });
  expect(await stored()).toEqual([]);
});

test("a clock in 1970 and one in 2999 change nothing about the order", async () => {
  await spine.receive(messageOf({ externalId: "m1", at: "2999-01-01T00:00:00Z" }));
  await spine.receive(messageOf({ externalId: "m2", at: "1970-01-01T00:00:00+08:00" }));
  const lines = await spine.history({ channel: "web", conversation: "a" });
  expect(lines.map((line) => line.from === "visitor" && [line.id, line.at])).toEqual([
    ["m1", "2999-01-01T00:00:00Z"],
    ["m2", "1970-01-01T00:00:00+08:00"],
  ]);
});
