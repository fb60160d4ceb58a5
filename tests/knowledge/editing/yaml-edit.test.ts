import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rewriteYaml } from "../../../src/knowledge/editing/yaml-edit.ts";
import { readShelfFiles } from "../../../src/knowledge/shelf.ts";
import {
  copyOf,
  isList,
  isMap,
  type Origins,
  type Plain,
} from "../../../src/knowledge/sheets/tree.ts";
import { chance } from "../../faults/randomness.ts";
import { KNOWLEDGE } from "../../support/visit.ts";

/** The file after a change to what it holds. */
function changed(text: string, change: (value: any) => void) {
  const before = parse(text) as Plain;
  const origins: Origins = new Map();
  const after = copyOf(before, origins);
  change(after);
  const result = rewriteYaml(text, before, after, origins);
  expect(parse(result.text)).toEqual(after);
  return result;
}

const FILE = `# head
list:
  # first
  - id: a # behind
    name: {zh: 甲, en: "A"}
    days: '007'
    cites: [x/1,  y/2]
  - id: b
    name:
      zh: >-
        折起来
        的字
      en: B
    cites:
      - x/1
      # between
      - y/2

  - id: c
    note: null
tail: [] # end
`;

describe("only what differs is written anew", () => {
  test.each<[string, (value: any) => void, string, string]>([
    ["a word in brackets", (v) => (v.list[0].name.zh = "乙: 新"), "{zh: 甲,", '{zh: "乙: 新",'],
    ["a quoted word keeps its quotes", (v) => (v.list[0].days = "008"), "'007'", "'008'"],
    ["a word that must be quoted", (v) => (v.list[2].id = "true"), "id: c", 'id: "true"'],
    [
      "one entry of a list in brackets",
      (v) => (v.list[0].cites[1] = "z/3"),
      "[x/1,  y/2]",
      "[x/1,  z/3]",
    ],
    [
      "an entry more in brackets",
      (v) => v.list[0].cites.push("z/3"),
      "[x/1,  y/2]",
      "[x/1, y/2, z/3]",
    ],
    [
      "an entry more on a line",
      (v) => v.list[1].cites.push("z/3"),
      "      - y/2\n",
      "      - y/2\n      - z/3\n",
    ],
    ["an entry less, beside a comment", (v) => v.list[1].cites.pop(), "      - y/2\n", ""],
    [
      "a folded text",
      (v) => (v.list[1].name.zh = "直的"),
      "zh: >-\n        折起来\n        的字\n",
      "zh: 直的\n",
    ],
    [
      "a map for null",
      (v) => (v.list[2].note = { zh: "注", en: "note" }),
      "note: null\n",
      "note:\n      zh: 注\n      en: note\n",
    ],
    [
      "null for a map",
      (v) => (v.list[1].name = null),
      "name:\n      zh: >-\n        折起来\n        的字\n      en: B\n",
      "name: null\n",
    ],
    [
      "a field more",
      (v) => (v.list[1].mark = "P"),
      "      - y/2\n\n",
      "      - y/2\n    mark: P\n\n",
    ],
    [
      "the first field less",
      (v) => delete v.list[2].id,
      "- id: c\n    note: null\n",
      "- note: null\n",
    ],
    [
      "a record less",
      (v) => v.list.splice(0, 1),
      FILE.slice(FILE.indexOf("  - id: a"), FILE.indexOf("  - id: b")),
      "",
    ],
    ["a record more", (v) => v.list.push({ id: "d" }), "note: null\n", "note: null\n  - id: d\n"],
    ["a list that was empty", (v) => (v.tail = ["t"]), "tail: [] # end", "tail:\n  - t # end"],
    ["a text of two lines", (v) => (v.list[2].id = "一\n二"), "id: c", 'id: "一\\n二"'],
  ])("%s", (_, change, from, to) => {
    const { text, laidOutAnew } = changed(FILE, change);
    expect(laidOutAnew).toBe(false);
    expect(text).toBe(FILE.replace(from, to));
  });

  test("of two places with one value by *name, each changes alone", () => {
    const file = "a: &same { zh: 同, en: same }\nb: *same\n";
    expect(changed(file, (v) => (v.a.zh = "异")).text).toBe(
      "a: { zh: 异, en: same }\nb: { zh: 同, en: same }\n",
    );
    expect(changed(file, (v) => (v.b = { ...v.b, zh: "异" })).text).toContain("a: &same { zh: 同");
  });

  test("a file without its last line break keeps what it was when nothing changes", () => {
    expect(changed("a: 1", () => {}).text).toBe("a: 1");
  });
});

const WORDS = [
  "新",
  "a: b",
  "- x",
  "15",
  "null",
  "'q'",
  "x # y",
  "多\n行",
  "[z]",
  " 空",
  "{a}",
  "逗, 号",
];

test("any change to a file of the shelf keeps all other lines", { timeout: 120_000 }, () => {
  const random = chance(20_261_124);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const some = [...readShelfFiles(KNOWLEDGE).files].filter(() => random() < 0.2);
  for (const [file, text] of some) {
    const { text: after, laidOutAnew } = changed(text, (root) => {
      const inner = containersOf(root).filter((one) => one !== root);
      for (let i = 0; i < 3 && inner.length > 0; i++) spoil(pick(inner), pick);
    });
    expect(laidOutAnew, file).toBe(false);
    const kept = new Set(after.split("\n"));
    const gone = text.split("\n").filter((line) => line !== "" && !kept.has(line));
    expect(gone.length, `${file}:\n${gone.join("\n")}`).toBeLessThanOrEqual(10);
  }
});

/** One small change: a word, a field or an entry more, an entry less. */
function spoil(container: any, pick: <T>(all: readonly T[]) => T): void {
  if (isList(container)) {
    const records = container.some(isMap);
    if (records) container.push({ name: { zh: pick(WORDS), en: "new" }, cites: ["a/1"] });
    else if (container.length > 1 && pick([true, false])) container.pop();
    else container.push(pick(WORDS));
    return;
  }
  const plain = Object.keys(container).filter((key) => typeof container[key] !== "object");
  if (plain.length > 0 && pick([true, false])) container[pick(plain)] = pick(WORDS);
  else container.added = pick<Plain>([pick(WORDS), { zh: pick(WORDS), en: "n" }, null, 7]);
}

function containersOf(value: Plain): Plain[] {
  if (value === null || typeof value !== "object") return [];
  return [value, ...Object.values(value).flatMap(containersOf)];
}
