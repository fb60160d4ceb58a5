import { plainText, type Reply } from "../../src/index.ts";

const BOLD = "\u001B[1m";
const DIM = "\u001B[2m";
const PLAIN = "\u001B[0m";

/**
 * A reply as a terminal shows it: conclusion bold, sources dim, choices numbered.
 * @param colour false for pipes and files: the same words without escape codes
 */
export function terminalText(reply: Reply, colour: boolean): string {
  const [body, sources] = splitSources(plainText(reply));
  const lead = reply.blocks.find((block) => block.kind === "lead");
  const emphasised = colour && lead ? body.replace(lead.text, `${BOLD}${lead.text}${PLAIN}`) : body;
  const dimmed = colour && sources !== "" ? `${DIM}${sources}${PLAIN}` : sources;
  return [emphasised, dimmed, choiceLines(reply)].filter((part) => part !== "").join("\n\n");
}

function splitSources(text: string): [string, string] {
  const at = text.indexOf("\n\n");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 2)];
}

function choiceLines(reply: Reply): string {
  return reply.choices.map((choice, i) => `  ${i + 1}) ${choice.label}`).join("\n");
}
