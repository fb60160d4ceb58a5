import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("what is told to whom", () => {
  test("an event finds its path", async () => {
    const told = await lookedUp("/handover 涉罪");
    expect(told.outcome).toBe("answered");
    expect(told.text).toContain("同级公安机关");
    expect(told.text).toMatch(/3日[^]*24小时/u);
    expect(told.sources).toContain("administrative-penalty-law/27");
    expect(told.sources).toContain("suspected-crime-transfer-provisions/5");
  });

  test("a matter finds all its paths, those of other places in a table with their doubt", async () => {
    const told = await lookedUp("/handover 网吧");
    expect(told.shown).toEqual(["internet-cafes"]);
    const [proven, elsewhere] = told.text.split("外地做法，供片区参考");
    expect(proven).not.toContain("未核到原文");
    expect(elsewhere).toContain("未核到原文");
  });

  test("a time that no source states is open, not zero", async () => {
    expect((await lookedUp("/handover 不归本部门")).text).toContain("没有规定");
  });

  test.each([
    ["发证以后要推给谁", "l1"],
    ["吊销了证", "l2"],
    ["不归本部门", "l4"],
    ["收到投诉以后要告诉谁", "l6"],
    ["调解中发现线索", "l11"],
    ["licence granted", "l1"],
    ["suspected crime", "l5"],
    ["投诉发现违法线索", "l11"],
    ["告知承诺 核查不实", "l2"],
    ["双随机", "l17"],
    ["法制审核", "l18"],
    ["12345工单", "l19"],
    ["没有管辖权的投诉", "l20"],
    ["推错了", "l1"],
  ])("/handover %s is the event %s, not a matter that sounds alike", async (words, rule) => {
    expect((await lookedUp(`/handover ${words}`)).shown).toContain(rule);
  });

  test("a path that is only remembered is not told, and the reply is not empty", async () => {
    const told = await lookedUp("/handover 证快到期");
    expect(told.outcome).toBe("clarification");
    expect(told.shown).toEqual([]);
    expect(told.text).toContain("没有查到");
  });

  test("what happens otherwise is told with the path", async () => {
    expect((await lookedUp("/handover 不归本部门")).text).toContain("条文写“及时”，没有写天数");
    expect((await lookedUp("/handover 发证后")).text).toContain("聊城");
  });

  test("the area's own account is not called another place's", async () => {
    const told = await lookedUp("/handover 会商");
    expect(told.text).toContain("片区自己公开介绍的做法");
    expect(told.text).not.toContain("外地做法");
  });

  test("a rule seen only in part is doubted, but not called another place's practice", async () => {
    const told = await lookedUp("/handover 12345工单");
    expect(told.text).toContain("未核到原文");
    expect(told.text).not.toContain("外地做法");
  });

  test.each(["团建聚餐", "办公用品领用", "年终总结"])(
    "/handover %s names no event: it is not guessed",
    async (words) => {
      expect((await lookedUp(`/handover ${words}`)).outcome).toBe("clarification");
    },
  );

  test("a lead found in a complaint is its own event", async () => {
    expect((await lookedUp("/handover 投诉发现违法线索")).shown).toEqual(["l11"]);
  });
});
