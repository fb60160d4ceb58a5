import { describe, expect, test } from "vitest";
import { theCore, visit } from "../../support/visit.ts";

const say = (text: string) => visit(theCore(), "citizen").say(text);

describe("danger comes before everything else", () => {
  test.each([
    "店里着火了",
    "闻到煤气味怎么办，燃气许可证在哪办",
    "有人触电了",
    "there is a fire in our shop",
    "I smell gas here",
  ])("%s", async (text) => {
    const turn = await say(text);
    expect(turn.outcome).toBe("emergency");
    expect(JSON.stringify(turn.reply.blocks)).toMatch(/119|120|110/);
  });

  test.each(["消防验收要什么材料", "燃气经营许可多久", "Do I need a fire safety acceptance?"])(
    "a permit about danger is no danger: %s",
    async (text) => {
      expect((await say(text)).outcome).not.toBe("emergency");
    },
  );
});

test("someone who wants a person is told where people are", async () => {
  const turn = await say("转人工");
  expect(turn.outcome).toBe("referred");
  expect(JSON.stringify(turn.reply.blocks)).toContain("12345");
});

test("a robot says that it is one", async () => {
  expect(JSON.stringify((await say("你是真人吗")).reply.blocks)).toContain("不是人");
});

test.each(["/start", "/help"])("%s explains what can be asked", async (command) => {
  const turn = await say(command);
  expect(turn.outcome).toBe("help");
  expect(turn.reply.choices.length).toBeGreaterThan(2);
});

test("an unknown command is said to be unknown", async () => {
  expect((await say("/dance")).outcome).toBe("help");
});
