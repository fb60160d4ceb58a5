import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { aspectReader } from "../../src/language/aspects.ts";
import { KNOWLEDGE } from "../support/visit.ts";

const read = aspectReader(loadKnowledge(KNOWLEDGE).lexicon);

describe("what people ask about an item", () => {
  test.each([
    ["那要多少钱?", "fee"],
    ["得花多少钱", "fee"],
    ["多久能下来", "limit"],
    ["要带什么材料", "materials"],
    ["去哪办", "where"],
    ["有效期几年", "validity"],
    ["能不能一趟都不跑", "trips"],
    ["用不用本人去", "trips"],
    ["快到期了啥时候续", "renewal"],
    ["多少天里头得报", "renewal"],
    ["不办会咋样", "late"],
    ["能保证批下来吗", "guarantee"],
    ["依据是哪条规定", "law"],
    ["谁批的", "authority"],
    ["港澳台员工要办工作许可吗", "need"],
    ["叉车得登记不", "need"],
    ["how much does it cost", "fee"],
    ["how long does it take", "limit"],
    ["how long is the licence valid", "validity"],
    ["can I do it online", "trips"],
    ["is there a fine", "late"],
  ] as const)("%s → %s", (text, facet) => {
    expect(read(text).facets).toContain(facet);
  });

  test("how long it is valid is not how long it takes", () => {
    expect(read("How long is the labour dispatch licence valid?").facets).not.toContain("limit");
  });
});

describe("what is left when the asking words are gone", () => {
  test.each([
    "那要多少钱?",
    "多久",
    "去哪办啊",
    "那变更呢",
    "需要什么材料",
    "我想办证",
    "how much is it?",
    "and how long?",
  ])("nothing: %s", (text) => {
    expect(read(text).rest).toBe("");
  });

  test.each(["那个体户呢", "食品证多久", "叉车要登记吗"])("a subject: %s", (text) => {
    expect(read(text).rest).not.toBe("");
  });
});

test.each([
  ["执照丢了咋补", "reissue"],
  ["快到期了", "renew"],
  ["不干了想注销", "cancel"],
] as const)("%s names the action %s", (text, action) => {
  expect(read(text).actions).toContain(action);
});

describe("pinyin asks the same", () => {
  test.each([
    ["yao duoshao qian", "fee"],
    ["duojiu neng banxialai", "limit"],
    ["xuyao shenme cailiao", "materials"],
    ["zhuxiao yao shenme cailiao", "materials"],
  ] as const)("%s → %s", (text, facet) => {
    expect(read(text).facets).toContain(facet);
  });

  test("and an action typed by its sound is the action", () => {
    expect(read("getihu zhuxiao").actions).toContain("cancel");
  });
});
