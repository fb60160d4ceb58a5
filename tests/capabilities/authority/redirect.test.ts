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
});
