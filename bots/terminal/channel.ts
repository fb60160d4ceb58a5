import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import type { OpenOneDoor, Reply } from "../../src/index.ts";
import { typedMessage } from "./inbound.ts";
import { terminalText } from "./outbound.ts";
import { readConversationFile } from "./replay.ts";

export type Screen = { input: Readable; output: Writable & { isTTY?: boolean } };

/**
 * Talk in the terminal until the input ends.
 * @param conversation its name: the same name goes on where it stopped
 */
export async function chat(
  oneDoor: OpenOneDoor,
  screen: Screen,
  conversation: string,
  as: "citizen" | "enterprise" | "staff",
): Promise<void> {
  const lines = createInterface({
    input: screen.input,
    output: screen.output,
    prompt: "> ",
    terminal: screen.output.isTTY === true,
  });
  let shown: Reply | null = null;
  let ended = false;
  lines.once("close", () => {
    ended = true;
  });
  lines.prompt();
  for await (const typed of lines) {
    const { reply } = await oneDoor.turn(typedMessage(typed, conversation, as, shown));
    shown = reply;
    screen.output.write(`${terminalText(reply, screen.output.isTTY === true)}\n\n`);
    // A pipe has ended long before its last line is answered.
    if (!ended) lines.prompt();
  }
}

/** Play a conversation file: its visitor's lines are said again, and what OneDoor says now is shown. */
export async function replay(
  oneDoor: OpenOneDoor,
  screen: Screen,
  file: string,
  conversation: string,
): Promise<void> {
  const visit = readConversationFile(readFileSync(file, "utf8"));
  screen.output.write(`${visit.title}\n\n`);
  for (const line of visit.lines) {
    const message = typedMessage(line, conversation, visit.as, null);
    const { reply } = await oneDoor.turn({ ...message, at: visit.at ?? message.at });
    screen.output.write(`> ${line}\n${terminalText(reply, screen.output.isTTY === true)}\n\n`);
  }
}
