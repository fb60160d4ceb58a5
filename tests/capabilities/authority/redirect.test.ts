import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("whose matter it is and what to tell the visitor", () => {
  test("names the body, the basis, and that the lead is passed on", async () => {
    const told = await lookedUp("/redirect 不给开票");
    expect(told.leads[0]).toContain("税务机关");
    expect(told.text).toContain("权力来源：法定");
    expect(told.text).toContain("发现的部门 → 有职责的部门");
  });

  test("of a case the body of the case, not of the matter", async () => {
    const told = await lookedUp("/redirect 网吧 网络安全");
    expect(told.leads[0]).toContain("公安机关");
    expect(told.leads[0]).not.toContain("文化和旅游");
  });

  test("a department that is not entered is not guessed", async () => {
    const told = await lookedUp("/redirect 油烟");
    expect(told.leads[0]).toContain("还没有录入");
  });

  test.each([
    ["退税", "tax-refund", "税务局"],
    ["学区", "school-enrolment", "教育部门"],
    ["医保", "medical-insurance", "医疗保障"],
    ["公积金", "housing-fund", "住房公积金"],
    ["办身份证", "id-card", "派出所"],
    ["护照", "passport-travel", "出入境"],
    ["离婚", "marriage", "婚姻登记"],
  ])(
    "/redirect %s: the door that is named, not a row that sounds alike",
    async (words, door, says) => {
      const told = await lookedUp(`/redirect ${words}`);
      expect(told.shown).toEqual([door]);
      expect(told.text).toContain(says);
      expect(told.text).not.toContain("这件事归");
      expect(told.text).not.toContain("联动");
    },
  );

  test("a matter without enforcement is told in a whole sentence", async () => {
    const told = await lookedUp("/redirect 房产证");
    expect(told.text).toContain("没有执法环节");
    expect(told.text).not.toContain("归无此环节");
    expect(told.text).toContain("不动产登记机构");
  });

  test("several matters are each told", async () => {
    const told = await lookedUp("/转办 油烟 烧烤 噪音");
    expect(told.shown).toEqual(["catering-fumes", "open-air-barbecue"]);
    expect(told.text).toContain("“噪音”");
  });
});
