import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("the slash commands", () => {
  test.each([
    ["/authority 香烟", "/权责 香烟", "/归谁管 香烟"],
    ["/boundary 公安 文旅", "/边界 公安 文旅"],
    ["/law 食品安全法 122", "/法条 食品安全法 122", "/依据 食品安全法 122"],
    ["/clock 听证 2026-11-23", "/时钟 听证 2026-11-23", "/期限 听证 2026-11-23"],
    ["/handover 发证后", "/移交 发证后", "/联动 发证后"],
    ["/power 烟草", "/权力 烟草", "/职权 烟草"],
    ["/redirect 网约车", "/转办 网约车", "/指路 网约车"],
    ["/discretion 砸承重墙", "/裁量 砸承重墙", "/罚则 砸承重墙"],
  ])("%s answers to its Chinese names alike", async (english, ...chinese) => {
    const { outcome, text } = await lookedUp(english);
    expect(outcome).toBe("answered");
    for (const name of chinese) expect((await lookedUp(name)).text).toBe(text);
  });

  test.each(["citizen", "enterprise"] as const)(
    "are refused to a %s, with the way to ask instead",
    async (role) => {
      const told = await lookedUp("/authority 香烟", role);
      expect(told.outcome).toBe("refused");
      expect(told.sources).toEqual([]);
      expect(told.text).toContain("斜杠命令只给工作人员用");
    },
  );

  test.each([
    "authority",
    "boundary",
    "law",
    "clock",
    "handover",
    "power",
    "redirect",
    "discretion",
  ])("/%s without words says how it is asked and claims nothing", async (name) => {
    const told = await lookedUp(`/${name}`);
    expect(told.outcome).toBe("clarification");
    expect(told.text).toMatch(new RegExp(`(?:用法：|Usage: )/${name} `, "u"));
    expect(told.sources).toEqual([]);
  });

  test.each([
    "/authority 外星飞船",
    "/boundary 外星人管理局 飞碟管理处",
    "/law 银河系航行法 3",
    "/clock 飞碟着陆 2026-11-24",
    "/discretion 飞碟超速",
    "/redirect 外星飞船",
  ])("%s: what is not found is not made up", async (asked) => {
    const told = await lookedUp(asked);
    expect(told.outcome).toBe("clarification");
    expect(told.sources).toEqual([]);
    expect(told.text).toContain("没有录入不等于没有");
  });
});

describe("the same question in everyday words", () => {
  test("is answered for a citizen, without what departments push to each other", async () => {
    const told = await lookedUp("楼下饭店油烟归谁管", "citizen");
    expect(told.outcome).toBe("answered");
    expect(told.shown).toEqual(["catering-fumes"]);
    expect(told.text).not.toContain("联动");
    expect(told.text).not.toContain("法制审核");
    expect(told.choices).toEqual([]);
  });

  test("is answered for an officer, with the way to what must be pushed and how it is penalised", async () => {
    const told = await lookedUp("没证卖香烟谁来查处");
    expect(told.shown).toEqual(["tobacco"]);
    expect(told.choices).toEqual(["/handover 烟草零售", "/discretion 烟草零售"]);
  });

  test("that finds no matter shows a citizen neither a command nor a body", async () => {
    for (const asked of ["外星飞船归谁管", "量子计算谁监管"]) {
      const told = await lookedUp(asked, "citizen");
      expect(told.text).not.toContain("/authority");
      expect(told.text).not.toContain("这件事归");
      expect(told.outcome).toBe("referred");
    }
  });

  test("leaves the question where to apply to the catalogue", async () => {
    const told = await lookedUp("食品经营许可证归哪个部门批", "enterprise");
    expect(told.shown).not.toEqual(["food-business"]);
  });
});
