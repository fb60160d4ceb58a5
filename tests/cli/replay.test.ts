import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AskOutput } from "../../src/conversation/record.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { onedoor } from "./run.ts";

const AT = "2026-11-24T10:00:00+08:00";
let dataDir: string;
let answers: AskOutput[];

beforeAll(async () => {
  dataDir = await temporaryDirectory("replay");
  const lines = [
    { conversation: "a", text: "开个面馆要办什么证", at: AT },
    { conversation: "a", text: "那要多久", at: AT },
    { conversation: "b", text: "/clock 投诉 2026-09-28", as: "staff", at: AT },
    { conversation: "c", text: "2021年4月1日的时候只卖预包装食品要什么证", at: AT },
  ];
  const { out } = await onedoor(
    dataDir,
    ["ask", "--jsonl"],
    lines.map((line) => JSON.stringify(line)).join("\n"),
  );
  answers = out
    .trim()
    .split("\n")
    .map((line) => AskOutput.parse(JSON.parse(line)));
}, 60_000);
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe("an answer is made again from what it rested on", { timeout: 60_000 }, () => {
  test.each([0, 1, 2, 3])("answer %i comes out the same, byte for byte", async (i) => {
    const { out, code } = await onedoor(dataDir, ["replay", answers[i]!.answer]);
    expect(out).toContain("the same, byte for byte; the program's rules are the same");
    expect(out.startsWith(answers[i]!.reply.text)).toBe(true);
    expect(code).toBe(0);
  });

  test("a follow-up is made again with what the conversation remembered", () => {
    expect(answers[1]!.items[0]!.id).toBe(answers[0]!.items[0]!.id);
  });

  test("an answer that does not exist is said to be none", async () => {
    const { err, code } = await onedoor(dataDir, ["replay", "no-such-answer"]);
    expect(err).toContain("There is no answer no-such-answer");
    expect(code).toBe(1);
  });
});
