import { describe, expect, test } from "vitest";
import type { TurnRecord } from "../../../src/conversation/record.ts";
import { theCore, visit } from "../../support/visit.ts";

/** What the last of some messages came to. */
async function lastOf(...texts: string[]) {
  const visitor = visit(theCore());
  let turn = await visitor.say(texts[0]!);
  for (const text of texts.slice(1)) turn = await visitor.say(text);
  const { items, citations } = turn.record as TurnRecord;
  const labels = turn.reply.blocks.flatMap((block) => ("label" in block ? [block.label] : []));
  return {
    turn,
    first: items[0]?.id,
    items: items.map((item) => item.id),
    citations,
    labels,
    text: JSON.stringify(turn.reply.blocks),
  };
}

describe("the conclusion comes first, with its source", () => {
  test("only packaged food: a filing, not a licence", async () => {
    const { turn } = await lastOf("我就卖袋装零食饮料,要不要食品证");
    expect(turn.reply.blocks[0]).toMatchObject({
      kind: "lead",
      text: expect.stringMatching(/不用办.*许可证.*备案/),
    });
    expect(turn.reply.citations.map((citation) => citation.id)).toContain("food-safety-law/35");
    expect(
      turn.reply.citations.every((citation) => citation.inForce && citation.version !== ""),
    ).toBe(true);
  });

  test("what is abolished is said to be abolished", async () => {
    expect((await lastOf("在报纸上登广告还要办广告发布登记吗")).text).toMatch(/取消|不用/);
  });
});

describe("the aspect that was asked is told", () => {
  test.each([
    ["劳务派遣许可要带什么材料", "要带的材料"],
    ["劳务派遣许可多久能下来", "法定时限"],
    ["劳务派遣许可收费吗", "收费"],
    ["劳务派遣许可证管几年", "有效期"],
    ["劳务派遣许可要什么条件", "要符合的条件"],
    ["劳务派遣许可谁批", "谁来批"],
    ["劳务派遣许可依据是哪条规定", "依据"],
  ])("%s", async (text, label) => {
    expect((await lastOf(text)).labels.join()).toContain(label);
  });

  test("a figure nobody promised is not stated", async () => {
    const { text } = await lastOf("劳务派遣许可多久能下来");
    expect(text).toContain("20个工作日");
    expect(text).not.toContain("承诺时限");
  });

  test("approval is never guaranteed", async () => {
    expect((await lastOf("食品经营许可能保证给我批下来吗")).text).toContain("不能");
  });
});

describe("a conversation keeps its subject", () => {
  test.each([
    [["劳务派遣许可要什么条件", "那多久能下来"], "labour-dispatch-licence"],
    [["劳务派遣许可要什么条件", "收钱不"], "labour-dispatch-licence"],
    [["开公司要什么材料", "那个体户呢"], "sole-trader-registration"],
    [["开公司要什么材料", "不对，我说的是个体户"], "sole-trader-registration"],
    [["How do I register a tower crane?", "and how long does it take?"], "crane-registration"],
  ])("%s", async (texts, item) => {
    expect((await lastOf(...texts)).first).toBe(item);
  });

  test("the same question is asked again of another item", async () => {
    expect((await lastOf("注册公司要多久", "那个体户呢")).labels).toContain("法定时限");
  });

  test("an action named alone is the action of that item", async () => {
    expect((await lastOf("食品经营许可证要什么材料", "要是丢了呢")).text).toMatch(/补/);
  });
});

describe("several questions in one message", () => {
  test.each([
    [
      "劳务派遣许可证多久能办下来？另外公司变更法人要带什么材料？",
      ["labour-dispatch-licence", "company-change"],
    ],
    ["塔吊登记要带啥，施工许可证多少天能下来", ["crane-registration", "construction-permit"]],
    [
      "Which papers for a drain permit? Also, how long does a construction permit take?",
      ["drain-permit", "construction-permit"],
    ],
  ])("%s", async (text, both) => {
    const { items, turn } = await lastOf(text);
    expect(items.slice(0, 2).sort()).toEqual([...both].sort());
    expect(
      turn.reply.blocks.filter((block) => block.kind === "heading").length,
    ).toBeGreaterThanOrEqual(2);
  });
});

describe("what cannot be claimed is not claimed", () => {
  test("nothing named: asked which", async () => {
    const { turn } = await lastOf("我想办证");
    expect(turn.outcome).toBe("clarification");
    expect(turn.reply.choices.length).toBeGreaterThan(2);
  });

  test.each(["今天天气怎么样", "帮我写首诗", "我的个人所得税怎么汇算", "孩子上学报名找谁"])(
    "not ours: %s",
    async (text) => {
      const { turn, citations } = await lastOf(text);
      expect(turn.outcome).toBe("referred");
      expect(citations).toEqual([]);
    },
  );

  test("a real approval that is not on the shelf is named without figures", async () => {
    const { turn, text } = await lastOf("我想开个化妆品厂，生产面霜要办什么证");
    expect(turn.outcome).toBe("referred");
    expect(text).not.toMatch(/\d+\s*(?:个工作日|日|天)/);
  });

  test("never more than two questions back in a row", async () => {
    const { turn } = await lastOf("我想办证", "办个证", "就是办证", "备案");
    expect(turn.reply.blocks.length).toBeGreaterThan(0);
  });
});

test("the language of the reply follows the question", async () => {
  expect((await lastOf("开公司要什么材料", "How long does it take?")).turn.reply.lang).toBe("en");
  expect(
    (await lastOf("What papers do I need to set up a company?", "那多久")).turn.reply.lang,
  ).toBe("zh");
});

test("a law that is not yet in force on the day is not quoted", async () => {
  const turn = await visit(theCore(), "enterprise", "2024-06-01T10:00:00+08:00").say(
    "我就卖袋装零食饮料,要不要食品证",
  );
  expect(turn.reply.citations.every((citation) => (citation.validFrom ?? "") <= "2024-06-01")).toBe(
    true,
  );
});
