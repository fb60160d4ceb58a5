import { expect, test } from "vitest";
import { readConversationFile } from "../../bots/terminal/replay.ts";

test("a conversation file gives its visitor's lines, role and time", () => {
  const file =
    "# A visit\n\n- Channel: any\n- Role: citizen\n- Time: 2026-11-24T10:00:00+08:00\n\n**Visitor:** 你好\n\n**OneDoor:**\n\n> 您好\n\n**Visitor:** \n";
  expect(readConversationFile(file)).toEqual({
    title: "A visit",
    as: "citizen",
    at: "2026-11-24T10:00:00+08:00",
    lines: ["你好", ""],
  });
});

test("without a role the visitor is an enterprise", () => {
  expect(readConversationFile("**Visitor:** 食品证多久").as).toBe("enterprise");
});
