import { describe, expect, test } from "vitest";
import { IN_CHINESE, IN_ENGLISH } from "./everyday-violations.ts";
import { lookedUp } from "./looked-up.ts";

describe("the steps of a penalty", () => {
  test.each(IN_CHINESE)("%s → %s", async (words, table) => {
    const told = await lookedUp(`/discretion ${words}`);
    expect(told.shown[0]).toBe(table);
    expect(told.outcome).toBe("answered");
  });

  test.each(IN_ENGLISH)("%s → %s", async (words, table) => {
    const told = await lookedUp(`/discretion ${words}`);
    expect(told.shown[0]).toBe(table);
    expect(told.text).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  test("are those of the article, in its order and amounts", async () => {
    const told = await lookedUp("/discretion 危险废物标志");
    expect(told.sources).toEqual(["ecological-environment-code/1175"]);
    expect(told.text).toMatch(/5万元以上20万元以下[^]*20万元以上100万元以下/u);
  });

  test("an order without a fine is said to bring none", async () => {
    expect((await lookedUp("/discretion 执照没挂")).text).toContain("不罚款");
  });

  test("are not a decision", async () => {
    expect((await lookedUp("/discretion 偷税")).text).toContain("由执法机关依法决定");
  });
});
