import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { terminalText } from "../../bots/terminal/outbound.ts";
import { readConversationFile } from "../../bots/terminal/replay.ts";
import { replyEntry } from "../../bots/web/outbound.ts";
import { theCore, visit } from "../support/visit.ts";
import { pageOf } from "./page.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort();

/** The visitor's lines of a file, said to the real core. */
async function play(file: string) {
  const text = readFileSync(FOLDER + file, "utf8");
  const { as, at, lines } = readConversationFile(text);
  const visitor = visit(theCore(), as, at);
  const turns = [];
  for (const line of lines) turns.push({ line, turn: await visitor.say(line) });
  return { text, turns };
}

describe("what a visitor lives through", () => {
  test.each(files)("%s", async (file) => {
    const { text, turns } = await play(file);
    await expect(pageOf(text, turns)).toMatchFileSnapshot(FOLDER + file);
  });
});

describe("every channel shows what was said", () => {
  test.each(files)("%s in the terminal and on the page", async (file) => {
    const { turns } = await play(file);
    for (const { turn } of turns) {
      const words = turn.reply.blocks.map((block) => ("text" in block ? block.text : block.label));
      const shown = [
        terminalText(turn.reply, false),
        JSON.stringify(
          replyEntry({
            id: "1",
            channel: "web",
            conversation: "c",
            seq: 1,
            inReplyTo: [],
            reply: turn.reply,
            sentAt: "2026-11-24T02:00:00Z",
          }),
        ),
      ];
      for (const word of words) for (const channel of shown) expect(channel).toContain(word);
    }
  });
});

test("there are conversations to play", () => {
  expect(files.length).toBeGreaterThanOrEqual(25);
});
