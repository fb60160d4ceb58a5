import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AskOutput } from "../../src/conversation/record.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { onedoor as run } from "./run.ts";

let dataDir: string;

beforeAll(async () => {
  dataDir = await temporaryDirectory("cli");
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const onedoor = (words: readonly string[], input = "") => run(dataDir, words, input);

const AT = "2026-11-24T10:00:00+08:00";

describe("onedoor ask", { timeout: 60_000 }, () => {
  test("one question is answered in words with its sources", async () => {
    const { out } = await onedoor(["ask", "我就卖袋装零食饮料,要不要食品证", "--at", AT]);
    expect(out).toMatch(/不用办食品经营许可证[\s\S]*依据[\s\S]*食品安全法》第三十五条/);
  });

  test("many are answered in the order they came, each conversation by itself, bad lines in their place", async () => {
    const lines = [
      { conversation: "a", text: "劳务派遣许可要什么条件", as: "enterprise", at: AT },
      "not json",
      { conversation: "b", text: "开公司要什么材料", at: AT },
      { conversation: "a", text: "那多久", at: AT },
      { conversation: "b", text: "那多久", at: AT },
      { text: 5 },
    ];
    const input = lines
      .map((line) => (typeof line === "string" ? line : JSON.stringify(line)))
      .join("\n");
    const { out, code } = await onedoor(["ask", "--jsonl"], input);
    const answers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(answers.length).toBe(lines.length);
    expect(answers[1]).toMatchObject({ v: 1, line: 2, error: expect.stringContaining("not JSON") });
    expect(answers[5]).toMatchObject({ line: 6, error: expect.stringContaining("text") });
    const first = [0, 2, 3, 4].map((i) => AskOutput.parse(answers[i]).items[0]?.id);
    expect(first).toEqual([
      "labour-dispatch-licence",
      "company-establishment",
      "labour-dispatch-licence",
      "company-establishment",
    ]);
    expect(answers[3]).toMatchObject({ conversation: "a", input: "那多久", at: AT });
  });

  test("nothing to ask is told with what to do", async () => {
    const { code, err } = await onedoor(["ask"]);
    expect(code).toBe(1);
    expect(err).toContain("onedoor ask");
  });
});
