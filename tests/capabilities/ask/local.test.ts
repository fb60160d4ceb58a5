import { expect, test } from "vitest";
import { createCore } from "../../../src/conversation/core.ts";
import { loadKnowledge, type Knowledge } from "../../../src/knowledge/load.ts";
import { KNOWLEDGE, theCore, visit } from "../../support/visit.ts";

const asked = (text: string) => visit(theCore()).say(text);
const textOf = (turn: Awaited<ReturnType<typeof asked>>) => JSON.stringify(turn.reply.blocks);

test.each([
  ["开小饭馆79平办什么证", "您说的没有超过"],
  ["开小饭馆80平办什么证", "您说的没有超过"],
  ["开小饭馆81平办什么证", "您说的超过了"],
  ["开小饭馆八九十平办什么证", "要有准数才能定"],
  ["开小饭馆不到80平办什么证", "您说的没有超过"],
])("%s: the province's 80 m² stand beside the national rule", async (text, side) => {
  const told = textOf(await asked(text));
  expect(told).toContain("国家把小餐饮交给省里规定");
  expect(told).toContain(side);
});

test("where the place has not entered a number nobody is put on a side of it", async () => {
  const told = textOf(await asked("60平的饭店要做营业前消防检查吗"));
  expect(told).toContain("没有写面积");
  expect(told).not.toContain("60平方米");
});

test("what does not turn on the number is told without it", async () => {
  expect(textOf(await asked("施工许可证收费吗"))).not.toContain("全国和本地");
});

test("a number of the zone's own is a row: both rules are told, and on which side of each the visitor is", async () => {
  const shipped = loadKnowledge(KNOWLEDGE);
  const row = shipped.thresholds.get("construction-permit-area")!;
  const says = { ...row.says, zh: "国家限额300平方米，本片区500平方米。" };
  const thresholds = new Map(shipped.thresholds).set(row.id, { ...row, value: 500, says });
  const on = (day: string): Knowledge => ({ ...shipped.on(day), thresholds });
  const told = textOf(
    await visit(createCore({ ...shipped, thresholds, on })).say("400平的房子要办施工许可证吗"),
  );
  expect(told).toContain("建筑面积超过300平方米");
  expect(told).toContain("国家限额300平方米，本片区500平方米。");
  expect(told).toContain("这里按500平方米算，您说的没有超过");
});
