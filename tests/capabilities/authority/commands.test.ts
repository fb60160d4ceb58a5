import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("a command nobody knows", () => {
  test.each([
    ["/autority 香烟", "/authority 香烟"],
    ["/authroity 香烟", "/authority 香烟"],
    ["/boundry 城管 公安", "/boundary 城管 公安"],
    ["/clok 投诉 2026-09-28", "/clock 投诉 2026-09-28"],
    ["/权限 香烟", "/权责 香烟"],
    ["/边介 城管 公安", "/边界 城管 公安"],
    ["/裁两 偷税", "/裁量 偷税"],
  ])("%s: %s was meant", async (typed, meant) => {
    const told = await lookedUp(typed);
    expect(told.choices).toEqual([meant]);
    expect(told.text).toContain("您是不是要");
    expect(told.text).toContain("/discretion");
  });

  test("is told so when none is near, with the list", async () => {
    const told = await lookedUp("/qwertzuiop");
    expect(told.choices).toEqual([]);
    for (const name of ["authority", "boundary", "law", "clock", "handover", "power", "redirect"])
      expect(told.text).toContain(`/${name} `);
  });

  test("to a visitor is still what it was", async () => {
    expect((await lookedUp("/autority 香烟", "enterprise")).text).toContain("还不认识");
  });
});

describe("the language of a command", () => {
  test.each(["/law", "/help", "/authority KTV", "/power 587", "/clock", "/autority"])(
    "%s is answered in Chinese: a Latin name says nothing of the officer",
    async (typed) => {
      expect((await lookedUp(typed)).text).toMatch(/[\u4e00-\u9fff]/u);
    },
  );

  test.each(["/autority cigarettes", "/law food safety law 122"])(
    "%s in English",
    async (typed) => {
      expect((await lookedUp(typed)).blocks).not.toMatch(/[\u4e00-\u9fff]/u);
    },
  );
});

test("/help tells an officer the eight commands", async () => {
  const told = await lookedUp("/help");
  expect(told.text.match(/用法：/gu)).toHaveLength(8);
});

test("an emergency stays one in a command", async () => {
  expect((await lookedUp("/redirect 着火")).outcome).toBe("emergency");
  expect((await lookedUp("/authority 马路边撸串冒烟")).outcome).toBe("answered");
});
