import { expect, test } from "vitest";
import { gather } from "../../src/store/gather.ts";

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test("calls of the same moment travel together, and each gets its own result", async () => {
  const batches: number[][] = [];
  const double = gather(async (batch: number[]) => {
    batches.push(batch);
    return batch.map((n) => n * 2);
  }, 100);
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

test("what comes while a batch is under way gathers for the next, no batch too large, order kept", async () => {
  const batches: number[][] = [];
  const pass = gather(async (batch: number[]) => {
    batches.push(batch);
    await soon();
    return batch;
  }, 2);
  const first = pass(1);
  await soon();
  const rest = [2, 3, 4, 5, 6].map(pass);
  await Promise.all([first, ...rest]);
  expect(batches.flat()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(Math.max(...batches.map(({ length }) => length))).toBe(2);
});

test("an error reaches every caller of its batch and none of the next", async () => {
  let fail = true;
  const pass = gather(async (batch: number[]) => {
    if (fail) throw new Error("no");
    return batch;
  }, 100);
  expect((await Promise.allSettled([pass(1), pass(2)])).map(({ status }) => status)).toEqual([
    "rejected",
    "rejected",
  ]);
  fail = false;
  expect(await pass(3)).toBe(3);
});

test("where one bad item must not fail its neighbours they are tried one by one", async () => {
  const pass = gather(
    async (batch: number[]) => {
      if (batch.includes(13)) throw new Error("thirteen");
      return batch;
    },
    100,
    () => true,
  );
  const results = await Promise.allSettled([1, 13, 2].map(pass));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
