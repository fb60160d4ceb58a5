import { describe, expect, test } from "vitest";
import { questionsAbout } from "../../../src/knowledge/diff/questions.ts";
import { recordChanges } from "../../../src/knowledge/diff/records.ts";
import { readShelfFiles } from "../../../src/knowledge/shelf.ts";
import { smallShelf, type Shelf } from "../../support/small-shelf.ts";

const ITEMS = "approval-items/sample.yaml";
const LAW = "provisions/sample-law.yaml";

/** What differs between the small shelf and itself after a change. */
function difference(change: (shelf: Shelf) => void, prepare: (shelf: Shelf) => void = () => {}) {
  const shelf = smallShelf();
  prepare(shelf);
  const before = readShelfFiles(shelf.folder).files;
  change(shelf);
  const after = readShelfFiles(shelf.folder).files;
  const records = recordChanges(before, after);
  return {
    told: records.map(({ what, kind, name, fields }) => ({ what, kind, name, fields })),
    questions: questionsAbout(records, before, after).map(({ line }) => line),
  };
}

const QUESTION = "养鱼要办啥手续";

describe("what differs", () => {
  test("a field, old and new, and the questions of its record", () => {
    const { told, questions } = difference((s) => s.change(ITEMS, "number: 20,", "number: 15,"));
    expect(told).toEqual([
      {
        what: "changed",
        kind: "items.handlingItems",
        name: "fish-licence.new",
        fields: [{ field: "statutoryLimit.duration.number", before: "20", after: "15" }],
      },
    ]);
    expect(questions).toContain(QUESTION);
  });

  test("layout and comments are no difference", () => {
    expect(
      difference((s) => s.change(LAW, "id: sample-law", "# new\nid: sample-law")).told,
    ).toEqual([]);
  });

  test("an article that comes, whole, and whoever cites one that changed is asked", () => {
    const added = difference((s) =>
      s.write(
        LAW.replace("sample", "other"),
        s.read(LAW).replace("id: sample-law", "id: other-law").replace("示例法", "另一法"),
      ),
    );
    expect(added.told.map(({ what, kind }) => `${what} ${kind}`)).toEqual([
      "added provisions.files",
    ]);
    const changed = difference((s) => s.change(LAW, "20个工作日", "15个工作日"));
    expect(changed.told).toMatchObject([{ kind: "provisions", fields: [{ field: "says.zh" }] }]);
    expect(changed.questions).toContain(QUESTION);
  });

  test("of records without an id the equal ones are the same wherever they stand", () => {
    const fact = (zh: string) => `{ zh: ${zh}。, en: ${zh}., cites: [sample-law/1] }`;
    const facts = (...all: string[]) => `facts: [${all.map(fact).join(", ")}]\n            basis:`;
    const { told } = difference(
      (s) => s.change(ITEMS, facts("甲", "乙"), facts("新", "甲", "乙")),
      (s) => s.change(ITEMS, "basis:", facts("甲", "乙")),
    );
    expect(told).toMatchObject([
      {
        what: "added",
        kind: "items.facts",
        fields: expect.arrayContaining([{ field: "zh", before: "", after: "新。" }]),
      },
    ]);
  });

  test("a sentence of the program concerns everybody", () => {
    const { questions } = difference((s) =>
      s.change("wording/zh.yaml", "help.thanks:", "help.thanks: 新的\n# "),
    );
    expect(questions.length).toBeGreaterThan(0);
  });
});
