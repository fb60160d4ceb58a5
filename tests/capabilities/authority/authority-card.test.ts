import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("who is in charge of a matter", () => {
  test("is told case by case: the case that is named leads, with its own body and article", async () => {
    const told = await lookedUp("/authority 网吧 网络安全");
    expect(told.leads[0]).toContain("归公安");
    expect(told.text).toContain("这件事归公安机关");
    expect(told.sources).toContain("internet-cafe-regulation/32");
  });

  test("without a case the body by law leads and the cases are listed", async () => {
    const told = await lookedUp("/authority 网吧");
    expect(told.leads.join()).toMatch(/^法律规定由文化和旅游部门/);
    expect(told.text).toContain("没证开网吧");
    expect(told.text).toContain("放未成年人上网");
  });

  test.each([
    ["/authority KTV 放未成年人进去", "entertainment-venues", "entertainment-venue-regulation/48"],
    ["/authority KTV 凌晨营业", "entertainment-venues", "entertainment-venue-regulation/49"],
    ["/authority 网吧 通宵", "internet-cafes", "internet-cafe-regulation/31"],
    ["/authority 药店 药师不在", "drug-retail", "drug-operation-use-rules/72"],
    ["/authority 报关 低报价格", "customs", "customs-law/86"],
    ["/authority 不给开票", "tax", "invoice-administration-measures/33"],
    ["/authority 少缴社保", "wages-insurance", "social-insurance-law/86"],
    ["/authority 卖烟给学生", "minors-in-venues", "minors-protection-law/59"],
  ])("%s is told with its article", async (asked, row, article) => {
    const told = await lookedUp(asked);
    expect(told.shown).toEqual([row]);
    expect(told.leads).toHaveLength(1);
    expect(told.sources).toContain(article);
  });

  test("a department that is designated and not entered is not guessed", async () => {
    const told = await lookedUp("/authority 渣土车 撒一路");
    expect(told.text).toContain("没有录入");
    expect(told.text).toContain("不作猜测");
    expect(told.text).not.toMatch(/这件事归(?:城市管理|公安|交通)/u);
  });

  test("an allocation that the zone has not confirmed says so", async () => {
    const told = await lookedUp("/authority 香烟");
    expect(told.text).toContain("片区尚未核实");
  });

  test("two bodies for one duty carry the doubt at each name", async () => {
    const told = await lookedUp("/authority 网约车");
    expect(told.text).toContain("交通运输部门");
    expect(told.text).toContain("出租汽车行政主管部门");
    expect(told.text).toContain("未核到原文");
  });

  test("in English names, bases and cases are English", async () => {
    const told = await lookedUp("/authority internet cafe network security");
    expect(told.leads[0]).toContain("the police’s");
    expect(told.blocks).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  test("where nothing is sure the nearest matters are offered", async () => {
    const told = await lookedUp("/authority 外星飞船");
    expect(told.outcome).toBe("clarification");
    for (const choice of told.choices) expect(choice).toMatch(/^\/authority /u);
  });
});
