import { afterEach, beforeEach, expect, test } from "vitest";
import type { OutboundMessage } from "../../src/domain/message.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { messageOf } from "../support/messages.ts";
import { until } from "../support/until.ts";
import { openSpineUnderTest, wordsOf, type SpineUnderTest } from "./spine-under-test.ts";

const HERE = { channel: "web", conversation: "a" };

let it: TestDatabase;
let page: SpineUnderTest;
let worker: SpineUnderTest;

/** One process serves the page, another does the work. */
beforeEach(async () => {
  it = await openTestDatabase();
  page = await openSpineUnderTest(it.database, { take: null });
  worker = await openSpineUnderTest(it.another());
});

afterEach(async () => {
  await page.stop();
  await worker.stop();
  await it.close();
});

const say = (...texts: string[]) =>
  Promise.all(texts.map((text) => page.receive(messageOf({ externalId: text, text }))));

test("a page hears what another process says, each reply once and in order", async () => {
  const heard: OutboundMessage[] = [];
  page.listen(HERE, (message) => heard.push(message));
  await say(...Array.from({ length: 30 }, (_, n) => `m${n}`));
  await until(() => heard.length >= 30);
  expect(heard.map(wordsOf)).toEqual(Array.from({ length: 30 }, (_, n) => `${n + 1}: m${n}`));
});

test("a page hears only what is said from now on, and only its own conversation", async () => {
  await say("before");
  await until(() => worker.sent.length === 1);
  const heard: string[] = [];
  page.listen(HERE, (message) => heard.push(wordsOf(message)));
  await page.receive(messageOf({ conversation: "b", externalId: "elsewhere", text: "elsewhere" }));
  await say("after");
  await until(() => heard.length === 1 && worker.sent.length === 3);
  expect(heard).toEqual(["2: after"]);
});

test("a page that has stopped listening hears nothing more", async () => {
  const heard: string[] = [];
  const stop = page.listen(HERE, (message) => heard.push(wordsOf(message)));
  await say("one");
  await until(() => heard.length === 1);
  stop();
  await say("two");
  await until(() => worker.sent.length === 2);
  expect(heard).toEqual(["1: one"]);
});

test("a page whose connection to the database broke hears what it missed", async () => {
  const heard: string[] = [];
  page.listen(HERE, (message) => heard.push(wordsOf(message)));
  await say("one");
  await until(() => heard.length === 1);
  const cut = await it
    .another()
    .query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()`,
      [it.database.applicationName],
    );
  expect(cut.length).toBeGreaterThan(0);
  await worker.receive(messageOf({ externalId: "two", text: "two" }));
  await until(() => heard.length === 2);
  expect(heard).toEqual(["1: one", "2: two"]);
});
