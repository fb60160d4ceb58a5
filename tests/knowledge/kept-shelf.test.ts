import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { keepShelf, keptShelf } from "../../src/knowledge/kept-shelf.ts";
import { knowledgeOf } from "../../src/knowledge/load.ts";
import { readShelfFiles } from "../../src/knowledge/shelf.ts";
import { smallShelf } from "../support/small-shelf.ts";
import { temporaryDirectory } from "../support/temporary.ts";

test("a shelf that was changed later can still be read as it was", async () => {
  const directory = await temporaryDirectory("kept");
  const shelf = smallShelf();
  const before = readShelfFiles(shelf.folder);
  keepShelf(directory, before);
  shelf.change("approval-items/sample.yaml", "number: 20", "number: 15");
  const kept = keptShelf(directory, before.hash)!;
  const limit = knowledgeOf(kept).catalogue.handlingItems.get("fish-licence.new")!.statutoryLimit;
  expect(limit!.duration!.number).toBe(20);
  await rm(directory, { recursive: true });
});

test("what was never kept is not there; what was damaged is refused", async () => {
  const directory = await temporaryDirectory("kept");
  const shelf = readShelfFiles(smallShelf().folder);
  expect(keptShelf(directory, shelf.hash)).toBeNull();
  keepShelf(directory, shelf);
  await writeFile(join(directory, `${shelf.hash}.json.gz`), gzipSync(JSON.stringify([["a", "b"]])));
  expect(() => keptShelf(directory, shelf.hash)).toThrow(/changed or damaged/);
  await rm(directory, { recursive: true });
});
