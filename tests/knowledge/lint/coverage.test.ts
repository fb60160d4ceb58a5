import { expect, test } from "vitest";
import { coverageOf } from "../../../src/knowledge/lint/coverage.ts";
import { checkFiles, readShelfFiles } from "../../../src/knowledge/shelf.ts";
import { smallShelf, type Shelf } from "../../support/small-shelf.ts";

const coverage = (shelf: Shelf, tested: ReadonlySet<string> | null = null) =>
  coverageOf(checkFiles(readShelfFiles(shelf.folder)), tested);

test("records are counted by their sheet, and parts that are not there are not listed", () => {
  const { records, departments } = coverage(smallShelf());
  expect(departments).toBe(1);
  expect(records).toMatchObject({ items: 1, "items.handlingItems": 1, provisions: 2 });
  expect(Object.keys(records)).not.toContain("authority");
  expect(Object.keys(records)).not.toContain("items.materials");
});

test("what is known, decidable, proven and tested is counted", () => {
  const shelf = smallShelf();
  expect(coverage(shelf, new Set(["fish-licence.new"]))).toMatchObject({
    items: { all: 1, tested: 1, verified: 1 },
    handlingItems: { all: 1, limit: 1, materials: 0, answerable: 1, decidable: 0, verified: 1 },
  });
  shelf.change(
    "approval-items/sample.yaml",
    "materials: null",
    "materials: []\n            conditions: [{ zh: 有水。, en: Water., cites: [sample-law/1] }]",
  );
  shelf.change("provisions/sample-law.yaml", "mark: V", "mark: P");
  expect(coverage(shelf, new Set(["bird-licence"]))).toMatchObject({
    items: { tested: 0, verified: 0 },
    handlingItems: { materials: 1, decidable: 1, verified: 0 },
  });
});
