import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/capabilities/capability.ts";
import { guard } from "../../src/conversation/guard.ts";
import { FRESH } from "../../src/domain/conversation.ts";
import type { Citation } from "../../src/domain/citation.ts";
import type { DraftBlock } from "../../src/domain/draft.ts";

const DAY = "2026-11-24";
const say = (key: string) => key;
const wording = { zh: say, en: say };

const source = (id: string, over: Partial<Citation> = {}): [string, Citation] => [
  id,
  {
    id,
    title: "示例法",
    titleEn: "Sample Law",
    article: "3",
    version: "2025",
    versionFrom: "2025-01-01",
    validFrom: "2025-01-01",
    validTo: null,
    checkedOn: "2026-11-01",
    mark: "V",
    says: { zh: "要点", en: "point" },
    replacedBy: null,
    replacedByArticles: null,
    change: null,
    ...over,
  },
];

const provisions = new Map([
  source("law/1"),
  source("law/partly", { mark: "P" }),
  source("law/memory", { mark: "U" }),
  source("law/repealed", { validTo: "2026-08-14" }),
  source("law/read-so-before", { validFrom: "2020-01-01", versionFrom: "2026-12-01" }),
  source("law/future", { validFrom: "2027-01-01" }),
  source("law/unchecked", { checkedOn: "2026-05-27" }),
  source("law/just-checked", { checkedOn: "2026-05-28" }),
]);

function check(blocks: DraftBlock[], outcome: Answer["outcome"] = "answered") {
  const answer: Answer = {
    outcome,
    draft: { lang: "zh", blocks, choices: [] },
    items: [],
    departments: [],
    state: FRESH,
  };
  return guard(answer, DAY, provisions, wording);
}

const lead = (...cites: string[]): DraftBlock => ({ kind: "lead", text: "要办。", cites });

test("an article is not said to be of a version that was made after the day", () => {
  const [before, since] = check([lead("law/read-so-before"), lead("law/1")]).reply.citations;
  expect(before!.version).toBe("source.later");
  expect(since!.version).toBe("2025");
});

describe("a source that was not looked at for long", () => {
  const notes = (...cites: string[]) =>
    check([lead(...cites), lead(...cites)]).reply.blocks.filter((block) => block.kind === "note");

  test("is told once, after 180 days", () => {
    expect(notes("law/unchecked", "law/1")).toEqual([{ kind: "note", text: "guard.stale" }]);
  });

  test("is not told before", () => {
    expect(notes("law/just-checked", "law/1")).toEqual([]);
  });
});

describe("what may leave", () => {
  test("a statement with a source in force leaves, with the source numbered", () => {
    const { reply, held } = check([lead("law/1")]);
    expect(held).toBeNull();
    expect(reply.blocks).toEqual([{ kind: "lead", text: "要办。", cites: [1] }]);
    expect(reply.citations[0]).toMatchObject({ article: "第三条", inForce: true, verified: true });
  });

  test("a statement seen only in part carries its doubt", () => {
    expect(check([lead("law/partly")]).reply.blocks[0]).toMatchObject({
      text: "要办。guard.doubt",
    });
  });
});

describe("what may not leave", () => {
  test.each([
    ["a source from memory", "law/memory"],
    ["a source nobody has", "law/nowhere"],
  ])("%s: the safe sentence stands instead", (_, ref) => {
    const { reply, held } = check([lead(ref)]);
    expect(held).toBe("no-source");
    expect(reply.blocks).toEqual([{ kind: "note", text: "guard.safe" }]);
  });

  test.each([
    ["repealed", "law/repealed"],
    ["not yet in force", "law/future"],
  ])("a law that is %s is not quoted as current, and the reply says so", (_, ref) => {
    const { reply } = check([
      lead("law/1"),
      { kind: "fact", label: "时限", text: "20日", cites: [ref] },
    ]);
    expect(reply.blocks).toEqual([
      { kind: "lead", text: "要办。", cites: [1] },
      { kind: "note", text: "guard.not-in-force" },
    ]);
  });

  test("an answer that states nothing with a source is held", () => {
    expect(check([{ kind: "note", text: "大概要吧" }]).held).toBe("no-source");
  });

  test("a question back needs no source", () => {
    expect(check([{ kind: "note", text: "哪一个？" }], "clarification").held).toBeNull();
  });

  test.each(["电话13812345678", "身份证11010519491231002X", "卡号6222021234567890128"])(
    "personal data never leaves: %s",
    (text) => {
      expect(check([lead("law/1"), { kind: "note", text }]).held).toBe("private-data");
    },
  );

  test("a heading over nothing is taken away", () => {
    const { reply } = check([
      lead("law/1"),
      { kind: "heading", text: "材料" },
      { kind: "fact", label: "材料", text: "…", cites: ["law/memory"] },
    ]);
    expect(reply.blocks.map((block) => block.kind)).toEqual(["lead"]);
  });
});

describe("a list is judged line by line", () => {
  const list = (...items: { text: string; cites?: string[] }[]): DraftBlock => ({
    kind: "list",
    label: "依据",
    items,
    cites: items.flatMap((item) => item.cites ?? []),
  });

  test("a line whose source is not in force is left out, and the reply says so", () => {
    const { reply } = check([
      list({ text: "现行", cites: ["law/1"] }, { text: "已废", cites: ["law/repealed"] }),
    ]);
    expect(reply.blocks).toEqual([
      { kind: "list", label: "依据", items: [{ text: "现行" }], cites: [1] },
      { kind: "note", text: "guard.not-in-force" },
    ]);
  });

  test("the doubt stands at the line it holds for", () => {
    const { reply } = check([
      list({ text: "读过", cites: ["law/1"] }, { text: "没读全", cites: ["law/partly"] }),
    ]);
    expect(reply.blocks[0]).toMatchObject({
      label: "依据",
      items: [{ text: "读过" }, { text: "没读全guard.doubt" }],
    });
  });

  test("a list of nothing but memories does not leave", () => {
    expect(
      check([lead("law/1"), list({ text: "听说", cites: ["law/memory"] })]).reply.blocks.length,
    ).toBe(1);
  });
});

test("all that a statement rests on must be in force, and one doubtful source makes it doubtful", () => {
  expect(
    check([lead("law/1"), lead("law/1", "law/future")]).reply.blocks.filter(
      (block) => block.kind === "lead",
    ).length,
  ).toBe(1);
  expect(check([lead("law/1", "law/partly")]).reply.blocks[0]).toMatchObject({
    text: "要办。guard.doubt",
  });
});
