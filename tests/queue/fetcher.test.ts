import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startFetcher } from "../../src/queue/fetcher.ts";
import type { QueuedConversation } from "../../src/queue/queue.ts";
import { startSweep } from "../../src/queue/sweep.ts";
import { until } from "../support/until.ts";

/** A queue in memory. */
function queueOf(...conversationIds: string[]) {
  const jobs: QueuedConversation[] = conversationIds.map((conversationId, n) => ({
    jobId: `j${n}`,
    conversationId,
  }));
  const finished: string[] = [];
  return {
    finished,
    add: (conversationId: string) =>
      jobs.push({ jobId: `j${finished.length + jobs.length}-${conversationId}`, conversationId }),
    fetch: async (_name: string, most: number) => jobs.splice(0, most),
    finish: async (_name: string, jobIds: string[]) => void finished.push(...jobIds),
  };
}

test("works on many conversations side by side, never on one twice at the same time, never on too many", async () => {
  const working = new Set<string>();
  let most = 0;
  const done: string[] = [];
  const queue = queueOf(...Array.from({ length: 100 }, (_, n) => `c${n % 10}`));
  const fetcher = startFetcher({
    queue,
    name: "inbox",
    sideBySide: 4,
    report: (error) => expect.unreachable(String(error)),
    async work(id) {
      expect(working.has(id)).toBe(false);
      working.add(id);
      most = Math.max(most, working.size);
      await pause(2);
      working.delete(id);
      done.push(id);
    },
  });
  await until(() => queue.finished.length === 100);
  await fetcher.stop();
  expect(most).toBe(4);
  expect(new Set(done).size).toBe(10);
});

test("a job that comes while its conversation is in hand makes it look once more", async () => {
  const queue = queueOf("a");
  const looks: number[] = [];
  let release = (): void => {};
  const fetcher = startFetcher({
    queue,
    name: "inbox",
    sideBySide: 4,
    report: () => {},
    async work() {
      looks.push(looks.length);
      if (looks.length === 1) await new Promise<void>((resolve) => (release = resolve));
    },
  });
  await until(() => looks.length === 1);
  queue.add("a");
  fetcher.wake();
  await until(() => queue.finished.length === 2);
  release();
  await until(() => looks.length === 2);
  await fetcher.stop();
  expect(looks).toEqual([0, 1]);
});

test("work that failed is reported and tried again", async () => {
  const troubles: unknown[] = [];
  let attempts = 0;
  const fetcher = startFetcher({
    queue: queueOf("a"),
    name: "inbox",
    sideBySide: 4,
    report: (error, id) => troubles.push([String(error), id]),
    async work() {
      if (++attempts === 1) throw new Error("away");
    },
  });
  await until(() => attempts === 2);
  expect(troubles).toEqual([["Error: away", "a"]]);
  await fetcher.stop();
});

test("a queue that cannot be asked is reported and asked again", async () => {
  const troubles: unknown[] = [];
  const worked: string[] = [];
  const queue = queueOf("a");
  let away = true;
  const fetcher = startFetcher({
    queue: {
      ...queue,
      fetch: async (name, most) =>
        away ? Promise.reject(new Error("away")) : queue.fetch(name, most),
    },
    name: "inbox",
    sideBySide: 4,
    report: (error, id) => troubles.push(id),
    work: async (id) => void worked.push(id),
  });
  await until(() => troubles.length > 0);
  away = false;
  await until(() => worked.length === 1);
  expect(troubles.every((id) => id === null)).toBe(true);
  await fetcher.stop();
});

test("stopping finishes what is in hand and takes nothing more", async () => {
  const done: string[] = [];
  const queue = queueOf("a");
  const fetcher = startFetcher({
    queue,
    name: "inbox",
    sideBySide: 4,
    report: () => {},
    async work(id) {
      await pause(50);
      done.push(id);
    },
  });
  await pause(10);
  await fetcher.stop();
  expect(done).toEqual(["a"]);
  queue.add("b");
  fetcher.wake();
  await fetcher.drive(["c"]);
  await pause(100);
  expect(done).toEqual(["a"]);
});

test("the sweep looks for everything at its start, then only for what is overdue, and goes on while there is more", async () => {
  const looks: number[] = [];
  const sweep = startSweep({
    every: 20,
    overdue: 3_000,
    report: () => {},
    async look(olderThan) {
      looks.push(olderThan);
      return looks.length < 3;
    },
  });
  await until(() => looks.length >= 5);
  sweep.everything();
  await until(() => looks.slice(5).includes(0));
  await sweep.stop();
  expect(looks.slice(0, 3)).toEqual([0, 0, 0]);
  expect(looks.slice(3, 5)).toEqual([3_000, 3_000]);
});

test("a sweep that fails is reported and does not spin, whatever the report returns", async () => {
  let looks = 0;
  const sweep = startSweep({
    every: 1_000,
    report: () => 1,
    look: async () => {
      looks++;
      throw new Error("away");
    },
  });
  await pause(50);
  await sweep.stop();
  expect(looks).toBe(1);
});
