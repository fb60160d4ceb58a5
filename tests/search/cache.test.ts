import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { buildIndex } from "../../src/search/build-index.ts";
import { cachedIndex, indexKey } from "../../src/search/cache.ts";

const build = () =>
  buildIndex([{ id: "one", fields: [["食", "品"]] }], {
    saturation: 1.2,
    fields: [{ weight: 1, lengthPenalty: 0.75 }],
  });

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "index-cache-"))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("the index cache", () => {
  test("builds once and then reads", () => {
    const counted = vi.fn(build);
    const first = cachedIndex(directory, "key", counted);
    const second = cachedIndex(directory, "key", counted);
    expect(counted).toHaveBeenCalledTimes(1);
    expect(second).toEqual(first);
  });

  test("makes the directory it is given", () => {
    cachedIndex(join(directory, "a", "b"), "key", build);
    expect(readdirSync(join(directory, "a", "b"))).toEqual(["key.index"]);
  });

  test("builds again over a damaged file, and mends it", () => {
    writeFileSync(join(directory, "key.index"), "not an index");
    const counted = vi.fn(build);
    cachedIndex(directory, "key", counted);
    cachedIndex(directory, "key", counted);
    expect(counted).toHaveBeenCalledTimes(1);
  });

  test("leaves no drafts behind", () => {
    cachedIndex(directory, "key", build);
    expect(readdirSync(directory)).toEqual(["key.index"]);
  });

  test("works without a place to write", () => {
    const blocked = join(directory, "file");
    writeFileSync(blocked, "");
    expect(cachedIndex(join(blocked, "below"), "key", build)).toEqual(build());
  });

  test("has one key for the same content and another for any other", () => {
    expect(indexKey(["a", { b: 1 }])).toBe(indexKey(["a", { b: 1 }]));
    expect(indexKey(["a", { b: 1 }])).not.toBe(indexKey(["a", { b: 2 }]));
  });
});
