import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OutboundMessage } from "../../src/domain/message.ts";
import { pauseAfter } from "../../src/queue/outbox.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { messageOf } from "../support/messages.ts";
import { until } from "../support/until.ts";
import { openSpineUnderTest, wordsOf, type SpineUnderTest } from "./spine-under-test.ts";

let it: TestDatabase;
let open: SpineUnderTest[];

beforeEach(async () => {
  it = await openTestDatabase();
  open = [];
});

afterEach(async () => {
  for (const spine of open) await spine.stop();
  await it.close();
});

async function start(
  send?: (message: OutboundMessage) => Promise<void>,
  database = it.database,
): Promise<SpineUnderTest> {
  const spine = await openSpineUnderTest(database, { send });
  open.push(spine);
  return spine;
}

const say = (spine: SpineUnderTest, ...texts: string[]) =>
  Promise.all(texts.map((text) => spine.receive(messageOf({ externalId: text, text }))));
const outbox = () =>
  it.database.query("SELECT status, attempts, last_error FROM outbound_message ORDER BY seq", []);

test("a platform that refuses is asked again, and later replies wait for the earlier one", async () => {
  let refusals = 2;
  const tried: string[] = [];
  const spine = await start(async (message) => {
    tried.push(wordsOf(message));
    if (refusals-- > 0) throw Object.assign(new Error("busy"), { retryAfterMs: 100 });
  });
  await say(spine, "one", "two");
  await until(() => spine.sent.length === 2);
  expect(tried).toEqual(["1: one", "1: one", "1: one", "2: two"]);
  await until(async () => (await outbox()).every(({ status }) => status === "sent"));
  expect(await outbox()).toMatchObject([{ attempts: 3, last_error: null }, { attempts: 1 }]);
});

test("a reply that can never arrive is put aside with its reason, and does not hold up the next", async () => {
  const spine = await start(async (message) => {
    if (wordsOf(message).endsWith("one"))
      throw Object.assign(new Error("blocked by the visitor"), { permanent: true });
  });
  await say(spine, "one", "two");
  await until(() => spine.sent.length === 1);
  expect(spine.sent.map(wordsOf)).toEqual(["2: two"]);
  expect(spine.dead.map(wordsOf)).toEqual(["1: one"]);
  expect((await outbox())[0]).toMatchObject({
    status: "dead",
    last_error: "Error: blocked by the visitor",
  });
});

test("one conversation's trouble does not hold up another", async () => {
  const spine = await start(async ({ conversation }) => {
    if (conversation === "stuck") await new Promise(() => {});
  });
  void spine.receive(messageOf({ conversation: "stuck" }));
  await pause(100);
  await spine.receive(messageOf({ conversation: "free" }));
  await until(() => spine.sent.length === 1);
  expect(spine.sent[0]?.conversation).toBe("free");
  // The stuck one would be waited for at a polite stop: leave it to the process's end.
  open = [];
});

test("two processes never deliver the same reply twice, nor out of order", async () => {
  const seen: string[] = [];
  const send = async (message: OutboundMessage) => {
    await pause(Math.random() * 5);
    seen.push(`${message.conversation} ${message.seq}`);
  };
  const [one, other] = [await start(send), await start(send, it.another())];
  await Promise.all(
    Array.from({ length: 80 }, (_, n) =>
      [one, other][n % 2]!.receive(messageOf({ externalId: `m${n}`, conversation: `c${n % 5}` })),
    ),
  );
  await until(() => seen.length >= 80);
  await pause(300);
  expect(new Set(seen).size).toBe(80);
  expect(seen).toHaveLength(80);
  for (let c = 0; c < 5; c++) {
    const seqs = seen
      .filter((line) => line.startsWith(`c${c} `))
      .map((line) => Number(line.split(" ")[1]));
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  }
});

test("a reply for a channel that is not here waits for the process that has it", async () => {
  const here = await start();
  await here.receive(messageOf({ channel: "telegram" }));
  await until(async () => (await outbox()).length === 1);
  await pause(200);
  expect(await outbox()).toMatchObject([{ status: "pending", attempts: 0 }]);
  const there: OutboundMessage[] = [];
  const other = await openSpineUnderTest(it.another(), { take: null });
  open.push(other);
  await other.work(
    () => Promise.reject(new Error("takes no turn")),
    [{ name: "telegram", send: async (message) => void there.push(message) }],
  );
  await until(() => there.length === 1);
});

test("the pauses double up to a quarter of an hour", () => {
  expect([1, 2, 3, 4].map(pauseAfter)).toEqual([500, 1_000, 2_000, 4_000]);
  expect(pauseAfter(99)).toBe(15 * 60_000);
});
