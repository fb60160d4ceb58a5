import { randomUUID } from "node:crypto";
import type { InboundMessage, Reply } from "../../src/index.ts";

/**
 * What was typed as a message. A bare number presses the choice of that number.
 * @param shown the reply on the screen, if any
 */
export function typedMessage(
  typed: string,
  conversation: string,
  as: InboundMessage["as"],
  shown: Reply | null,
): InboundMessage {
  const pressed = /^[1-9]$/.test(typed.trim()) ? shown?.choices[Number(typed) - 1] : undefined;
  return {
    channel: "terminal",
    conversation,
    externalId: randomUUID(),
    text: pressed?.text ?? typed.slice(0, 20_000),
    as,
    at: new Date().toISOString(),
  };
}
