import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { chat } from "../../bots/terminal/channel.ts";
import { typedMessage } from "../../bots/terminal/inbound.ts";
import { terminalText } from "../../bots/terminal/outbound.ts";
import type { InboundMessage, OpenOneDoor, Reply } from "../../src/index.ts";

const reply: Reply = {
  lang: "zh",
  blocks: [
    { kind: "lead", text: "不用办许可。", cites: [1] },
    { kind: "list", label: "材料", items: [{ text: "申请表", note: "一份" }], cites: [1] },
  ],
  choices: [{ label: "多久？", text: "食品证：多久？" }],
  citations: [
    {
      id: "law/1",
      title: "示例法",
      article: "第一条",
      version: "2025公布",
      says: "要点",
      validFrom: "2025-01-01",
      validTo: null,
      inForce: true,
      verified: true,
      checkedOn: "2026-11-01",
    },
  ],
};

/** What switches a terminal's colours: escape, bracket, number, m. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

test("a pipe gets the words without escape codes, a terminal the same words", () => {
  const plain = terminalText(reply, false);
  expect(plain).toContain("不用办许可。 [1]");
  expect(plain).toContain("- 申请表（一份）");
  expect(plain).toContain("《示例法》第一条");
  expect(plain).toContain("1) 多久？");
  expect(terminalText(reply, true).replaceAll(COLOUR, "")).toBe(plain);
});

describe("what is typed", () => {
  test("a number presses the choice of that number", () => {
    expect(typedMessage("1", "c", "enterprise", reply).text).toBe("食品证：多久？");
  });

  test("a number without such a choice is only a number", () => {
    expect(typedMessage("7", "c", "enterprise", reply).text).toBe("7");
    expect(typedMessage("1", "c", "enterprise", null).text).toBe("1");
  });
});

test("every line of a pipe is answered, also when it has ended long before", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const heard: string[] = [];
  const turn = async ({ text }: InboundMessage) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    heard.push(text);
    return { reply };
  };
  const talking = chat({ turn } as unknown as OpenOneDoor, { input, output }, "c", "enterprise");
  input.end("你好\n食品证多久\n谢谢\n");
  await talking;
  expect(heard).toEqual(["你好", "食品证多久", "谢谢"]);
});
