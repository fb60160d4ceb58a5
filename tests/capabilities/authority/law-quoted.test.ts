import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createCore, type Core } from "../../../src/conversation/core.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { importLaws } from "../../../src/library/import-laws.ts";
import { SAMPLE } from "../../knowledge/law-text/sample-law.ts";
import { KNOWLEDGE, visit } from "../../support/visit.ts";

/** Texts under the titles of laws on the shelf; the words are made up. */
const MADE_UP: Record<string, string> = {
  "灯笼.md": SAMPLE,
  "新食安.md":
    "中华人民共和国食品安全法\n（2099年1月1日第九十届全国人民代表大会常务委员会第一次会议通过）\n第三十四条 甲样本。\n第三十五条 乙样本，不是真的条文。",
  "旧广告.md":
    "中华人民共和国广告法\n（1994年10月27日第八届全国人民代表大会常务委员会第十次会议通过）\n第一条 旧样本。",
  "投诉.md":
    "市场监督管理投诉举报处理暂行办法\n（2019年11月30日国家市场监督管理总局令第920号公布）\n第一条 灰样本。",
};

let core: Core;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-quoted-"));
  const laws = join(folder, "laws");
  for (const [name, text] of Object.entries(MADE_UP)) writeFileSync(join(folder, name), text);
  await importLaws(
    laws,
    Object.keys(MADE_UP).map((name) => join(folder, name)),
    () => {},
  );
  core = createCore(loadKnowledge(KNOWLEDGE), {
    lawsDirectory: laws,
    now: () => new Date("2026-11-24T10:00:00+08:00"),
  });
}, 300_000);

const told = async (text: string, as: "staff" | "enterprise" = "staff") => {
  const turn = await visit(core, as).say(text);
  return { ...turn, text: JSON.stringify(turn.reply.blocks) };
};

describe("/law shows the wording of the law itself", () => {
  test("of a law that only the zone has, with its file and hash, as a quotation", async () => {
    const { text, outcome, reply } = await told("/law 云桥镇灯笼街区管理条例 4");
    expect(outcome).toBe("referred");
    expect(text).toContain("“灯笼底边离地不得低于二米八。”");
    expect(text).toMatch(/灯笼\.md.*SHA-256 前12位 [0-9a-f]{12}/);
    expect(text).toContain("片区自有");
    expect(reply.citations).toEqual([]);
  });

  test("an inserted article, by its number with a dash", async () => {
    expect((await told("/law 云桥镇灯笼街区管理条例 4-1")).text).toContain("临水的一侧");
  });

  test("beside the shelf's own words, which keep their source", async () => {
    const { text, outcome, reply } = await told("/law 食品安全法 35");
    expect(outcome).toBe("answered");
    expect(reply.blocks.map(({ kind }) => kind).slice(0, 2)).toEqual(["heading", "lead"]);
    expect(reply.citations).toHaveLength(1);
    expect(text).toContain("乙样本");
  });

  test("a version that is not law yet says so", async () => {
    expect((await told("/law 食品安全法 35")).text).toContain("2099-01-01起才是现行文本");
  });

  test("an article that neither has", async () => {
    const { text } = await told("/law 云桥镇灯笼街区管理条例 99");
    expect(text).toContain("没有第九十九条");
  });

  test("only the law: its versions, and how to ask for an article", async () => {
    const { text } = await told("/law 云桥镇灯笼街区管理条例");
    expect(text).toMatch(/2022修正，8条/);
    expect(text).toContain("/law 云桥镇灯笼街区管理条例 1");
  });

  test("in English the sentences are English, the wording stays as it is", async () => {
    const { text } = await told("/law Food Safety Law 35");
    expect(text).toContain("own copy");
    expect(text).toContain("乙样本");
  });
});

describe("what is repealed is never quoted as current", () => {
  test("because the shelf knows that the law has ended", async () => {
    const { text } = await told("/law 市场监督管理投诉举报处理暂行办法 1");
    expect(text).toContain("灰样本");
    expect(text).toMatch(/本处记载它到2026-04-14为止有效，不能再作依据引用/);
  });

  test("because the shelf knows a newer version", async () => {
    const { text } = await told("/law 广告法 1");
    expect(text).toContain("旧样本");
    expect(text).toContain("片区的这份文本更旧，不能作现行依据引用");
  });
});

describe("related articles are offered as reading, never as an answer", () => {
  test("when staff look for words that are no law's title", async () => {
    const { text, outcome } = await told("/law 灯笼底边离地多高");
    expect(outcome).toBe("clarification");
    expect(text).toContain("不是本处的答复");
    expect(text).toContain("《云桥镇灯笼街区管理条例》第四条");
  });

  test("when a visitor names a law outside the catalogue", async () => {
    const { text, outcome, reply } = await told(
      "云桥镇灯笼街区管理条例里冷光源是怎么规定的",
      "enterprise",
    );
    expect(outcome).not.toBe("answered");
    expect(reply.citations).toEqual([]);
    expect(text).toContain("不是本处的答复");
    expect(text).toContain("第六条");
  });

  test("but not to everything that is not in the catalogue", async () => {
    const { text } = await told("隔壁的猫老在我家屋顶打架", "enterprise");
    expect(text).not.toContain("不是本处的答复");
  });
});
