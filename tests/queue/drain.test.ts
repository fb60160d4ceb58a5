import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Take } from "../../src/conversation/drain.ts";
import { failureByReference } from "../../src/store/turns.ts";
import { StoreUnavailable } from "../../src/store/unavailable.ts";
import { take as echo } from "../faults/echo-take.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { messageOf } from "../support/messages.ts";
import { until } from "../support/until.ts";
import { openSpineUnderTest, wordsOf, type SpineUnderTest } from "./spine-under-test.ts";

let it: TestDatabase;
let running: SpineUnderTest | null;

beforeEach(async () => {
  it = await openTestDatabase();
  running = null;
});

afterEach(async () => {
  await running?.stop();
  await it.close();
});

const start = async (take: Take): Promise<SpineUnderTest> =>
  (running = await openSpineUnderTest(it.database, { take }));
const say = (on: SpineUnderTest, ...texts: string[]) =>
  Promise.all(texts.map((text) => on.receive(messageOf({ externalId: text, text }))));
const turns = () =>
  it.database.query("SELECT outcome, reference, knowledge, lang FROM turn ORDER BY id", []);

test("answers each message once, in order, and keeps the state from turn to turn", async () => {
  const spine = await start(echo);
  await say(spine, "one", "two", "three");
  await until(() => spine.sent.length === 3);
  expect(spine.sent.map(wordsOf)).toEqual(["1: one", "2: two", "3: three"]);
  expect(spine.sent.map(({ inReplyTo }) => inReplyTo)).toEqual([["one"], ["two"], ["three"]]);
});

test("both sides share one order, and history shows it", async () => {
  const spine = await start(echo);
  await say(spine, "one");
  await until(() => spine.sent.length === 1);
  await say(spine, "two");
  await until(() => spine.sent.length === 2);
  const lines = await spine.history({ channel: "web", conversation: "a" });
  expect(
    lines.map((line) => [line.seq, line.from === "visitor" ? line.text : wordsOf(line.message)]),
  ).toEqual([
    [1, "one"],
    [2, "1: one"],
    [3, "two"],
    [4, "2: two"],
  ]);
  expect(
    (await spine.history({ channel: "web", conversation: "a" }, 2)).map(({ seq }) => seq),
  ).toEqual([3, 4]);
  expect(await spine.history({ channel: "web", conversation: "nobody" })).toEqual([]);
});

test("a burst may be answered in one turn: every message is in exactly one", async () => {
  const together: Take = (open) => ({
    ...(echo(open) as Awaited<ReturnType<Take>>),
    consumed: open.messages.length,
  });
  const writer = await openSpineUnderTest(it.another(), { take: null });
  await say(writer, "one", "two", "three");
  const spine = await start(together);
  await until(() => spine.sent.length === 1);
  expect(spine.sent[0]?.inReplyTo).toEqual(["one", "two", "three"]);
  expect(await turns()).toHaveLength(1);
  await writer.stop();
});

test("a burst longer than one turn takes is answered to the end", async () => {
  const together: Take = (open) => ({
    ...(echo(open) as Awaited<ReturnType<Take>>),
    consumed: open.messages.length,
  });
  const writer = await openSpineUnderTest(it.another(), { take: null });
  await say(writer, ...Array.from({ length: 120 }, (_, n) => `m${n}`));
  const spine = await start(together);
  await until(() => spine.sent.flatMap(({ inReplyTo }) => inReplyTo).length === 120);
  expect(new Set(spine.sent.flatMap(({ inReplyTo }) => inReplyTo)).size).toBe(120);
  await writer.stop();
});

describe("a message the core cannot bear", () => {
  const poisoned: Take = (open) => {
    if (open.messages[0]?.text === "poison") throw new Error("could not bear it");
    return echo(open);
  };

  test("becomes a recorded failure with a number a person can name, and the next one is answered", async () => {
    const spine = await start(poisoned);
    await say(spine, "before", "poison", "after");
    await until(() => spine.sent.length === 3);
    const [, failed] = spine.sent.map(wordsOf);
    expect(failed).toMatch(/^F-[2-9A-HJ-NP-TV-Z]{6}$/);
    expect((await turns()).map(({ outcome }) => outcome)).toEqual([
      "answered",
      "failed",
      "answered",
    ]);
    expect(await failureByReference(it.database, ` ${failed?.toLowerCase()} `)).toMatchObject([
      { failure: expect.stringContaining("could not bear it") },
    ]);
  });

  test("leaves the state as it was", async () => {
    const spine = await start(poisoned);
    await say(spine, "before", "poison", "after");
    await until(() => spine.sent.length === 3);
    expect(wordsOf(spine.sent[2]!)).toBe("2: after");
  });

  test("is the same when the turn never ends", async () => {
    const never = new Promise<never>(() => {});
    const take: Take = (open) => (open.messages[0]?.text === "poison" ? never : echo(open));
    const spine = (running = await openSpineUnderTest(it.database, { take, patience: 100 }));
    await say(spine, "poison", "after");
    await until(() => spine.sent.length === 2);
    expect((await turns()).map(({ outcome }) => outcome)).toEqual(["failed", "answered"]);
  });

  test("is the same when it claims to have answered what nobody said", async () => {
    const spine = await start((open) => ({
      ...(echo(open) as Awaited<ReturnType<Take>>),
      consumed: open.messages.length + 1,
    }));
    await say(spine, "one");
    await until(() => spine.sent.length === 1);
    expect(await turns()).toMatchObject([{ outcome: "failed" }]);
  });
});

test("what a turn says and keeps may hold characters PostgreSQL does not know", async () => {
  const odd: Take = (open) => ({
    ...(echo(open) as Awaited<ReturnType<Take>>),
    record: { odd: "a\u0000b \ud83e", literal: "\\u0000" },
  });
  const spine = await start(odd);
  await say(spine, "one");
  await until(() => spine.sent.length === 1);
  const [row] = await it.database.query("SELECT record FROM turn", []);
  expect(row?.record).toEqual({ odd: "a\uFFFDb \uFFFD", literal: "\\u0000" });
});

test("a failure of the store is nobody's fault: nothing is recorded and it is tried again", async () => {
  let away = true;
  const spine = await start((open) => {
    if (away) throw new StoreUnavailable("database-away");
    return echo(open);
  });
  await say(spine, "one");
  await until(() => spine.troubles.length > 0);
  expect(await it.another().query("SELECT FROM turn", [])).toEqual([]);
  away = false;
  await until(() => spine.sent.length === 1);
  expect(await turns()).toMatchObject([{ outcome: "answered" }]);
});

test("two processes that drain the same conversations answer every message once, in order", async () => {
  const one = await start(async (open) => echo(open));
  const other = await openSpineUnderTest(it.another());
  const ids = Array.from({ length: 60 }, (_, n) => `m${n}`);
  await Promise.all(
    ids.map((externalId, n) =>
      [one, other][n % 2]!.receive(
        messageOf({ externalId, text: externalId, conversation: `c${n % 6}` }),
      ),
    ),
  );
  await until(() => one.sent.length + other.sent.length >= 60);
  const all = [...one.sent, ...other.sent];
  expect(all.flatMap(({ inReplyTo }) => inReplyTo).toSorted()).toEqual(ids.toSorted());
  expect(await turns()).toHaveLength(60);
  await other.stop();
});
